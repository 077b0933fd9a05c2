import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import { optionSpecs } from '../../src/core/commands/options.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { isLong, longTest } from '../support/long.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

/** What every object of JavaScript answers to: here they are words like any other. */
const ALL = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const WORDS = isLong ? ALL : ALL.slice(0, 2);

let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let organizer: Member;
/** An export of a notebook that has something of everything. */
let exported: string;
/** What every row of hers hangs on and says, to be looked for. */
const kept = async () => JSON.stringify((await (await ana.notebook()).exportAll()).tables);

const full: [string, RawOptions][] = [
  [
    'log',
    {
      who: 'Dr. Patel',
      they: 'at-once',
      sentence: 'She would take me',
      where: 'Lakeside',
      about: 'reliability',
      role: 'chief',
    },
  ],
  ['programs', { do: 'add', name: 'Lakeside', market: 'outside', specialty: 'Surgery' }],
  ['programs', { do: 'interview', name: 'Lakeside', when: 'Tue 3 Nov 9am' }],
  ['programs', { do: 'offer', name: 'Lakeside', by: 'Fri 13 Nov 5pm' }],
  ['programs', { do: 'clue', name: 'Lakeside', clue: 'other', note: 'They wrote' }],
  ['loose-ends', { about: 'Say thanks', with: 'Patel', kind: 'apology' }],
  ['defenders', { name: 'Patel' }],
  ['reminders', { what: 'Call', when: 'every Friday at 6pm' }],
  ['bucket', { paper: 'solid', incidents: 'none', program: 'Lakeside', market: 'outside', school: 'known' }],
];

beforeAll(async () => {
  core = await startCore(commands);
  ana = core.member('ana');
  organizer = core.member('organizer', 'playground', true);
  for (const [command, options] of full) await ana.say(command, options);
  exported = JSON.stringify(await (await ana.notebook()).exportAll());
});
afterAll(() => core.stop());

/** Nothing failed inside; and where it was refused nothing of it is kept. */
async function sound(answer: Answer, before: string, what: string): Promise<void> {
  const text = textOf(answer);
  expect(answer.card.title, `${what}: ${text}`).not.toBe('That did not work');
  expect(text, what).not.toMatch(/\[object|native code|undefined|NaN/);
  if (answer.card.title === 'Not quite') expect(await kept(), what).toBe(before);
}

/** What a command needs, so that the word in question is what is read. */
const needed = (command: string): RawOptions => full.find(([name]) => name === command)?.[1] ?? {};

describe.each(commands.map(command => [command.name, command] as const))('/%s', (name, command) => {
  test('takes them for plain words in each of its options, and as the name of one', { timeout: 60_000 }, async () => {
    const asker = command.audience === 'organizer' ? organizer : ana;
    for (const word of WORDS) {
      for (const spec of optionSpecs(command.options))
        for (const beside of [{}, needed(name)]) {
          const options = { ...beside, [spec.name]: word };
          const before = await kept();
          await sound(await asker.say(name, options), before, JSON.stringify(options));
          await asker.typed(name, options);
          await asker.typed(name, options, true);
          await asker.suggest(name, spec.name, word);
        }
      const answer = await asker.say(name, Object.fromEntries([[word, 'yes']]));
      expect(textOf(answer)).toContain(`There is no option "${word}" here.`);
      expect(await asker.suggest(name, word, 'a')).toEqual([]);
    }
  });
});

test('they are no commands, and no buttons', async () => {
  for (const word of WORDS) {
    expect(textOf(await ana.say(word))).toContain(`There is no command "${word}"`);
    expect(await ana.callOf(`@${word}`)).toBeUndefined();
    for (const token of [`${word}?${word}=1`, `log?${word}=1`, `advice*${word}`]) {
      const made = await ana.callOf(token, word);
      if (made) await sound(await ana.make(made), await kept(), token);
    }
  }
});

/** Looks at a file and imports what can be. */
async function imports(file: string, what: string): Promise<void> {
  const before = await kept();
  const looked = await ana.say('my-data', { file });
  await sound(looked, before, what);
  expect(await kept()).toBe(before);
  const go = labelsOf(looked).find(label => label.startsWith('Import'));
  if (go) await sound(await ana.tap(looked, go), before, what);
}

const sheets = [
  ['who,they,day,role,place,note,about', 'Dr. Osei,good,2026-10-01,chief,Mercy,Kind,reliability'],
  ['name,role,place', 'Dr. Lee,attending,Mercy'],
  ['name,specialty,market', 'Mercy,Surgery,outside'],
  ['program,day,time,zone,kind', 'Mercy,2026-11-03,9 am,America/Chicago,video'],
] as const;

longTest.each(sheets)(
  'a spreadsheet of %s takes them as heads and in each cell',
  { timeout: 120_000 },
  async (head, row) => {
    const [heads, cells] = [head.split(','), row.split(',')];
    for (const word of ALL) {
      await imports(`${head},${word}\n${row},${word}\n`, `${word} beside ${head}`);
      for (const index of heads.keys()) {
        await imports(`${heads.with(index, word).join(',')}\n${row}\n`, `${word} as a head in ${head}`);
        await imports(`${head}\n${cells.with(index, word).join(',')}\n`, `${word} under ${heads[index]}`);
      }
    }
  },
);

/** The text with each of its parts, a key or a value in quotes, instead being this word: once for each that is different. */
function* variants(json: string, word: string): Generator<[string, string]> {
  const seen = new Set<string>();
  let table = '';
  for (const { 0: part, index } of json.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const isKey = json[index + part.length] === ':';
    if (isKey && /^"[A-Z]/.test(part)) table = part;
    const key = isKey ? part : /"(?:[^"\\]|\\.)*"(?=:[^:]*$)/.exec(json.slice(Math.max(0, index - 200), index))?.[0];
    const what = `${table} ${isKey ? 'key' : 'value of'} ${key}`;
    if (seen.has(what)) continue;
    seen.add(what);
    yield [what, `${json.slice(0, index)}"${word}"${json.slice(index + part.length)}`];
  }
}

longTest.each(ALL)('a notebook.json takes "%s" as each of its keys and values', { timeout: 120_000 }, async word => {
  let count = 0;
  for (const [what, file] of variants(exported, word)) {
    await imports(file, `${word} as ${what}`);
    count += 1;
  }
  expect(count).toBeGreaterThan(100);
});
