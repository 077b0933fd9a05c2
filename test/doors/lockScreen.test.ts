import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { accountNotices, type Delivery, type DeliveryItem } from '../../src/core/ports/ledger.ts';
import { type NudgeKind, nudgeKinds } from '../../src/domain/nudges/nudgeKinds.ts';
import { standardTrack } from '../../src/domain/season/track.ts';
import { keysOf } from '../../src/domain/vocabulary.ts';
import { look as onDiscord } from '../../src/doors/discord/look.ts';
import { look as onSlack } from '../../src/doors/slack/look.ts';
import { type Member, startCore } from '../support/member.ts';

const NOW = Temporal.Instant.from('2026-10-14T17:00:00Z');
const zone = 'America/Chicago';
/** In everything that the person wrote. */
const WORD = 'zqvex';
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
/** What a message of each kind is about, by its id. */
let subjects: Record<NudgeKind, string>;

beforeAll(async () => {
  core = await startCore(commands, () => NOW);
  ana = core.member('ana', 'slack');
  await ana.say('settings', { zone, type: 'img', remind: 'weekly', next: 'done' });
  const [who, name] = [`Dr. Patel ${WORD}`, `Lakeside ${WORD}`];
  await ana.say('log', { who, they: 'at-once', role: 'attending', where: name, sentence: `Calm on nights ${WORD}` });
  await ana.say('defenders', { name: who });
  await ana.say('loose-ends', { with: who, kind: 'apology', about: `the late note ${WORD}` });
  await ana.say('programs', { do: 'add', name, market: 'inside' });
  await ana.say('programs', { do: 'interview', name, when: 'tomorrow 9am', zone });
  await ana.say('programs', { do: 'invitation', name, by: 'tomorrow 5pm', zone });
  await ana.say('programs', { do: 'offer', name, by: 'in 2 days 5pm', zone });
  await ana.say('reminders', { what: `Ask ${WORD}`, when: 'tomorrow 3 pm' });
  await ana.say('programs', { do: 'rank', name });
  const kept = await ana.notebook();
  const first = async (items: Promise<readonly { id: string }[]>) => (await items)[0]?.id ?? '';
  const [interview, offer, reminder] = [
    await first(kept.interviews.all()),
    await first(kept.offers.all()),
    await first(kept.reminders.all()),
  ];
  subjects = {
    ...{ eve: interview, 'day-after': interview, offer, withdrawal: offer, reminder, snoozed: reminder },
    invitation: await first(kept.invitations.all()),
    'loose-end': await first(kept.looseEnds.all()),
    defender: await first(kept.people.all()),
    ...{ certify: 'list', digest: '', 'first-week': '', unreadable: `Reminder ${reminder}` },
  };
});
afterAll(() => core.stop());

async function delivered(kinds: readonly NudgeKind[], details: boolean, late = false) {
  const { account, user } = await core.store.arrive({ platform: 'slack', scope: '', externalId: 'ana' }, null, NOW);
  const dueAt = late ? NOW.subtract({ hours: 3 }) : NOW;
  const items = kinds.map(
    (kind): DeliveryItem => ({ kind, subject: subjects[kind], occurrence: 'have', dueAt, why: `because of ${WORD}` }),
  );
  const delivery: Delivery = {
    ...{ id: 'd', kind: kinds[0] ?? 'digest', lane: 'slack', occurrence: '', status: 'sending', dueAt, items },
    ...{ graceUntil: NOW.add({ hours: 1 }), attempts: 1, sentAt: null, doneAt: null, about: null, reason: null },
    recipient: { kind: 'person', user: { ...user, details }, account, track: standardTrack },
  };
  const rendered = await renderNudge(delivery, { store: core.store, content: core.content, now: NOW });
  if (!('card' in rendered)) throw new Error(`${kinds}: ${rendered.skip}`);
  return rendered.card;
}
const sent = (card: Awaited<ReturnType<typeof delivered>>) =>
  [onSlack, onDiscord].map(look => look.post('person', { card, tokenOf: () => 'token' }, 'key').payload);

const kinds = keysOf(nudgeKinds);
/** Words of what a message may be about. */
const TELLING = new RegExp(
  `${WORD}|patel|lakeside|interview|offer|invitation|program|match|rank|bucket|risky|log|concern|good|defender|apolog|letter`,
  'i',
);

describe('what a lock screen shows of a message', () => {
  test.each(kinds)('of the kind %s tells nothing, on time and late', async kind => {
    for (const late of [false, true])
      for (const payload of sent(await delivered([kind], false, late))) {
        expect(JSON.stringify(payload)).not.toMatch(TELLING);
        expect(JSON.stringify(payload)).toContain('Backchannel: one thing for today');
      }
  });

  test('is the same whatever it is about, alone or with all others', async () => {
    const all = [kinds, ...kinds.map(kind => [kind])];
    const texts = await Promise.all(all.map(async some => JSON.stringify(sent(await delivered(some, false)))));
    expect(new Set(texts).size).toBe(1);
  });

  test.each(kinds)('of the kind %s names nobody even where details were asked for', async kind => {
    const [slack] = sent(await delivered([kind], true));
    expect(slack).toHaveProperty('text');
    expect((slack as { text: string }).text).not.toMatch(new RegExp(`${WORD}|patel|lakeside`, 'i'));
  });

  test('is as discreet where it is about accounts', async () => {
    const { account, user } = await core.store.arrive({ platform: 'slack', scope: '', externalId: 'ana' }, null, NOW);
    for (const kind of keysOf(accountNotices)) {
      const delivery: Delivery = {
        ...{ id: 'd', kind, lane: 'slack', occurrence: '', status: 'sending', dueAt: NOW, items: [] },
        ...{ graceUntil: NOW, attempts: 1, sentAt: null, doneAt: null, about: null, reason: null },
        recipient: { kind: 'person', user, account, track: standardTrack },
      };
      const rendered = await renderNudge(delivery, { store: core.store, content: core.content, now: NOW });
      if (!('card' in rendered)) throw new Error(rendered.skip);
      for (const payload of sent(rendered.card)) expect(JSON.stringify(payload)).not.toMatch(TELLING);
    }
  });
});
