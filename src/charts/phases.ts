import { capital } from '../domain/words/sentences.ts';
import { box, colors, type Drawing, MARGIN, sheet, text, WIDTH } from './canvas.ts';

/**
 * The early-offer season in three phases, as one account tells it: no official calendar. `span` is where each lies
 * between late September (0) and the end of December (1).
 */
const accountPhases = [
  { name: 'Early', when: 'late Sep to early Oct', what: 'initial interviews, quiet observation', span: [0, 0.22] },
  {
    name: 'Middle',
    when: 'mid Oct to mid Nov',
    what: 'pick pre-match targets, start backchannel calls',
    span: [0.22, 0.59],
  },
  { name: 'Late', when: 'late Nov to Dec', what: 'send early offers, sign contracts', span: [0.59, 1] },
] as const;

const TOP = 112;
const ROW = 150;
const WIDE = WIDTH - 2 * MARGIN;

/** The three phases under each other, each with its place in the autumn. The middle one stands out: then they call. */
export function drawPhases(): Drawing {
  const marks = accountPhases.flatMap(({ name, when, what, span: [from, to] }, index) => {
    const y = TOP + index * ROW;
    return [
      text(MARGIN, y + 28, name, { size: 34, bold: true }),
      text(WIDTH - MARGIN, y + 28, when, { anchor: 'end', fill: colors.quiet }),
      box(MARGIN, y + 46, WIDE, 22, colors.faint, 11),
      box(MARGIN + WIDE * from, y + 46, WIDE * (to - from), 22, name === 'Middle' ? colors.amber : colors.slate, 11),
      text(MARGIN, y + 106, capital(what), { size: 28 }),
    ];
  });
  return {
    svg: sheet({
      title: 'The early-offer season',
      height: TOP + 3 * ROW + 66,
      marks,
      foot: 'One insider’s view, not an official calendar.',
    }),
    alt: `The early-offer season in three phases. ${accountPhases
      .map(({ name, when, what }) => `${name}, ${when}: ${what}.`)
      .join(' ')} One insider’s view, not an official calendar.`,
  };
}
