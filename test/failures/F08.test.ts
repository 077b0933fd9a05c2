import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buttons, card } from '../../src/core/cards/card.ts';
import { call } from '../../src/core/commands/call.ts';
import { createFirstMessages } from '../../src/doors/discord/firstMessages.ts';
import { createNotifier } from '../../src/doors/discord/notifier.ts';
import { tokenTaken } from '../doors/discord/access.ts';
import { type Discord, startDiscord } from '../standins/discord/index.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
  discord.addGuild({ name: 'G', channels: ['general'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await discord.close();
});

const message = card('Something is due', { blocks: buttons({ label: 'Show', call: call('backchannel') }) });

test('F8: first direct messages beyond the cap are held back, the operator is warned once, and who is known gets theirs', async () => {
  const warnings: number[] = [];
  const notifier = createNotifier({
    ...tokenTaken(discord.apiUrl),
    firstMessagesPerMinute: 3,
    opened: async () => {},
    heldBack: count => warnings.push(count),
  });
  const send = (person: { id: string }, index: number, channel?: string) => {
    const to = {
      platform: 'discord',
      scope: '',
      kind: 'person',
      account: person.id,
      ...(channel && { channel }),
    } as const;
    return notifier.send(to, message, `key${index}`);
  };
  const strangers = Array.from({ length: 8 }, (_, index) => discord.addUser({ name: `New${index}` }));
  const sent = await Promise.all(strangers.map((person, index) => send(person, index)));
  expect(sent.filter(({ status }) => status === 'delivered')).toHaveLength(3);
  const held = sent.flatMap(one => (one.status === 'failed' ? [one] : []));
  expect(held.map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => 'held-back'));
  // Three in the next minute, the others in the one after it.
  expect(held.map(one => (one.permanent ? 0 : Math.ceil((one.retryAfterSeconds ?? 0) / 60)))).toEqual([1, 1, 1, 2, 2]);
  expect(warnings).toEqual([1]);
  const known = discord.addUser({ name: 'Known' });
  expect(await send(known, 9, discord.directChannel(known))).toMatchObject({ status: 'delivered' });
  expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(3);
});

test('F8: in any minute no more are written to for the first time than the cap says, and nobody waits for ever', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const first = createFirstMessages(10, () => {});
  const waiting = Array.from({ length: 200 }, (_, index) => ({ name: `P${index}`, at: 0 }));
  const written: number[] = [];
  for (let second = 0; waiting.length > 0 && second < 3600; second += 1) {
    for (const person of waiting.filter(({ at }) => at <= second)) {
      const wait = first.take(person.name);
      if (wait === 0) {
        written.push(second);
        waiting.splice(waiting.indexOf(person), 1);
      } else person.at = second + wait;
    }
    vi.advanceTimersByTime(1000);
  }
  expect(written).toHaveLength(200);
  const most = Math.max(...written.map(from => written.filter(at => at >= from && at < from + 60).length));
  expect(most).toBe(10);
  expect(written.at(-1)).toBeLessThan(20 * 60);
});
