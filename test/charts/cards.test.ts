import { afterAll, beforeAll, expect, test } from 'vitest';
import { shares } from '../../src/charts/buckets.ts';
import { influence } from '../../src/charts/reputation.ts';
import { bold } from '../../src/core/cards/bold.ts';
import { phases } from '../../src/domain/season/season.ts';
import { dimensions, routes, stages } from '../../src/domain/vocabulary.ts';
import type { ShownBlock } from '../../src/doors/playground/shown.ts';
import { messageOf, visit } from '../doors/playground/visitor.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({}, movableClock('2026-10-29T10:00[America/Chicago]'));
});
afterAll(() => bot.remove());

const isPicture = (block: ShownBlock) => block.type === 'picture';
const labels = (list: Record<string, { label: string }>): string[] => Object.values(list).map(({ label }) => label);

/** The pictures of a reply, as the page gets them, and all that it says without them, in lower case. */
async function replyTo(text: string, before?: string) {
  const ana = (await visit(bot.url)).as('ana');
  if (before) await ana.give({ text: before });
  const { blocks, ...head } = messageOf(await ana.give({ text })).card;
  const words = JSON.stringify([head, ...blocks.filter(block => !isPicture(block))]).toLowerCase();
  return { pictures: blocks.filter(isPicture), words };
}

const cards: [string, string, string[]][] = [
  ['/timeline', 'The 2026-27 season', labels(phases)],
  ['/advice piece:the-four-routes', 'four routes', labels(routes)],
  ['/advice piece:the-five-questions', 'Five things directors ask', labels(dimensions)],
  ['/advice piece:the-three-phases', 'three phases', ['early', 'middle', 'late', 'backchannel calls', 'contracts']],
  [
    '/advice piece:the-three-buckets',
    'Of 100 people',
    shares.map(({ label, of100 }) => `${bold(`${label}:`)} ${of100}`),
  ],
  [
    '/advice piece:reputation-over-the-years',
    'How much reputation',
    Object.entries(influence).map(([stage, value]) => `${stages[stage as keyof typeof influence].label}: ${value}`),
  ],
];

test.each(cards)('%s shows its picture, and says the same without it', async (command, alt, said) => {
  const { pictures, words } = await replyTo(command);
  expect(pictures).toEqual([
    {
      type: 'picture',
      name: expect.stringMatching(/\.png$/),
      src: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
      alt: expect.stringContaining(alt),
    },
  ]);
  expect(said.filter(piece => !words.includes(piece.toLowerCase()))).toEqual([]);
});

test('the season in words has each phase with its first day, and the official dates in their order', async () => {
  const { words } = await replyTo('/timeline');
  expect(words).toContain('early phase from wed, sep 23; middle phase from thu, oct 15; late phase from sat, nov 21');
  expect(words).toMatch(/expected mon, feb 1, 2027.*expected wed, mar 3, 2027.*expected mon, mar 15, 2027/);
});

test('the reader’s own stage stands out once it is known', async () => {
  const { pictures } = await replyTo('/advice piece:reputation-over-the-years', '/settings stage:pgy2');
  expect(pictures).toEqual([expect.objectContaining({ alt: expect.stringContaining('You are at PGY2.') })]);
});

test('a piece without a picture of its own has none', async () => {
  expect((await replyTo('/advice piece:careful-with-words')).pictures).toEqual([]);
});
