import { type Stage, stages } from '../domain/vocabulary.ts';
import { box, colors, type Drawing, MARGIN, sheet, text, WIDTH } from './canvas.ts';

/** How much a name drives opportunities, from 0 to 100: one author's illustration, without data. */
export const influence = { m3: 40, m4: 65, pgy1: 80, pgy2: 90, pgy3: 95 } as const satisfies Partial<
  Record<Stage, number>
>;
const years = Object.entries(influence).map(([stage, value]) => ({
  stage,
  value,
  label: stages[stage as Stage].label,
}));

/** The years of training with the weight of a name in each; the reader's own year stands out. */
export function drawReputation({ stage }: { stage?: Stage | null | undefined }): Drawing {
  const own = years.find(year => year.stage === stage);
  const said = years.map(({ label, value }) => `${label} ${value}`).join(', ');
  return {
    svg: sheet({
      title: 'How much a name counts, by year',
      under: own ? `From 0 to 100. You are at ${own.label}.` : 'From 0 to 100',
      height: 640,
      marks: bars(own?.stage),
      foot: 'One author’s illustration. No data behind it.',
    }),
    alt: `How much reputation, and not the CV alone, shapes what people are offered, from 0 to 100: ${said}.${own ? ` You are at ${own.label}.` : ''} One author’s illustration, with no data behind it.`,
  };
}

const BASE = 512;
const TALLEST = 300;
const BAR = 96;

/** A bar a year, with its number on top and its name below. */
function bars(own: string | undefined): string[] {
  const step = (WIDTH - 2 * MARGIN) / years.length;
  return years.flatMap(({ stage, value, label }, index) => {
    const middle = MARGIN + step * (index + 0.5);
    const height = (TALLEST * value) / 100;
    return [
      box(middle - BAR / 2, BASE - height, BAR, height, own && stage !== own ? colors.paleSlate : colors.deepSlate),
      text(middle, BASE - height - 16, String(value), { size: 38, bold: true, anchor: 'middle' }),
      text(middle, BASE + 44, label, { size: 32, anchor: 'middle' }),
    ];
  });
}
