import { formatDay, formatShortDay } from '../domain/time/localTime.ts';
import { type Bucket, buckets, keysOf } from '../domain/vocabulary.ts';
import { box, colors, type Drawing, dot, MARGIN, sheet, text, WIDTH } from './canvas.ts';

/** One self-check: the day, and the bucket or null where nobody could say. */
export interface Checked {
  day: Temporal.PlainDate;
  bucket: Bucket | null;
}

/** The latest that fit side by side on a phone. */
const MOST = 6;
const ROW = 96;
const TOP = 150;
const LABELS = 250;
const rowColors: Record<Bucket, string> = { safe: colors.sage, 'rank-only': colors.slate, 'too-risky': colors.amber };

/** One's own checks over time, oldest first: a row a bucket, a dot a check. */
export function drawChecks(checks: readonly Checked[]): Drawing {
  const shown = checks.slice(-MOST);
  const rows = keysOf(buckets);
  const step = (WIDTH - MARGIN - LABELS - MARGIN) / Math.max(1, shown.length);
  const x = (index: number) => LABELS + MARGIN + step * (index + 0.5);
  const y = (bucket: Bucket | null) => TOP + ROW * (rows.indexOf(bucket ?? 'rank-only') + 0.5);
  const bottom = TOP + ROW * rows.length;
  const line = shown.map(({ bucket }, index) => `${x(index)},${y(bucket)}`).join(' ');
  return {
    svg: sheet({
      title: 'Your self-checks',
      under: 'The latest on the right',
      height: bottom + 100,
      marks: [
        ...rows.flatMap((bucket, index) => [
          box(MARGIN, TOP + ROW * index + 6, WIDTH - 2 * MARGIN, ROW - 12, colors.faint),
          text(MARGIN + 20, TOP + ROW * (index + 0.5) + 11, buckets[bucket].label, { size: 30, bold: true }),
        ]),
        `<polyline points="${line}" fill="none" stroke="${colors.quiet}" stroke-width="5"/>`,
        ...shown.flatMap(({ bucket, day }, index) => [
          dot(x(index), y(bucket), index === shown.length - 1 ? 20 : 14, bucket ? rowColors[bucket] : colors.quiet),
          ...(shown.length <= 4 || index === 0 || index === shown.length - 1
            ? [
                text(x(index), bottom + 52, formatShortDay(day).slice(4), {
                  size: 28,
                  fill: colors.quiet,
                  anchor: 'middle',
                }),
              ]
            : []),
        ]),
      ],
    }),
    alt: `Your self-checks, oldest first: ${shown.map(({ day, bucket }) => `${formatDay(day)}, ${bucket ? buckets[bucket].label : 'nobody could say'}`).join('; ')}.`,
  };
}
