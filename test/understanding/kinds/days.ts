import { readDay } from '../../../src/domain/time/readDay.ts';
import { corpus, type Kind, outcomeOf } from '../kind.ts';
import { calendar, saidAt } from './saidIn.ts';

/** Days for what was logged and for what is planned. */
export const days: Kind = {
  name: 'days',
  cases: corpus('days'),
  bar: 0.95,
  read(one) {
    const side = one.where?.side ?? 'back';
    if (side !== 'back' && side !== 'ahead' && side !== 'since') throw new Error(`no side is called ${side}`);
    return outcomeOf(readDay(one.said, { ...saidAt(one), side, calendar }), day => day.toString());
  },
};
