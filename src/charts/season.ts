import { isGuess, type OfficialDate } from '../domain/season/officialDates.ts';
import { cycleOf, dayOf, phaseOn, phases, phasesOf, type SeasonRules, weekOfSeason } from '../domain/season/season.ts';
import { formatDay, formatMonthDay, formatShortDay } from '../domain/time/localTime.ts';
import { capital } from '../domain/words/sentences.ts';
import { box, colors, type Drawing, MARGIN, sheet, text, wrap } from './canvas.ts';
import { drawDate, drawYear } from './year.ts';

export interface SeasonData {
  /** The reader's local day. */
  today: Temporal.PlainDate;
  rules: SeasonRules;
  /** The official dates to show, in order; those that are a guess are left out, and so is what there is no room for. */
  dates: OfficialDate[];
  /** What lies ahead of the reader alone, soonest first: "interview", without a program's name. */
  own?: readonly OwnDate[];
}

export interface OwnDate {
  day: Temporal.PlainDate;
  name: string;
}

const LIST = 320;
const ROW = 46;
const NAMES_AT = MARGIN + 116;
const DATES_AT = 452;
const DATES = 4;
/** Of which so many are one's own, or more where there are not enough official ones. */
const OWN = 2;

/** The year as a strip with today on it, its phases with the present one marked, the next official dates and one's own. */
export function drawSeason({ today, rules, dates, own = [] }: SeasonData): Drawing {
  const cycle = cycleOf(today, rules);
  const now = phaseOn(today, rules);
  const parts = phasesOf(cycle, rules).map(({ id, label, starts, ends }) => ({
    name: label === phases['match-week'].label ? 'into Match Week' : label,
    starts,
    ends,
    isNow: id === now.id,
  }));
  const official = dates
    .filter(date => !isGuess(date))
    .map(({ id, title, when, label }) => ({ name: shortNames[id] ?? wrap(title, 17)[0]!, day: dayOf(when), label }))
    .filter((date, index, all) => index === all.findIndex(other => isSame(date, other)));
  const mine = own.map(({ day, name }) => ({ name: wrap(capital(name), 17)[0]!, day, label: 'yours' as const }));
  const ofOwn = Math.max(OWN, DATES - official.length);
  const known = [...official.slice(0, Math.max(DATES - mine.length, DATES - OWN)), ...mine.slice(0, ofOwn)].sort(
    (one, other) => Temporal.PlainDate.compare(one.day, other.day),
  );
  const name = `${cycle - 1}-${String(cycle).slice(2)}`;
  const week = `week ${weekOfSeason(today, rules)}`;

  const marks = [
    drawYear({ today, parts, dates: [...official.slice(0, DATES), ...mine] }),
    ...parts.flatMap(({ name, starts, isNow }, index) => {
      const y = LIST + index * ROW;
      const type = isNow ? ({ bold: true, fill: 'white' } as const) : { fill: colors.ink };
      return [
        isNow ? box(MARGIN - 14, y - 33, 396, ROW, colors.deepSlate, 12) : '',
        text(MARGIN, y, formatMonthDay(starts), isNow ? type : { fill: colors.quiet }),
        text(NAMES_AT, y, capital(name), type),
      ];
    }),
    ...known.flatMap(({ name, day, label }, index) => {
      const y = LIST + index * 2 * ROW;
      return [
        drawDate(DATES_AT, y - 10, label),
        text(DATES_AT + 24, y, `${formatMonthDay(day)}, ${label}`, { fill: colors.quiet }),
        text(DATES_AT + 24, y + 36, name, { bold: true }),
      ];
    }),
  ];
  return {
    svg: sheet({
      title: `The ${name} season`,
      under: `Today is ${formatShortDay(today)}, ${week}`,
      height: LIST + parts.length * ROW + 60,
      marks,
      foot: 'Early, middle, late: one account, not official.',
    }),
    alt: [
      `The ${name} season. Today, ${formatDay(today)}, is in ${week}, ${now.label}, which lasts until ${formatDay(now.ends)}.`,
      `Phases: ${parts.map(({ name, starts }) => `${name} from ${formatShortDay(starts)}`).join(', ')}.`,
      ...known.map(({ name, day, label }) => `${name}: ${label === 'yours' ? 'yours,' : label} ${formatDay(day)}.`),
      'The early, middle and late phases are one account, not official.',
    ].join(' '),
  };
}

const isSame = (one: OwnDate, other: OwnDate): boolean => one.name === other.name && one.day.equals(other.day);

/** What fits into a narrow column of the events of the season that ships; others are shown by how their title begins. */
const shortNames: Record<string, string> = {
  'eras-opens': 'Applications open',
  'residencycas-opens': 'Applications open',
  'submission-opens': 'You may submit',
  'residencycas-submission': 'You may submit',
  'review-opens': 'ERAS review opens',
  'residencycas-release': 'ResidencyCAS out',
  'registration-opens': 'Registration opens',
  'registration-deadline': 'Registration ends',
  'ranking-opens': 'Ranking opens',
  'rank-deadline': 'Rank lists due',
  'match-week': 'Match Week begins',
  soap: 'SOAP begins',
  'soap-offers': 'SOAP offers',
  'match-day': 'Match Day',
  'residency-starts': 'Residency starts',
};
