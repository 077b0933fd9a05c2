import type { Interview, ProgramFacts } from '../../../src/domain/notebook.ts';
import { officialDates } from '../../../src/domain/season/officialDates.ts';
import type { Calendar } from '../../../src/domain/time/meant/events.ts';
import { seasonRules } from '../../domain/season/seasonRules.ts';
import type { Case } from '../kind.ts';

const ZONE = 'America/Chicago';
const NOW = '2026-10-14T14:00';

/** When and where a case was said: on a Wednesday at 2 PM in Chicago, if nothing else is. */
export function saidAt({ where }: Case): { now: Temporal.Instant; zone: string } {
  const zone = where?.zone ?? ZONE;
  return {
    now: Temporal.PlainDateTime.from(where?.now ?? NOW)
      .toZonedDateTime(zone)
      .toInstant(),
    zone,
  };
}

const interview = (id: string, programId: string, day: string, hour: number, kind: Interview['kind']): Interview => ({
  id,
  programId,
  kind,
  day: Temporal.PlainDate.from(day),
  time: new Temporal.PlainTime(hour),
  zone: 'America/New_York',
  minutes: null,
  followUpSentOn: null,
});

const programs: readonly Pick<ProgramFacts, 'id' | 'name'>[] = [
  { id: 's', name: 'St. Mary' },
  { id: 'l', name: 'Lakeside' },
];

/** What lies ahead of whoever says the cases. */
export const calendar: Calendar = {
  programs,
  interviews: [
    interview('1', 's', '2026-10-20', 9, 'interview'),
    interview('2', 'l', '2026-11-03', 9, 'interview'),
    interview('3', 'l', '2026-11-02', 18, 'social'),
  ],
  dates: [2027, 2028].flatMap(cycle => officialDates(cycle, seasonRules)),
};

export const minutes = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'minute' });
