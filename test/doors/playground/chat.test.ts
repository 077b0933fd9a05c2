import { describe, expect, test } from 'vitest';
import { buttons, card } from '../../../src/core/cards/card.ts';
import { call } from '../../../src/core/commands/call.ts';
import { createChat, KEPT, type Message } from '../../../src/doors/playground/chat.ts';
import { createNotifier } from '../../../src/doors/playground/notifier.ts';

const message = (id: string, change: Partial<Message> = {}): Message => ({
  id,
  place: 'channel',
  reply: true,
  at: 0,
  card: { title: id, tone: 'neutral', blocks: [] },
  ...change,
});
const ids = (messages: Message[]) => messages.map(({ id }) => id);

describe('chat', () => {
  test('shows a post to everybody and a reply to its reader alone, in the order they came', () => {
    const chat = createChat();
    chat.put(message('for ana'), 'ana');
    chat.put(message('tip'), undefined);
    chat.put(message('for ben'), 'ben');
    expect(ids(chat.visibleTo('ana'))).toEqual(['for ana', 'tip']);
    expect(ids(chat.visibleTo('ben'))).toEqual(['tip', 'for ben']);
  });

  test('puts a message in the place of the same reader’s one with its id, and of nobody else’s', () => {
    const chat = createChat();
    chat.put(message('1', { asked: 'first' }), 'ana');
    chat.put(message('2'), 'ana');
    chat.put(message('1', { asked: 'second' }), 'ana');
    chat.put(message('1', { asked: 'other' }), 'ben');
    expect(chat.visibleTo('ana').map(({ id, asked }) => [id, asked])).toEqual([
      ['1', 'second'],
      ['2', undefined],
    ]);
    expect(chat.find('1', 'ben')?.asked).toBe('other');
  });

  test('tells followers of what they may see, until they leave', () => {
    const chat = createChat();
    const told: string[] = [];
    const leave = chat.follow('ana', ({ id }) => told.push(id));
    chat.put(message('for ana'), 'ana');
    chat.put(message('for ben'), 'ben');
    chat.put(message('tip'), undefined);
    leave();
    chat.put(message('later'), 'ana');
    expect(told).toEqual(['for ana', 'tip']);
  });

  test('keeps a bounded number of messages, and the newest', () => {
    const chat = createChat();
    for (let index = 0; index < KEPT + 5; index++) chat.put(message(String(index)), 'ana');
    expect(chat.visibleTo('ana')).toHaveLength(KEPT);
    expect(chat.visibleTo('ana')[0]?.id).toBe('5');
  });
});

describe('the playground’s notifier', () => {
  const now = () => Temporal.Instant.from('2026-10-06T15:00:00Z');
  const tip = card('A tip', { blocks: buttons({ label: 'Do it', call: call('log', { who: 'Kim' }) }) });
  const channel = { platform: 'playground', scope: '', kind: 'channel', channel: 'residency' } as const;
  const ana = { platform: 'playground', scope: '', kind: 'person', account: 'ana' } as const;

  test('posts to the channel for everybody and to a person’s direct messages for them alone, with its key', async () => {
    const chat = createChat();
    const notifier = createNotifier(chat, now);
    expect(await notifier.send(channel, tip, 'key-1')).toEqual({ status: 'delivered', messageId: 'key-1' });
    await notifier.send(ana, card('For Ana'), 'key-2');
    expect(chat.visibleTo('ana').map(({ place, reply }) => [place, reply])).toEqual([
      ['channel', false],
      ['direct', false],
    ]);
    expect(ids(chat.visibleTo('ben'))).toEqual(['key-1']);
    expect(chat.visibleTo('ben')[0]?.card.blocks).toEqual([
      { type: 'buttons', buttons: [{ label: 'Do it', token: 'log?who=Kim~key-1' }] },
    ]);
  });

  test('finds what it delivered, at that address alone', async () => {
    const notifier = createNotifier(createChat(), now);
    await notifier.send(ana, tip, 'key-1');
    expect(await notifier.findByKey(ana, 'key-1')).toEqual({ status: 'found', messageId: 'key-1' });
    expect(await notifier.findByKey(channel, 'key-1')).toEqual({ status: 'absent' });
    expect(await notifier.findByKey(ana, 'key-2')).toEqual({ status: 'absent' });
  });

  test('a channel that is not there fails for good', async () => {
    const sent = await createNotifier(createChat(), now).send({ ...channel, channel: 'elsewhere' }, tip, 'key-1');
    expect(sent).toMatchObject({ status: 'failed', permanent: true, reason: 'channel-gone' });
  });
});
