import type { Context } from '../core/command.ts';
import { formatBoth } from '../domain/bothClocks.ts';
import { interviewKinds } from '../domain/vocabulary.ts';

/** One's own interviews and offers to answer that are ahead, soonest first, each in one line with both clocks. */
export async function agendaOf({ notebook, now, zone }: Pick<Context, 'notebook' | 'now' | 'zone'>): Promise<string[]> {
  const [interviews, offers, programs] = await Promise.all([
    notebook.interviews.all(),
    notebook.offers.all(),
    notebook.programs.all(),
  ]);
  const nameOf = (id: string) => programs.find(program => program.id === id)?.name ?? 'a program';
  const moments = [
    ...interviews.map(({ programId, kind, day, time, zone: place }) => ({
      at: day.toZonedDateTime({ timeZone: place, plainTime: time }).toInstant(),
      place,
      what: `${interviewKinds[kind].label} at ${nameOf(programId)}`,
    })),
    ...offers.flatMap(({ programId, replyBy, zone: place, state }) =>
      replyBy && state === 'open' ? [{ at: replyBy, place, what: `answer ${nameOf(programId)}` }] : [],
    ),
  ];
  return moments
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .map(({ at, place, what }) => `${what}, ${formatBoth(at, place, zone)}`);
}
