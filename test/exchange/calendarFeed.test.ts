import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import type { Interview, Invitation, Offer } from '../../src/domain/notebook.ts';
import { calendarFeed, type FeedDates } from '../../src/exchange/calendarFeed.ts';

const now = Temporal.Instant.from('2026-10-14T17:00:00Z');
const stamp = Temporal.Instant.from('2026-10-14T16:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const interview = (id: string, on: string, more: Partial<Interview> = {}): Interview => ({
  ...{ id, programId: 'p', kind: 'interview', day: day(on), time: Temporal.PlainTime.from('09:00') },
  ...{ zone: 'America/Chicago', minutes: null, followUpSentOn: null },
  ...more,
});
const invitation: Invitation = {
  ...{ id: 'v', programId: 'p', receivedAt: now, replyBy: Temporal.Instant.from('2026-10-16T22:00:00Z') },
  ...{ zone: 'America/New_York', state: 'open', day: null, time: null, minutes: null },
};
const offer: Offer = {
  ...{ id: 'o', programId: 'p', receivedOn: day('2026-10-10'), replyBy: Temporal.Instant.from('2026-11-13T23:00:00Z') },
  ...{ zone: 'America/Chicago', state: 'open' },
};
const none: FeedDates = { interviews: [], invitations: [], offers: [] };

/** What one reader of calendars finds: ids with title, begin and end in milliseconds, or a day. */
interface Seen {
  id: string;
  title: string;
  start: number | string;
  end: number | undefined;
}
const byId = (one: Seen, other: Seen) => (one.id < other.id ? -1 : 1);

/** Mozilla's reader. */
function byIcalJs(text: string): Seen[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(each => new ICAL.Event(each));
  return events
    .map(({ uid, summary, startDate, endDate }) => ({
      ...{ id: uid, title: summary },
      start: startDate.isDate ? startDate.toString() : startDate.toJSDate().getTime(),
      end: startDate.isDate ? undefined : endDate.toJSDate().getTime(),
    }))
    .toSorted(byId);
}

/** The reader of Node's own world, which shares nothing with it. */
function byNodeIcal(text: string): Seen[] {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter(each => each?.type === 'VEVENT');
  return events
    .map(({ uid, summary, start, end, datetype }) => ({
      ...{ id: uid, title: String(summary) },
      start:
        datetype === 'date'
          ? Temporal.PlainDate.from({
              year: start.getFullYear(),
              month: start.getMonth() + 1,
              day: start.getDate(),
            }).toString()
          : start.getTime(),
      end: datetype === 'date' ? undefined : end?.getTime(),
    }))
    .toSorted(byId);
}

const all: FeedDates = {
  interviews: [
    interview('a', '2026-11-03'),
    interview('b', '2026-11-01', { kind: 'social', time: Temporal.PlainTime.from('01:30'), minutes: 90 }),
    interview('c', '2027-03-14', { kind: 'second-visit', zone: 'Asia/Kathmandu' }),
  ],
  invitations: [invitation, { ...invitation, id: 'w', state: 'declined' }, { ...invitation, id: 'x', replyBy: null }],
  offers: [offer],
  certifyBy: day('2027-03-03'),
};

describe('the calendar that a phone follows', () => {
  test('is read alike by two readers that share nothing, each moment right in its zone', () => {
    const text = calendarFeed(all, now, stamp);
    const seen = byIcalJs(text);
    expect(byNodeIcal(text)).toEqual(seen);
    const at = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds;
    expect(seen).toEqual([
      {
        id: 'a@backchannel',
        title: 'Backchannel: interview',
        start: at('2026-11-03T15:00Z'),
        end: at('2026-11-03T16:00Z'),
      },
      {
        id: 'b@backchannel',
        title: 'Backchannel: social',
        start: at('2026-11-01T06:30Z'),
        end: at('2026-11-01T08:00Z'),
      },
      {
        id: 'c@backchannel',
        title: 'Backchannel: second visit',
        start: at('2027-03-14T03:15Z'),
        end: at('2027-03-14T04:15Z'),
      },
      { id: 'certify@backchannel', title: 'Backchannel: certify', start: '2027-03-03', end: undefined },
      {
        id: 'o@backchannel',
        title: 'Backchannel: answer due',
        start: at('2026-11-13T22:30Z'),
        end: at('2026-11-13T23:00Z'),
      },
      {
        id: 'v@backchannel',
        title: 'Backchannel: answer due',
        start: at('2026-10-16T21:30Z'),
        end: at('2026-10-16T22:00Z'),
      },
    ]);
  });

  test('is a calendar with nothing in it, too', () => {
    const text = calendarFeed(none, now, stamp);
    expect(byIcalJs(text)).toEqual([]);
    expect(byNodeIcal(text)).toEqual([]);
    expect(text).toContain('X-WR-CALNAME:Backchannel');
  });

  test('keeps to what Apple, Google and Outlook ask of one', () => {
    const text = calendarFeed(all, now, stamp);
    const lines = text.split('\r\n');
    expect(lines.every(line => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(text.match(/^METHOD:PUBLISH\r$/gm)).toHaveLength(1);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(text).toContain('X-PUBLISHED-TTL:PT1H');
    expect(text.match(/^DTSTAMP:20261014T160000Z\r$/gm)).toHaveLength(6);
    expect(text).toContain('DTSTART;VALUE=DATE:20270303');
    expect(text.match(/^TRANSP:TRANSPARENT\r$/gm)).toHaveLength(3);
  });

  test('keeps an event’s id when it moves', () => {
    const moved = { ...none, interviews: [interview('a', '2026-11-10')] };
    expect(byIcalJs(calendarFeed(moved, now, stamp)).map(({ id }) => id)).toEqual(['a@backchannel']);
  });

  test('stays short, and lets what is long over go', () => {
    const many = Array.from({ length: 5000 }, (_, index) => interview(`i${index}`, '2026-11-03'));
    const text = calendarFeed({ ...none, interviews: [interview('old', '2026-09-01'), ...many] }, now, stamp);
    expect(byIcalJs(text)).toHaveLength(300);
    expect(text.length).toBeLessThan(100_000);
    expect(text).not.toContain('old@backchannel');
  });
});
