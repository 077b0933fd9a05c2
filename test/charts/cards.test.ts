import { afterAll, beforeAll, expect, test } from 'vitest';
import { shares } from '../../src/charts/buckets.ts';
import { asked } from '../../src/charts/dimensions.ts';
import { accountPhases } from '../../src/charts/phases.ts';
import { influence } from '../../src/charts/reputation.ts';
import { keysOf, routes, stages } from '../../src/domain/vocabulary.ts';
import type { ShownCard } from '../../src/playground/shown.ts';
import { messageOf, visit } from '../playground/visitor.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({}, movableClock('2026-10-29T10:00[America/Chicago]'));
});
afterAll(() => bot.remove());

async function answerTo(command: string, options: Record<string, string> = {}): Promise<ShownCard> {
  const { as } = await visit(bot.url);
  return messageOf(await as('ana').give({ call: { command, options } })).card;
}
