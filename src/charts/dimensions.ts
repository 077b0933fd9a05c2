import { type Dimension, dimensions, keysOf } from '../domain/vocabulary.ts';
import { capital } from '../domain/words/sentences.ts';
import { box, colors, type Drawing, MARGIN, sheet, text } from './canvas.ts';

/** What directors ask about each, and a small sign for it, drawn in a square of 48. */
const asked: Record<Dimension, { question: string; sign: string }> = {
  reliability: {
    question: 'Show up, follow through, own their mistakes?',
    sign: '<circle cx="24" cy="24" r="19"/><path d="M24 13v11l8 6"/>',
  },
  'clinical-sense': {
    question: 'Safe? Would you trust their judgment?',
    sign: '<path d="M3 26h10l6-15 9 27 6-12h11"/>',
  },
  'team-fit': {
    question: 'Drama, attitude or ego problems?',
    sign: '<circle cx="16" cy="16" r="8"/><circle cx="34" cy="18" r="6"/><path d="M3 41c0-9 5-13 13-13s13 4 13 13M35 29c7 0 10 4 10 10"/>',
  },
  'work-ethic': {
    question: 'Disappear, cut corners or coast?',
    sign: '<path d="M7 42V30M19 42V22M31 42V14M43 42V6"/>',
  },
  professionalism: {
    question: 'Complaints, write-ups, odd behavior?',
    sign: '<path d="M24 4l17 6v12c0 11-7 18-17 22C14 40 7 33 7 22V10z"/><path d="M16 24l6 6 11-12"/>',
  },
};

const TOP = 116;
const ROW = 100;

/** The five dimensions, each with what is asked. */
export function drawDimensions(): Drawing {
  const marks = keysOf(dimensions).flatMap((dimension, index) => {
    const y = TOP + index * ROW;
    const { question, sign } = asked[dimension];
    return [
      box(MARGIN, y, 76, 76, colors.deepSlate, 20),
      `<g transform="translate(${MARGIN + 14} ${y + 14})" fill="none" stroke="white" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${sign}</g>`,
      text(MARGIN + 98, y + 32, capital(dimensions[dimension].label), { size: 34, bold: true }),
      text(MARGIN + 98, y + 70, question, { size: 28, fill: colors.quiet }),
    ];
  });
  return {
    svg: sheet({ title: 'Five things directors ask about', height: TOP + 5 * ROW + 16, marks }),
    alt: `Five things directors ask about. ${keysOf(dimensions)
      .map(dimension => `${capital(dimensions[dimension].label)}: ${asked[dimension].question}`)
      .join(' ')}`,
  };
}
