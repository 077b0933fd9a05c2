import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import type { Reminder } from '../../src/core/ports/notebook.ts';
import { calendarFile } from '../../src/exchange/calendar.ts';
import { timeZoneText } from '../../src/exchange/timeZone.ts';
import { nothing, program } from './notebook.ts';

const now = Temporal.Instant.from('2026-10-14T17:00:00Z');
const zone = 'America/Chicago';
const lakeside = program('p', 'Lakeside');
const reminder: Reminder = {
  id: 'r',
  text: 'Write to Kim; thank Lou,\nand smile',
  at: Temporal.PlainDateTime.from('2026-10-23T09:00'),
  zone,
  rule: null,
  state: 'open',
  about: null,
  link: null,
};

/** The components of a calendar file with their lines, unfolded; each line by its name, with its parameters. */
function parse(text: string): { kind: string; lines: Record<string, string> }[] {
  expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true);
  const open: { kind: string; lines: Record<string, string> }[] = [];
  const all: typeof open = [];
  for (const line of text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (name === 'BEGIN') open.push({ kind: value, lines: {} });
    else if (name === 'END') {
      const done = open.pop();
      expect(done?.kind).toBe(value);
      if (done) all.push(done);
    } else Object.assign(open.at(-1)?.lines ?? {}, { [name]: value });
  }
  expect(open).toEqual([]);
  return all;
}
const eventsOf = (data: Partial<typeof nothing>) =>
  parse(calendarFile({ ...nothing, ...data, programs: [lakeside] }, now)).flatMap(({ kind, lines }) =>
    kind === 'VEVENT' ? [lines] : [],
  );

describe('a calendar file', () => {
  test('says what repeats in a zone that is only an offset, whose sign a calendar could not read', () => {
    const repeats = { ...reminder, zone: '+05:30', rule: 'FREQ=DAILY' };
    const text = calendarFile({ ...nothing, reminders: [repeats], programs: [] }, now);
    expect(text).toContain('TZID:+0530');
    expect(text).toContain('DTSTART;TZID=+0530:20261023T090000');
    expect(text).toContain('TZOFFSETTO:+0530');
  });

  test('has interviews, as long as they take, and what is to be answered at its moment, in UTC', () => {
    const events = eventsOf({
      interviews: [
        {
          id: 'i',
          programId: 'p',
          kind: 'interview',
          day: Temporal.PlainDate.from('2026-11-03'),
          time: Temporal.PlainTime.from('09:00'),
          zone: 'America/New_York',
          minutes: 240,
          followUpSentOn: null,
        },
      ],
      invitations: (['open', 'accepted'] as const).map(state => ({
        ...{ id: `invited-${state}`, programId: 'p', zone, state, day: null, time: null, minutes: null },
        receivedAt: now,
        replyBy: Temporal.Instant.from('2026-10-16T22:00:00Z'),
      })),
      offers: (['open', 'declined'] as const).map(state => ({
        id: state,
        programId: 'p',
        receivedOn: Temporal.PlainDate.from('2026-10-13'),
        replyBy: Temporal.Instant.from('2026-10-20T22:00:00Z'),
        zone,
        state,
      })),
    });
    expect(events).toMatchObject([
      { UID: 'i', DTSTART: '20261103T140000Z', DTEND: '20261103T180000Z', SUMMARY: 'interview: Lakeside' },
      { UID: 'invited-open', DTSTART: '20261016T220000Z', SUMMARY: 'Answer Lakeside' },
      { UID: 'open', DTSTART: '20261020T220000Z', SUMMARY: 'Answer Lakeside' },
    ]);
    expect(events[1]).not.toHaveProperty('DTEND');
  });

  test('has open reminders, once in UTC, their signs escaped', () => {
    expect(eventsOf({ reminders: [reminder, { ...reminder, id: 'done', state: 'done' }] })).toMatchObject([
      { UID: 'r', DTSTART: '20261023T140000Z', SUMMARY: 'Write to Kim\\; thank Lou\\,\\nand smile' },
    ]);
  });

  test('repeats a reminder at its hour of the zone, before and after the clocks change', () => {
    const file = calendarFile({ ...nothing, reminders: [{ ...reminder, rule: 'FREQ=WEEKLY;BYDAY=FR' }] }, now);
    const components = parse(file);
    const lines = components.find(({ kind }) => kind === 'VEVENT')?.lines ?? {};
    const start = lines[`DTSTART;TZID=${zone}`];
    expect(start).toBe('20261023T090000');
    const rruleString = `DTSTART;TZID=${zone}:${start}\nRRULE:${lines.RRULE}`;
    const times = new RRuleTemporal({ rruleString }).all((_, index) => index < 3);
    expect(times.map(time => time.toInstant().toString())).toEqual([
      '2026-10-23T14:00:00Z',
      '2026-10-30T14:00:00Z',
      '2026-11-06T15:00:00Z',
    ]);
    expect(components.filter(({ kind }) => kind === 'VTIMEZONE').map(({ lines: { TZID } }) => TZID)).toEqual([zone]);
  });

  test('of an empty notebook is one all the same', () =>
    expect(parse(calendarFile(nothing, now)).map(({ kind }) => kind)).toEqual(['VCALENDAR']));
});

describe('a time zone', () => {
  /** The offset that the described clocks have at a local time. */
  function offsetAt(text: string, local: string): string {
    const observed = parse(text.replaceAll('\n', '\r\n')).flatMap(({ kind, lines }) =>
      kind === 'VTIMEZONE' ? [] : [lines],
    );
    const sorted = observed.toSorted((one, other) => (one.DTSTART ?? '').localeCompare(other.DTSTART ?? ''));
    return sorted.findLast(({ DTSTART = '' }) => DTSTART <= local)?.TZOFFSETTO ?? '';
  }

  test.each(['America/Chicago', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'UTC'])(
    '%s is described as it is, month by month for three years',
    name => {
      const from = Temporal.PlainDate.from('2026-06-01');
      const text = timeZoneText(name, from);
      for (let month = 0; month < 36; month++) {
        const local = from.add({ months: month }).toPlainDateTime('12:00');
        const offset = local.toZonedDateTime(name).offset.replace(':', '');
        expect(offsetAt(text, local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''))).toBe(offset);
      }
    },
  );

  test('changes at the local hour that the clocks showed before', () => {
    const lines = parse(timeZoneText(zone, Temporal.PlainDate.from('2026-06-01')).replaceAll('\n', '\r\n'));
    expect(lines).toContainEqual({
      kind: 'STANDARD',
      lines: { DTSTART: '20261101T020000', TZOFFSETFROM: '-0500', TZOFFSETTO: '-0600' },
    });
    expect(lines).toContainEqual({
      kind: 'DAYLIGHT',
      lines: { DTSTART: '20270314T020000', TZOFFSETFROM: '-0600', TZOFFSETTO: '-0500' },
    });
  });
});
