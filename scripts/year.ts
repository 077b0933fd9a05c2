import { loadContent } from '../src/content/load.ts';
import type { Tip } from '../src/content/types.ts';
import { tipsOfCycle } from '../src/domain/season/tips.ts';
import { formatShortDay, weekdayNames } from '../src/domain/time/localTime.ts';

/**
 * Prints for each cycle the tips that speak of a date: the official day, and on which day each comes for a community
 * that posts on a Monday, a Tuesday and so on. With a cycle (`npm run content:year -- 2027`) that one, with all tips.
 */
const { tips, season } = await loadContent();
const [asked] = process.argv.slice(2);
const cycles = asked ? [Number(asked)] : [2025, 2026, 2027, 2028, 2029, 2030, 2031];

const shown = (day: Temporal.PlainDate) => formatShortDay(day).padEnd(12);

for (const cycle of cycles) {
  console.log(`\n${cycle - 1}-${String(cycle).slice(2)}\n`);
  const years = weekdayNames.map((_, index) => tipsOfCycle(cycle, index + 1, [...tips.values()], season));
  const lines = new Map<Tip, { about: Temporal.PlainDate | null; days: Temporal.PlainDate[] }>();
  for (const { tip, day, about } of years.flat()) {
    const line = lines.get(tip) ?? { about, days: [] };
    lines.set(tip, { about, days: [...line.days, day] });
  }
  console.log(`${'Tip'.padEnd(40)}${'It speaks of'.padEnd(14)}${weekdayNames.map(name => name.padEnd(12)).join('')}`);
  for (const [{ week, title }, { about, days }] of [...lines].sort(([one], [other]) => one.week - other.week)) {
    if (!asked && !about) continue;
    const inOrder = days.toSorted((one, other) => one.dayOfWeek - other.dayOfWeek);
    console.log(
      `${`${week} ${title}`.slice(0, 38).padEnd(40)}${(about ? shown(about) : '').padEnd(14)}${inOrder.map(shown).join('')}`,
    );
  }
}
