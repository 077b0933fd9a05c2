import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import { type OptionSpec, optionSpecs } from '../../src/core/commands/options.ts';
import fc from '../support/properties.ts';

/** What somebody does: types a command, taps a button that is theirs or not, asks for completions, writes words. */
export type Deed =
  | { kind: 'command'; command: string; options: RawOptions; page?: number }
  | { kind: 'tap'; button: number; ofAnother: boolean; choice: string }
  | { kind: 'token'; token: string }
  | { kind: 'complete'; command: string; option: string; text: string }
  | { kind: 'words'; text: string }
  | { kind: 'import'; file: string };

/** Words that once were taken for something, or broke something. */
const nasty = [
  'constructor',
  '__proto__',
  'toString',
  'every 100000000 days',
  'FREQ=DAILY;INTERVAL=100000000',
  '2026-99-99',
  'Mars/Base',
  '@everyone <!channel> <@U1>',
  '**bold** _x_ `y` ||z||',
  '\u202Eesrever',
  '\u0000\u0007\u001b[31m',
  '👩‍👩‍👧‍👦'.repeat(20),
  '\ud83d',
  '"; DROP TABLE "User"; --',
  '%s %n {{x}} $(y)',
  '../../../etc/passwd',
  'a'.repeat(5000),
  '(((('.repeat(200),
  ', , , ,',
  'they:',
  'null',
  'NaN',
  '-1',
  '1e309',
  '',
  ' ',
];
const people = ['Dr. Patel', 'Maria, charge nurse', 'Pat Osei and Lia Quist', 'Ana', 'dr', 'Ostrow, Mara, MD'];
const programs = ['Lakeside', 'Mercy IM', 'St. Mary', 'help', 'lakeside'];
const times = [
  'yesterday',
  'tomorrow 6 pm',
  'Nov 3 at 5pm',
  'every second Friday at 7 am',
  'noon',
  '31 feb',
  'Tue',
  '25:99',
];
const zones = ['America/Chicago', 'Eastern', 'Mumbai', 'ET', 'nowhere'];

const anything = fc.oneof(
  fc.constantFrom(...nasty, ...people, ...programs, ...times),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.lorem({ maxCount: 12 }),
);

const byKind: Partial<Record<OptionSpec['kind'], readonly string[]>> = {
  person: people,
  program: programs,
  place: programs,
  date: times,
  dateTime: times,
  time: ['9 am', '17:30', 'noon'],
  zone: zones,
  integer: ['0', '1', '7', '23', '999'],
  boolean: ['yes', 'no'],
};

/** Mostly what fits the option, sometimes anything. */
function anyFor({ kind, choices }: OptionSpec): fc.Arbitrary<string> {
  const fitting = choices?.map(({ value }) => value) ?? byKind[kind] ?? [...people, ...times];
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: anything });
}

const command: fc.Arbitrary<Deed> = fc.constantFrom(...commands).chain(({ name, options }) => {
  const specs = optionSpecs(options);
  // Erasing and exporting are a small part of what people do.
  const given = specs.map(spec =>
    fc.option(anyFor(spec), { freq: spec.required ? 8 : 1, nil: undefined }).map(value => [spec.name, value] as const),
  );
  const strange = fc.option(fc.tuple(fc.constantFrom('constructor', '__proto__', 'id', 'zzz'), anything), {
    freq: 9,
    nil: undefined,
  });
  return fc
    .tuple(fc.tuple(...given), strange, fc.option(fc.integer({ min: 1, max: 99 }), { freq: 5, nil: undefined }))
    .map(
      ([pairs, extra, page]): Deed => ({
        kind: 'command',
        command: name,
        options: Object.fromEntries(
          [...pairs, ...(extra ? [extra] : [])].filter((pair): pair is [string, string] => pair[1] !== undefined),
        ),
        ...(page && { page }),
      }),
    );
});

const row = fc.record({
  id: fc.oneof(fc.constantFrom('a', 'b', '__proto__'), fc.string({ maxLength: 70 })),
  name: anything,
  text: anything,
  role: fc.constantFrom('chief', 'wizard', 'attending'),
  rule: fc.oneof(fc.constantFrom(null, 'FREQ=DAILY', 'FREQ=DAILY;INTERVAL=100000000', 'constructor'), anything),
  at: fc.constantFrom('2026-12-01T09:00:00', 'soon'),
  zone: fc.constantFrom('UTC', 'Mars/Base'),
  state: fc.constantFrom('open', 'closed'),
  about: fc.constantFrom(null, [], [{ kind: 'eve' }], 'x'),
  day: fc.constantFrom('2026-12-01', '2026-99-99'),
  contactId: fc.constantFrom('a', 'nobody'),
});
const tables = ['Contact', 'Reminder', 'LogEntry', 'Interview', 'Program', 'User', '__proto__', 'Stranger'];
const json = fc
  .dictionary(fc.constantFrom(...tables), fc.array(row, { maxLength: 5 }))
  .map(rows => JSON.stringify({ version: 1, exportedAt: 'now', profile: { zone: 'Mars/Base' }, tables: rows }));
const csv = fc
  .tuple(
    fc.constantFrom(
      'name,role,place',
      'who,they,day',
      'name;specialty',
      'program,day,time',
      'constructor,__proto__',
      'a',
    ),
    fc.array(fc.array(anything, { maxLength: 5 }), { maxLength: 20 }),
  )
  .map(([head, rows]) => [head, ...rows.map(cells => cells.join(','))].join('\n'));
const file = fc.oneof(json, csv, anything, fc.string({ maxLength: 3000 }));

/** What a stranger's client could send instead of a button that was drawn. */
const token = fc.oneof(
  fc
    .tuple(fc.constantFrom(...commands.map(({ name }) => name)), fc.constantFrom('id', 'who', 'do', 'page'), anything)
    .map(([name, option, value]) => `${name}?${new URLSearchParams({ [option]: value })}`),
  fc.string({ maxLength: 100 }).map(text => `@${text}`),
  fc.string({ maxLength: 120 }),
);

export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 10, arbitrary: command },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      button: fc.nat(500),
      ofAnother: fc.boolean(),
      choice: anything,
    }),
  },
  { weight: 2, arbitrary: token.map((text): Deed => ({ kind: 'token', token: text })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('complete' as const),
      command: fc.constantFrom(...commands.map(({ name }) => name), 'nothing'),
      option: fc.constantFrom('who', 'program', 'place', 'zone', 'they', 'constructor'),
      text: anything,
    }),
  },
  { weight: 2, arbitrary: anything.map((text): Deed => ({ kind: 'words', text })) },
  { weight: 1, arbitrary: file.map((text): Deed => ({ kind: 'import', file: text })) },
);
