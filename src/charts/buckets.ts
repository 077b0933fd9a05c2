import { colors, type Drawing, dot, MARGIN, sheet, text, WIDTH } from './canvas.ts';

/** How many of 100 serious interviewees are said to be in each bucket: one author's illustration, without data. */
export const shares = [
  { label: 'Safe to pre-match', of100: 20, color: colors.sage },
  { label: 'Rank only', of100: 60, color: colors.slate },
  { label: 'Do not rank / very low', of100: 20, color: colors.amber },
] as const;

const A_ROW = 20;
const STEP = (WIDTH - 2 * MARGIN) / A_ROW;

/** A hundred people as dots, in three groups. */
export function drawBuckets(): Drawing {
  let y = 152;
  const marks = shares.flatMap(({ label, of100, color }) => {
    const top = y;
    y += 46 + (of100 / A_ROW) * STEP + 28;
    const dots = Array.from({ length: of100 }, (_, index) =>
      dot(MARGIN + STEP * ((index % A_ROW) + 0.5), top + 40 + STEP * Math.floor(index / A_ROW), 12, color),
    );
    return [
      text(MARGIN, top, label, { size: 32, bold: true }),
      text(WIDTH - MARGIN, top, String(of100), { size: 36, bold: true, anchor: 'end' }),
      ...dots,
    ];
  });
  return {
    svg: sheet({
      title: 'Where directors put 100 people',
      height: y + 46,
      marks,
      foot: 'One author’s illustration. No data behind it.',
    }),
    alt: `Of 100 people that directors take seriously: ${shares.map(({ label, of100 }) => `${label}, ${of100}`).join('; ')}. One author’s illustration, with no data behind it.`,
  };
}
