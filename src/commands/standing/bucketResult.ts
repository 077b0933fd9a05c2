import type { Context } from '../../core/commands/command.ts';
import type { Check } from '../../core/ports/notebook.ts';
import { whereUnheard, whyBetterHere } from '../../domain/bucket/beside.ts';
import { decideBucket, type Result } from '../../domain/bucket/bucket.ts';
import { type Change, changeSince, checked } from '../../domain/bucket/change.ts';
import { smallestMoves } from '../../domain/bucket/moves/index.ts';
import type { MoveSet } from '../../domain/bucket/moves/move.ts';
import type { SelfCheck } from '../../domain/bucket/selfCheck.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { formatClock, formatShortDay } from '../../domain/time/localTime.ts';
import type { ApplicantType } from '../../domain/vocabulary.ts';
import { type LoggedFacts, loggedFacts } from '../facts.ts';
import { openEndsOf } from '../people/looseEndCards.ts';

/** A result, with all that its card says. */
export interface Shown {
  input: SelfCheck;
  result: Result;
  change: Change;
  /** null: safe, nothing known, or no step helps. */
  moves: MoveSet | null;
  /** Why it is better at this program than overall. */
  better: string | null;
  /** Programs of the user's at which nobody would hear it, for a result overall. */
  unheard: string[];
  /** The open loose end with a person, by the person's id, and when it is due. */
  openWith: ReadonlyMap<string, { id: string; dueOn: Temporal.PlainDate | null }>;
}

/** What the table looks at, and who asks for what program. */
export interface Input {
  input: SelfCheck;
  applicantType: ApplicantType | null;
  program: ProgramFacts | null;
}

/** Everything that the table looks at: the log and the answers. */
export async function inputFor(program: ProgramFacts | null, context: Context): Promise<Input> {
  const [facts, { applicantType }] = await Promise.all([loggedFacts(context.notebook), context.notebook.profile()]);
  return { input: inputOf(facts, program, applicantType, context), applicantType, program };
}

function inputOf(
  { people, entries, mended, answers, programs }: LoggedFacts,
  program: ProgramFacts | null,
  applicantType: ApplicantType | null,
  { today }: Context,
): SelfCheck {
  return {
    people,
    entries,
    mended,
    answers,
    programs: programs.map(({ name }) => name),
    // Unsaid, both columns are shown, as for anybody who may accept an early offer.
    applicantType: applicantType ?? 'graduate',
    today,
    ...(program && {
      program: {
        name: program.name,
        market: program.market ?? 'unknown',
        ...(program.school && { school: program.school }),
      },
    }),
  };
}

/** What there is to do first by the table, overall: what Home shows, of which nothing is kept. */
export async function firstMove(context: Context): Promise<Pick<Shown, 'input' | 'result' | 'moves' | 'openWith'>> {
  const input = inputOf(await loggedFacts(context.notebook), null, context.user.applicantType, context);
  return movesOf(input, decideBucket(input), context);
}

async function movesOf(input: SelfCheck, result: Result, context: Context) {
  const ends = await openEndsOf(context);
  const isShort = result.bucket !== null && result.bucket !== 'safe';
  return {
    input,
    result,
    moves: isShort ? smallestMoves(input, context.today.add({ days: 1 })) : null,
    openWith: new Map(
      ends.open.flatMap(({ looseEnd: { id, contactId }, dueOn }) => (contactId ? [[contactId, { id, dueOn }]] : [])),
    ),
  };
}

/** Decides, compares with the last time, and keeps the result where it is another. */
export async function resultOf(
  { input, program }: Input,
  previous: Check | undefined,
  context: Context,
): Promise<Shown> {
  const { notebook, now, zone } = context;
  const result = decideBucket(input);
  const current = checked(result);
  const moving = await movesOf(input, result, context);
  const change = changeSince(previous ? { ...previous.checked, when: since(previous.at, now, zone) } : null, current);
  if (change.kind !== 'same') await notebook.recordCheck({ programId: program?.id ?? null, checked: current });
  return {
    ...moving,
    change,
    better: result.bucket === null ? null : whyBetterHere(input),
    unheard: !program && result.bucket === 'safe' ? whereUnheard(input) : [],
  };
}

/** The time on the same day, else the day. */
export function since(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const [then, here] = [at.toZonedDateTimeISO(zone), now.toZonedDateTimeISO(zone)];
  return then.toPlainDate().equals(here.toPlainDate())
    ? formatClock(then.toPlainTime())
    : formatShortDay(then.toPlainDate());
}
