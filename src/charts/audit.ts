import { auditAnswers, type Dimension, dimensions, keysOf, type OwnAnswer } from '../domain/vocabulary.ts';
import { capital, count } from '../domain/words/sentences.ts';
import { box, colors, type Drawing, MARGIN, sheet, text, WIDTH } from './canvas.ts';

export interface AuditData {
  weakest: Dimension;
  /** All five: the own answer, and how often the log speaks for it or has a worry that is still open. */
  lines: { dimension: Dimension; own: OwnAnswer | null; good: number; worries: number }[];
}

const TOP = 156;
const ROW = 118;
const STEP = 88;

/** The five dimensions: a bar for the own answer, and what the log says beside it. */
export function drawAudit({ weakest, lines }: AuditData): Drawing {
  const steps = keysOf(auditAnswers);
  const marks = lines.flatMap(({ dimension, own, good, worries }, index) => {
    const y = TOP + index * ROW;
    const filled = own === null ? 0 : steps.indexOf(own) + 1;
    return [
      dimension === weakest ? box(MARGIN - 16, y - 8, WIDTH - 2 * MARGIN + 32, ROW - 6, 'white', 16) : '',
      text(MARGIN, y + 34, capital(dimensions[dimension].label), { size: 32, bold: true }),
      text(WIDTH - MARGIN, y + 34, sayLog(good, worries), { size: 28, anchor: 'end', fill: colors.quiet }),
      ...steps.map((_, step) =>
        box(MARGIN + step * (STEP + 6), y + 58, STEP, 22, step < filled ? colors.slate : colors.faint, 8),
      ),
      text(WIDTH - MARGIN, y + 80, own ? `you: ${auditAnswers[own].label}` : 'not answered', {
        size: 28,
        anchor: 'end',
      }),
      worries > 0 ? box(MARGIN + 4 * (STEP + 6) + 4, y + 58, 22, 22, colors.amber, 11) : '',
    ];
  });
  return {
    svg: sheet({
      title: 'Your word, and the log’s',
      under: `Weakest now: ${dimensions[weakest].label}`,
      height: TOP + 5 * ROW + 16,
      marks,
    }),
    alt: `Your own answers against your log. ${lines
      .map(
        ({ dimension, own, good, worries }) =>
          `${capital(dimensions[dimension].label)}: ${own ? auditAnswers[own].label : 'not answered'}; ${sayLog(good, worries)}.`,
      )
      .join(' ')} Weakest now: ${dimensions[weakest].label}.`,
  };
}

/** What the log says of one dimension. */
export function sayLog(good: number, worries: number): string {
  const words = good > 0 ? count(good, 'good word', 'good words') : 'no word for it';
  return worries > 0 ? `${words}, ${count(worries, 'open worry', 'open worries')}` : words;
}
