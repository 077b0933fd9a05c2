import { type Reading as Read, refused, understood } from '../../domain/words/reading.ts';
import { textOf } from '../file/table.ts';
import { isOff, zonesOf } from './interviews.ts';
import type { ProgramDays } from './programDays.ts';
import type { Reading, RowCells } from './reading.ts';
import type { Shape } from './shape.ts';
import { isUnsaid, NO, YES } from './words.ts';

/** Words of a status that say no more than that one was invited. */
const INVITED = /\b(?:invit\w*|ii|interview offer(?:ed)?)\b/i;
/** A day by which to answer ends with the office. */
const END_OF_DAY = new Temporal.PlainTime(17);
const NOON = new Temporal.PlainTime(12);

/** An invitation as it is stored, but for its program. */
interface Kept {
  receivedAt: string;
  replyBy: string | null;
  zone: string;
  state: 'open' | 'accepted' | 'declined';
  day: null;
  time: null;
  minutes: null;
}

/** The invitations of a table of programs: what has a day for its interview too was accepted. */
export function createInvitations(shape: Shape, reading: Reading, days: ProgramDays) {
  const { clock } = reading;
  const zoneAt = zonesOf(shape, reading);

  /** The invitation of a row; null where it has none. `isPlanned`: its interview has a day. */
  function of(cells: RowCells, program: string, isPlanned: boolean): Read<Kept | null> {
    const { cell } = cells;
    const received = days.read('invited', cell('invited'));
    const said = textOf(cell('invited')).toLowerCase();
    if (!received && NO.has(said)) return understood(null);
    const isInvited = received !== undefined || YES.has(said) || INVITED.test(textOf(cell('status')).slice(0, 200));
    if (!isInvited)
      return isUnsaid(cell('invited'))
        ? understood(null)
        : refused(`"${said.slice(0, 40)}" is no day of an invitation`);
    if (received && received.outcome !== 'understood') return received;
    const zone = zoneAt(cells, received?.value.zone ?? null, program);
    if (zone.outcome !== 'understood') return zone;
    const replyBy = answerBy(cells, zone.value);
    if (replyBy.outcome !== 'understood') return replyBy;
    return understood({
      receivedAt: receivedAt(received?.value.day, received?.value.time ?? null, zone.value),
      replyBy: replyBy.value?.toString({ smallestUnit: 'millisecond' }) ?? null,
      zone: zone.value,
      state: isOff(cell('status')) ? 'declined' : isPlanned ? 'accepted' : 'open',
      ...{ day: null, time: null, minutes: null },
    });
  }

  /** Of a day that is not said, now; it was not received later than that. */
  function receivedAt(day: Temporal.PlainDate | undefined, time: Temporal.PlainTime | null, zone: string): string {
    const at = day?.toZonedDateTime({ timeZone: zone, plainTime: time ?? NOON }).toInstant() ?? clock.now;
    const past = Temporal.Instant.compare(at, clock.now) < 0 ? at : clock.now;
    return past.toString({ smallestUnit: 'millisecond' });
  }

  function answerBy({ cell }: RowCells, zone: string): Read<Temporal.Instant | null> {
    const said = days.read('replyBy', cell('replyBy'));
    if (!said) return understood(null);
    if (said.outcome !== 'understood') return said;
    const { day, time } = said.value;
    const at = day.toZonedDateTime({ timeZone: said.value.zone ?? zone, plainTime: time ?? END_OF_DAY });
    return understood(at.toInstant());
  }

  return { of };
}
