import { understandDays } from '../../../src/exchange/sheet/days.ts';
import { createZones } from '../../../src/exchange/sheet/zones.ts';
import { corpus, type Kind, type Outcome } from '../kind.ts';

const clock = { now: Temporal.Instant.from('2026-11-27T15:00:00Z'), zone: 'America/Chicago', zones: createZones({}) };

/** A column of days in a file, read as a whole: its cells between bars. */
export const fileDays: Kind = {
  name: 'days in files',
  cases: corpus('file days'),
  bar: 0.95,
  read({ said, where = {} }): Outcome {
    const isWorkbook = where.excel !== undefined;
    const cells = said.split(' | ').map(text => (isWorkbook && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text));
    const side = where.side === 'behind' ? 'behind' : 'ahead';
    const { columns, questions } = understandDays([{ head: 'Day', side, cells, isWorkbook }], clock, {});
    if (questions.length > 0) return 'asked';
    const days = cells.map(cell => {
      const day = columns[0]?.read(cell);
      return day?.outcome === 'understood' ? withTime(day.value) : 'no';
    });
    return { understood: days.join(' | ') };
  },
  // A cell that is said to be no day is less than was meant, and nothing else than was meant.
  judge({ is }, outcome) {
    if (typeof outcome === 'string') return outcome === is ? 'right' : outcome;
    if (outcome.understood === is) return 'right';
    const [wanted, found] = [is, outcome.understood].map(text => text.split(' | '));
    return found?.every((day, at) => day === 'no' || day === wanted?.[at]) ? 'refused' : 'wrong';
  },
};

const withTime = ({
  day,
  time,
  zone,
}: {
  day: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
  zone: string | null;
}) => [day, time?.toString({ smallestUnit: 'minute' }), zone].filter(Boolean).join(' ');
