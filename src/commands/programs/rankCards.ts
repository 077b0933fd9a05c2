import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, type SelectOption } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { limits, menuLine } from '../../core/cards/limits.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import {
  byOwnWish,
  type CertifyBy,
  certifyBy,
  isCertified,
  type Move,
  moved,
  onlyNrmpCounts,
  rankedOf,
} from '../../domain/programs/rankList.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import type { Market } from '../../domain/vocabulary.ts';
import { capital, count } from '../../domain/words/sentences.ts';
import { listCard, undoButton } from '../lists.ts';
import { alike } from '../people/find.ts';
import { compareCard } from './compareCard.ts';
import { itemCall, itemOf, programOf, programToUse } from './programItems.ts';
import { askMarket, askMarketOfNew } from './rankMarket.ts';

interface Given {
  name?: string | undefined;
  market?: Market | undefined;
  beside?: string | undefined;
  certify?: Temporal.PlainDate | undefined;
}

/** The list as it is; one program of it, to move; two side by side; or another day to certify it. */
export async function openRankList({ name, market, beside, certify }: Given, context: Context): Promise<Card> {
  if (certify) return setCertifyDay(certify, context);
  if (!name) return showRankList('list', context);
  const isKnown = async (typed: string) => alike(typed, await context.notebook.programs.all()).length > 0;
  if (beside) {
    // Nothing could be said of a program that nobody has noted.
    const missing = (await isKnown(name)) ? ((await isKnown(beside)) ? undefined : beside) : name;
    if (missing !== undefined) throw unknownProgram(missing);
    return compareCard(
      (await programToUse(name, context)).program,
      (await programToUse(beside, context)).program,
      context,
    );
  }
  if (!market && !(await isKnown(name))) return askMarketOfNew(name);
  const { program } = await programToUse(name, context);
  if (market === 'inside' && program.market !== 'inside') return putInside(program.id, context);
  return program.rankPlace === null ? moveInList('on')(program.id, context) : showRankList(program.id, context);
}

const unknownProgram = (name: string): UserError =>
  new UserError(`No program of yours is called "${clip(name, 60)}". Add it first, or check the name.`, {
    beside: 'Not one of your programs.',
  });

/** @param id the program that can be moved now, or `list` */
export async function showRankList(id: string, context: Context): Promise<Card> {
  return rankCard(await context.notebook.programs.all(), context, { id });
}

/** Moves one program, or puts it on the list or takes it off; the list as it is then. */
export const moveInList =
  (move: Move) =>
  async (id: string, context: Context): Promise<Card> => {
    const program = await programOf(id, context);
    if (move === 'on' && program.market !== 'inside') return askMarket(program);
    const ids = rankedOf(await context.notebook.programs.all()).map(one => one.id);
    const order = moved(ids, id, move);
    if (order.join() === ids.join()) return showRankList(id, context);
    const { undoId } = await context.notebook.rankPrograms(order);
    return rankCard(await context.notebook.programs.all(), context, { id, undoId });
  };

/** Says that a program fills its places in the Match, and puts it on the list. */
export async function putInside(id: string, context: Context): Promise<Card> {
  await context.notebook.programs.change(id, { market: 'inside' });
  return moveInList('on')(id, context);
}

/** Notes that the list is certified: nothing more comes about it this season. */
export async function noteCertified(_: string, context: Context): Promise<Card> {
  const { undoId } = await context.notebook.changeProfile({ certifiedOn: context.today });
  return rankCard(await context.notebook.programs.all(), context, {
    undoId,
    said: 'Noted: certified. If you change it at NRMP, certify it again there.',
    certifiedOn: context.today,
  });
}

async function setCertifyDay(day: Temporal.PlainDate, context: Context): Promise<Card> {
  const { now, zone, season } = context;
  const by = certifyBy(day, { now, zone, rules: season });
  if (by && !by.isOwn)
    throw new UserError(`That day is too late, or past. The deadline is ${by.words}`, {
      certify: 'Choose an earlier day.',
    });
  const { undoId } = await context.notebook.changeProfile({ certifyBy: day });
  return rankCard(await context.notebook.programs.all(), context, {
    undoId,
    said: `I’ll remind you a week and a day before ${formatDay(day)}.`,
    own: day,
  });
}

interface Shown {
  /** The program that can be moved now. */
  id?: string;
  undoId?: string;
  said?: string;
  certifiedOn?: Temporal.PlainDate;
  own?: Temporal.PlainDate;
}

const PAGE = 5;
/** Letters of a name. */
const SHOWN = 40;

