import { box, colors, type Drawing, MARGIN, sheet, text, WIDTH } from './canvas.ts';

/** The early-offer season in one account's three phases, from day to day for the drawing: no official calendar. */
export const accountPhases = [
  { name: 'Early', when: 'late Sep to early Oct', what: ['initial interviews,', 'quiet observation'], days: ['09-23', '10-14'] },
  { name: 'Middle', when: 'mid Oct to mid Nov', what: ['pick pre-match targets,', 'start backchannel calls'], days: ['10-15', '11-20'] },
  { name: 'Late', when: 'late Nov to Dec', what: ['make pre-match offers,', 'lock in contracts'], days: ['11-21', '12-31'] },
] as const;
