import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { acts, itemKinds } from '../src/commands/programs/programItems.ts';
import type { RawOptions } from '../src/core/commands/call.ts';
import { optionSpecs } from '../src/core/commands/options.ts';
import { keysOf } from '../src/domain/vocabulary.ts';
import { movableClock } from './support/bot.ts';
import { type Member, startCore, textOf } from './support/member.ts';
import { waysToCall } from './support/waysToCall.ts';

/** Words that Ana alone has written: none of them may reach anybody else. */
const SECRETS = ['Quillfeather', 'Zanzibarine', 'Marmoset Memorial', 'Velvetine'];
const [PERSON, SENTENCE, PROGRAM, NOTE] = SECRETS as [string, string, string, string];

const clock = movableClock('2026-10-28T14:00[America/Chicago]');
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let ids: string[];
let programIds: string[];

beforeAll(async () => {
  core = await startCore(commands, clock);
  ana = core.member('ana');
  const said: [string, RawOptions][] = [
    ['settings', { zone: 'America/Chicago', type: 'img', next: 'done' }],
    [
      'log',
      { who: `Dr. ${PERSON}`, they: 'at-once', sentence: `${SENTENCE} would take her`, where: PROGRAM, role: 'chief' },
    ],
    ['programs', { do: 'add', name: PROGRAM, market: 'outside' }],
    ['programs', { do: 'interview', name: PROGRAM, when: 'Tue 3 Nov 9am' }],
    ['programs', { do: 'invitation', name: PROGRAM, by: 'Thu 12 Nov 5pm' }],
    ['programs', { do: 'note', name: PROGRAM, note: NOTE }],
    ['programs', { do: 'debrief', name: PROGRAM, wish: 'yes', knew: 'yes', line: NOTE }],
    ['programs', { do: 'offer', name: PROGRAM, by: 'Fri 13 Nov 5pm' }],
    ['programs', { do: 'clue', name: PROGRAM, clue: 'other', note: NOTE }],
    ['loose-ends', { about: NOTE, with: PERSON, kind: 'apology' }],
    ['defenders', { name: PERSON }],
    ['reminders', { what: NOTE, when: 'tomorrow 6pm' }],
    ['bucket', { paper: 'solid', incidents: 'none', program: PROGRAM, market: 'outside', school: 'known', add: 'yes' }],
  ];
  for (const [command, options] of said) {
    const { card } = await ana.say(command, options);
    expect(['Not quite', 'That did not work'], `${command}: ${card.answer}`).not.toContain(card.title);
  }
  const notebook = await ana.notebook();
  const shelves = [
    notebook.people,
    notebook.programs,
    notebook.interviews,
    notebook.invitations,
    notebook.offers,
    notebook.clues,
    notebook.looseEnds,
    notebook.reminders,
    notebook.defenders,
  ];
  const items = await Promise.all(shelves.map(shelf => shelf.all() as Promise<readonly { id: string }[]>));
  for (const kept of items) expect(kept.length).toBeGreaterThan(0);
  programIds = (await notebook.programs.all()).map(({ id }) => id);
  ids = [...items.flat(), ...(await notebook.history({ limit: 10 }))].map(({ id }) => id);
});
afterAll(() => core.stop());

describe.each([
  ['another member', false],
  ['an organizer', true],
])('%s', (who, organizes) => {
  for (const command of commands)
    test(`finds nothing of Ana’s with /${command.name}`, { timeout: 180_000 }, async () => {
      const other = core.member(`other-${who}-${command.name}`, 'playground', organizes);
      for (const options of waysToCall(command, ids)) {
        const text = textOf(await other.say(command.name, options));
        for (const secret of SECRETS) expect(text, JSON.stringify(options)).not.toContain(secret);
      }
    });

  test('reaches none of Ana’s programs, debriefs or places in a rank list by their ids', {
    timeout: 180_000,
  }, async () => {
    const other = core.member(`items-${who}`, 'playground', organizes);
    const [mine] = ids;
    for (const kind of itemKinds)
      for (const act of [undefined, ...keysOf(acts)])
        for (const id of kind === 'rank' || kind === 'debrief' || kind === 'program' ? programIds : [mine]) {
          const text = textOf(await other.say('programs', { item: `${kind}.${id}`, ...(act && { act }) }));
          for (const secret of SECRETS) expect(text, `${kind} ${act}`).not.toContain(secret);
        }
    const [kept] = await (await ana.notebook()).programs.all();
    expect(kept).toMatchObject({ wish: 'yes', debrief: NOTE });
  });

  test('is offered none of Ana’s names while typing', async () => {
    const other = core.member(`typing-${who}`, 'playground', organizes);
    for (const command of commands)
      for (const { name, suggests } of optionSpecs(command.options))
        if (suggests)
          for (const text of ['', 'q', 'mar'])
            expect(JSON.stringify(await other.suggest(command.name, name, text))).not.toMatch(
              new RegExp(SECRETS.join('|'), 'i'),
            );
  });
});

test('Ana still has all of it', async () => {
  const text = JSON.stringify(await (await ana.notebook()).exportAll());
  for (const secret of SECRETS) expect(text).toContain(secret);
});