function rankCard(programs: readonly ProgramFacts[], context: Context, { id, undoId, said, ...fresh }: Shown): Card {
  const { user, now, zone, season, today } = context;
  const ranked = rankedOf(programs);
  const at = ranked.findIndex(program => program.id === id);
  const isDone = isCertified(fresh.certifiedOn ?? user.certifiedOn, today);
  const by = certifyBy(fresh.own ?? user.certifyBy, { now, zone, rules: season });
  const listed = listCard<ProgramFacts>({
    title: 'My rank list',
    answer:
      ranked.length === 0
        ? `Nothing on it yet: put your favorite first. ${onlyNrmpCounts}`
        : `${at < 0 ? capital(count(ranked.length, 'program', 'programs')) : `${ranked[at]?.name}: number ${at + 1} of ${ranked.length}`}. ${onlyNrmpCounts}`,
    items: ranked,
    line: program => {
      const place = `${ranked.indexOf(program) + 1}. ${clip(program.name, SHOWN)}`;
      return `${program.id === id ? bold(place) : place}${markOf(program)}`;
    },
    ...(ranked.length > 0 && {
      open: {
        placeholder: 'Move or compare one',
        call: selectCall('programs', 'item'),
        label: ({ name }) => name,
        value: program => itemOf('rank', program.id),
      },
    }),
    call: call('programs', { do: 'rank' }),
    page: at < 0 ? context.page : Math.floor(at / PAGE) + 1,
    footer: 'Seen by nobody.',
    rows:
      at < 0
        ? []
        : [
            at > 0 && { label: 'Up', call: itemCall('rank', ranked[at]?.id ?? '', 'up') },
            at < ranked.length - 1 && { label: 'Down', call: itemCall('rank', ranked[at]?.id ?? '', 'down') },
            { label: 'Take off', call: itemCall('rank', ranked[at]?.id ?? '', 'off') },
          ],
  });
  const text = (words: string): Block[] => (words ? [{ type: 'text', text: words }] : []);
  return {
    ...listed,
    ...(undoId && { tone: 'good' }),
    blocks: [
      ...text(said ?? ''),
      ...listed.blocks.filter(block => block.type !== 'list' || block.items.length > 0),
      ...compareMenu(ranked, ranked[at]),
      ...addMenu(programs, ranked),
      ...text(ranked.length > 0 && at < 0 ? byOwnWish : ''),
      ...text(at < 0 ? saysWhen(isDone, by) : ''),
      ...buttons(
        at < 0 &&
          ranked.length > 0 &&
          !isDone && { label: 'It is certified', call: itemCall('rank', 'list', 'certified') },
        at < 0 && ranked.length > 0 && !isDone && { label: 'Own date', call: formCall('programs', { do: 'rank' }) },
        undoId !== undefined && undoButton(undoId),
      ),
    ],
  };
}

const saysWhen = (isDone: boolean, by: CertifyBy | undefined): string =>
  isDone ? 'You said that it is certified.' : by ? `Certify it by ${by.short}.` : '';

/** "(maybe, flag)": of a debrief as much as there is room for. */
function markOf({ wish, redFlag }: ProgramFacts): string {
  const said = [wish, redFlag !== null && redFlag !== 'none' && 'flag'].filter(Boolean);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

/** The others of the list, to be seen beside the one that is open. */
function compareMenu(ranked: readonly ProgramFacts[], open: ProgramFacts | undefined): Block[] {
  const others = ranked.filter(one => one !== open);
  if (!open || others.length === 0) return [];
  return [
    {
      type: 'select',
      placeholder: 'Compare it with',
      call: selectCall('programs', 'beside', { do: 'rank', name: open.name }),
      choices: others.slice(0, limits.menuChoices).map(({ name }) => ({ value: name, label: menuLine(name) })),
    },
  ];
}

/** What could be put on it: those in the Match and those of which that is not known, debriefed ones first. */
function addMenu(programs: readonly ProgramFacts[], ranked: readonly ProgramFacts[]): Block[] {
  const choices: SelectOption[] = programs
    .filter(one => one.market !== 'outside' && !ranked.includes(one))
    .toSorted((one, other) => Number(other.debriefedOn !== null) - Number(one.debriefedOn !== null))
    .slice(0, limits.menuChoices)
    .map(({ id, name }) => ({ value: itemOf('rank', id), label: menuLine(name) }));
  return choices.length === 0
    ? []
    : [
        {
          type: 'select',
          placeholder: 'Add one',
          call: selectCall('programs', 'item', { act: 'on' }),
          choices,
        },
      ];
}
