import { z } from 'zod';
import { ownPictures } from '../../charts/index.ts';
import type { NetworkData, Reach } from '../../charts/network.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel, limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { type Standing, standingOf, standings } from '../../domain/network/callers.ts';
import type { Gap } from '../../domain/network/gaps.ts';
import { type Network, networkFor, type RouteOnMap } from '../../domain/network/network.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { signalGap } from '../../domain/programs/sent.ts';
import { roles, routes } from '../../domain/vocabulary.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { type LoggedFacts, loggedFacts } from '../facts.ts';
import { roleMenu } from '../people/personPage.ts';
import { namedProgram } from '../programs/namedProgram.ts';

export const network = defineCommand({
  name: 'network',
  description: 'Who could be called about you, on which of four routes, and where nobody would speak',
  audience: 'everyone',
  options: z.strictObject({
    program: option
      .program({
        label: 'Program',
        description: 'For one program; blank: all over',
        screened: false,
      })
      .optional(),
  }),
  examples: ['', 'Lakeside'],
  async run({ program: name }, context): Promise<Card> {
    const { notebook } = context;
    const program =
      name === undefined
        ? undefined
        : await namedProgram(name, context, {
            again: program => call('network', { program }),
            otherwise: { label: 'Show all', call: call('network') },
          });
    if (program && 'blocks' in program) return program;
    const facts = await loggedFacts(notebook);
    const { people, entries, mended, programs, scene } = facts;
    if (people.length === 0) return nobody();
    const map = networkFor(people, entries, { ...(program && { program }), mended, scene });
    const [widest] = map.gaps;
    const here = { program: program?.name };
    return card(program ? `Who ${program.name} could call` : 'Who could be called', {
      answer: map.answer,
      blocks: [
        { type: 'list', items: map.routes.map(sayRoute) },
        ...signaledInVain(program ? [program] : programs, facts),
        ...knows(map),
        ...offTheMap(map),
        { type: 'picture', ...(await ownPictures.network(drawn(map, program))) },
        ...buttons(
          widest ? gapButton(widest, map) : { label: 'Stay in touch', call: call('defenders') },
          { label: program ? 'My bucket there' : 'My bucket', call: call('bucket', here) },
          { label: 'People', call: call('people') },
        ),
        ...chooser(programs, program),
      ],
      footer: 'Only you see this. A map of your log, no forecast.',
    });
  },
});

/** So many are said all over; each program says its own. */
const GAPS = 2;

/** Programs that the user signaled and where nobody can speak for them yet. */
function signaledInVain(programs: readonly ProgramFacts[], { people, entries, mended, scene }: LoggedFacts): Block[] {
  const gaps = programs
    .filter(({ signal }) => signal !== null)
    .flatMap(program => signalGap(program, networkFor(people, entries, { program, mended, scene })) ?? []);
  return gaps.slice(0, GAPS).map(text => ({ type: 'text', text }));
}

/** One line a route: who, what they would say and when they last saw it; or the one way to fill the gap. */
function sayRoute({ route, callers, sentence, gap }: RouteOnMap): string {
  const words = callers.find(({ tone, last }) => tone === 'good' && last?.sentence)?.last?.sentence;
  const quoted = words ? ` “${clip(words, 80)}”` : '';
  return `${bold(`${capital(routes[route].label)}.`)} ${sentence}${gap ? ` ${gap.way}` : quoted}`;
}

const knows = ({ knows: known }: Network): Block[] =>
  known.length === 0
    ? []
    : [
        {
          type: 'text',
          text: `${bold('Who knows who.')} ${known
            .slice(0, 3)
            .map(({ sentence }) => sentence)
            .join(' ')}`,
        },
      ];

/** Those whose role nobody said, or is none that a director asks: no route, and one tap away from one. */
const offTheMap = ({ onNoRoute }: Network): Block[] => {
  const unsaid = onNoRoute.filter(({ person }) => person.role === 'other');
  return [
    ...(onNoRoute.length === 0
      ? []
      : [
          {
            type: 'text',
            text: `${bold('On no route yet.')} ${list(onNoRoute.map(({ person }) => `${person.name} (${roles[person.role].label})`))}.`,
          } as const,
        ]),
    ...unsaid.slice(0, 1).map(({ person }) => roleMenu(person)),
  ];
};

/** What begins the way to fill a gap. */
function gapButton({ kind, personId, advice }: Gap, { routes: map }: Network): Button {
  const person = map.flatMap(({ callers }) => callers).find(caller => caller.person.id === personId)?.person;
  if (person && kind === 'concerns')
    return {
      label: buttonLabel(`Fix it with ${person.name}`),
      call: formCall('loose-ends', { do: 'open', person: person.id }),
    };
  if (person && kind === 'unknown')
    return { label: buttonLabel(`Log ${person.name}`), call: formCall('log', { who: person.name }) };
  return { label: 'How to fill the gap', call: call('advice', { piece: advice }) };
}

/** The same for another program, or all over. */
function chooser(programs: readonly ProgramFacts[], shown: ProgramFacts | undefined): Block[] {
  const others = programs.filter(({ id }) => id !== shown?.id).slice(0, limits.menuChoices);
  if (others.length === 0)
    return buttons(!shown && { label: 'Add a program', call: formCall('programs', { do: 'add' }) });
  return [
    {
      type: 'select',
      placeholder: 'For a program',
      call: selectCall('network', 'program'),
      choices: others.map(({ name }) => ({ value: name, label: menuLine(name) })),
    },
  ];
}

const drawn = ({ routes: map }: Network, program: ProgramFacts | undefined): NetworkData => ({
  ...(program && { program: program.name }),
  routes: map.map(one => ({
    route: one.route,
    reach: reachOf(one),
    names: Object.fromEntries(
      standings.map(standing => [
        standing,
        one.callers.filter(caller => standingOf(caller) === standing).map(({ person }) => person.name),
      ]),
    ) as Record<Standing, string[]>,
  })),
});

const reaches: Record<Gap['kind'], Reach> = { nobody: 'nobody', unknown: 'quiet', concerns: 'worry' };
const reachOf = ({ gap }: RouteOnMap): Reach => (gap ? reaches[gap.kind] : 'reached');

const nobody = (): Card =>
  card('No one on the map yet', {
    answer: 'Here you will see who could be called about you, on each of the four routes, and the gaps.',
    blocks: [
      {
        type: 'text',
        text: 'Begin with one name from each: an attending, a clerkship director, a resident who moved on, a chief.',
      },
      ...buttons(
        { label: 'Log the first', call: formCall('log') },
        { label: 'The four routes', call: call('advice', { piece: 'the-four-routes' }) },
      ),
    ],
    footer: 'Only you see this.',
  });
