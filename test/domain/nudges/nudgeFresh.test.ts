import { describe, expect, test } from 'vitest';
import type { Interview, Invitation, Offer } from '../../../src/domain/notebook.ts';
import type { NudgeFacts, Recipient } from '../../../src/domain/nudges/nudgeFacts.ts';
import { whyNotAnyMore } from '../../../src/domain/nudges/nudgeFresh.ts';
import type { NudgeItem, NudgeKind } from '../../../src/domain/nudges/nudgeKinds.ts';
import { seasonRules } from '../season/seasonRules.ts';

const zone = 'America/Chicago';
const now = Temporal.ZonedDateTime.from(`2026-11-02T18:00[${zone}]`).toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);
const ana: Recipient = {
  id: 'ana',
  zone,
  applicantType: 'img',
  remind: 'weekly',
  digestDay: 7,
  digestHour: 18,
  quiet: { from: '22:00', to: '07:00' },
  muted: [],
  pausedUntil: null,
};
const interview: Interview = {
  id: 'i',
  programId: 'l',
  kind: 'interview',
  day: day('2026-11-03'),
  time: new Temporal.PlainTime(9),
  zone,
  minutes: null,
  followUpSentOn: null,
};
const offer: Offer = {
  id: 'o',
  programId: 'l',
  receivedOn: day('2026-10-20'),
  replyBy: now.add({ hours: 12 }),
  zone,
  state: 'open',
};
const invitation: Invitation = {
  ...{ id: 'v', programId: 'l', receivedAt: now.subtract({ hours: 12 }), replyBy: now.add({ hours: 12 }), zone },
  ...{ state: 'open', day: null, time: null, minutes: null },
};
const end = {
  id: 'e',
  contactId: null,
  kind: 'apology',
  text: '',
  openedOn: day('2026-10-20'),
  dueOn: null,
  closedOn: null,
  outcome: null,
} as const;
const facts: NudgeFacts = {
  interviews: [interview],
  programs: [{ id: 'l', name: 'Lakeside', market: null, thankYou: 'unknown', debriefedOn: day('2026-11-03') }],
  invitations: [invitation],
  offers: [offer],
  looseEnds: [end],
  people: [],
  defenders: [{ contactId: 'p', name: 'P', since: day('2026-09-01'), lastWord: null }],
  reminders: [
    { id: 'r', at: Temporal.PlainDateTime.from('2026-11-02T18:00'), rule: null, state: 'open', about: null },
    {
      id: 's',
      at: Temporal.PlainDateTime.from('2026-11-02T18:00'),
      rule: null,
      state: 'open',
      about: [item('loose-end', 'e')],
    },
  ],
  ranked: 0,
  logged: 0,
  unreadable: [{ model: 'Interview', id: 'x' }],
  recent: [],
  moved: [],
};

function item(kind: NudgeKind, subject: string, occurrence = ''): NudgeItem {
  return { kind, subject, occurrence, dueAt: now };
}
const why = (what: NudgeItem, change: Partial<NudgeFacts> = {}, member: Partial<Recipient> = {}) =>
  whyNotAnyMore(what, { member: { ...ana, ...member }, facts: { ...facts, ...change }, now, rules: seasonRules });

const eve = item('eve', 'i', '2026-11-03T09:00:00');
const invitationItem = item('invitation', 'v', `6h ${invitation.replyBy}`);
const offerItem = item('offer', 'o', `12h ${offer.replyBy}`);

describe('at the moment of sending', () => {
  test('what still holds is said', () => {
    const all = [
      eve,
      offerItem,
      invitationItem,
      item('loose-end', 'e'),
      item('defender', 'p'),
      item('reminder', 'r', '2026-11-02T18:00:00'),
      item('snoozed', 's'),
      item('digest', ''),
      item('unreadable', 'Interview x'),
    ];
    expect(all.map(what => why(what))).toEqual(all.map(() => undefined));
  });

  test.each<[string, NudgeItem, Partial<NudgeFacts>]>([
    ['the interview was taken out', eve, { interviews: [] }],
    ['the interview was moved', eve, { interviews: [{ ...interview, day: day('2026-11-05') }] }],
    [
      'the interview has begun',
      item('eve', 'i', '2026-11-02T09:00:00'),
      { interviews: [{ ...interview, day: day('2026-11-02') }] },
    ],
    [
      'the follow-up is sent',
      item('day-after', 'i', '2026-11-03T09:00:00'),
      { interviews: [{ ...interview, followUpSentOn: day('2026-11-02') }] },
    ],
    ['the offer is answered or gone', offerItem, { offers: [{ ...offer, state: 'declined' }] }],
    ['the invitation is answered or gone', invitationItem, { invitations: [{ ...invitation, state: 'accepted' }] }],
    ['the time to answer was changed', offerItem, { offers: [{ ...offer, replyBy: now.add({ hours: 90 }) }] }],
    ['the offer is not accepted any more', item('withdrawal', 'o'), {}],
    [
      'something is to be found out or put in writing first',
      item('withdrawal', 'o'),
      { offers: [{ ...offer, state: 'accepted' }] },
    ],
    ['the loose end is closed', item('loose-end', 'e'), { looseEnds: [] }],
    [
      'there was a word since',
      item('defender', 'p'),
      { defenders: [{ contactId: 'p', name: 'P', since: day('2026-09-01'), lastWord: day('2026-11-01') }] },
    ],
    ['the reminder is done or cancelled', item('reminder', 'r'), { reminders: [] }],
    ['the loose end is closed', item('snoozed', 's'), { looseEnds: [] }],
    ['it can be read again', item('unreadable', 'Interview x'), { unreadable: [] }],
    [
      'there is nothing to say this week',
      item('digest', ''),
      { interviews: [], invitations: [], offers: [], looseEnds: [], defenders: [] },
    ],
  ])('it is left out because %s', (reason, what, change) => {
    expect(why(what, change)).toBe(reason);
  });

  test('a kind that was turned off, and a pause, hold it back', () => {
    expect(why(eve, {}, { muted: ['eve'] })).toBe('this kind is turned off');
    expect(why(item('digest', ''), {}, { remind: 'eves' })).toBe('this kind is turned off');
    expect(why(eve, {}, { pausedUntil: day('2026-11-09') })).toBe('messages are paused');
    expect(why(eve, {}, { pausedUntil: day('2026-11-02') })).toBeUndefined();
  });
});
