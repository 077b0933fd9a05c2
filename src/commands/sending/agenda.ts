import type { Context } from '../../core/commands/command.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Identity } from '../../core/ports/users.ts';
import type { Interview, Invitation, Offer } from '../../domain/notebook.ts';
import { formatBoth } from '../../domain/time/bothClocks.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';

/** An interview, or the end of the time to answer an invitation or offer. */
export interface Ahead {
  kind: 'interview' | 'invitation' | 'offer';
  id: string;
  programId: string;
  /** The program's name, and the zone that the time was given in. */
  program: string;
  place: string;
  at: Temporal.Instant;
  /** "interview", "social", "answer an offer". */
  name: string;
  /** "interview at Lakeside, Tue, Nov 3 ...", with both clocks. */
  line: string;
  /** The same without the program: "interview Tue, Nov 3 ...". */
  words: string;
}

/** When it begins. */
export const startOf = ({ day, time, zone }: Interview): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();

type Asking = Pick<Context, 'notebook' | 'now' | 'zone'>;

/** One's own interviews, and what is to be answered, that are ahead, soonest first. */
export async function comingUp({ notebook, now, zone }: Asking): Promise<Ahead[]> {
  const [interviews, invitations, offers, programs] = await Promise.all([
    notebook.interviews.all(),
    notebook.invitations.all(),
    notebook.offers.all(),
    notebook.programs.all(),
  ]);
  const nameOf = (id: string) => programs.find(program => program.id === id)?.name ?? 'a program';
  const toAnswer = (kind: 'invitation' | 'offer') => (item: Invitation | Offer) => {
    const { id, programId, replyBy, zone: place, state } = item;
    if (!replyBy || state !== 'open') return [];
    const program = nameOf(programId);
    const name = kind === 'offer' ? 'answer an offer' : 'answer an invitation';
    return [{ kind, id, programId, program, at: replyBy, place, what: 'answer by', name, whole: `answer ${program}` }];
  };
  const moments = [
    ...interviews.map(interview => {
      const { label } = interviewKinds[interview.kind];
      const { id, programId, zone: place } = interview;
      const program = nameOf(programId);
      const at = startOf(interview);
      return {
        kind: 'interview',
        id,
        programId,
        program,
        at,
        place,
        what: label,
        name: label,
        whole: `${label} at ${program}`,
      } as const;
    }),
    ...invitations.flatMap(toAnswer('invitation')),
    ...offers.flatMap(toAnswer('offer')),
  ];
  return moments
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .map(({ whole, what, ...moment }) => {
      const when = formatBoth(moment.at, moment.place, zone);
      return { ...moment, line: `${whole}, ${when}`, words: `${what} ${when}` };
    });
}

/** All of them, each in one line with both clocks. */
export const agendaOf = async (context: Asking): Promise<string[]> => (await comingUp(context)).map(({ line }) => line);

/** What comes next at each program, by its id. */
export const aheadOf = async (context: Asking): Promise<Map<string, Ahead>> =>
  new Map((await comingUp(context)).toReversed().map(ahead => [ahead.programId, ahead]));

/** Their days on one's own clock, and what each is, without the program. */
export const ownDates = async (context: Asking): Promise<{ day: Temporal.PlainDate; name: string }[]> =>
  (await comingUp(context)).map(({ at, name }) => ({ day: at.toZonedDateTimeISO(context.zone).toPlainDate(), name }));

/** The same of whoever this account is, on their own clock; nothing of who was never here. */
export async function datesOf(
  who: Identity,
  store: Pick<Store, 'knows' | 'arrive' | 'notebook'>,
  now: Temporal.Instant,
) {
  if (!(await store.knows([who]))) return [];
  const { account, user } = await store.arrive(who, null, now);
  const notebook = store.notebook({ account, requestId: 'dates', now });
  return ownDates({ notebook, now, zone: user.zone ?? 'UTC' });
}
