import { findZone, readZone } from '../../../src/domain/time/zones.ts';
import { type Case, corpus, judge, type Kind, outcomeOf } from '../kind.ts';

/** Zones in fields of their own and inside words about a time, where `none` says that there is none. */
export const zones: Kind = {
  name: 'zones',
  cases: corpus('zones'),
  bar: 0.95,
  read({ said, where }: Case) {
    const reading = where?.in === 'text' ? findZone(said)?.reading : readZone(said);
    return reading ? outcomeOf(reading, zone => zone) : { understood: 'none' };
  },
  judge(one, outcome) {
    const isFound = outcome !== 'refused' && (outcome === 'asked' || outcome.understood !== 'none');
    if (one.is === 'none' && isFound) return 'false';
    if (one.is !== 'none' && one.where?.in === 'text' && !isFound) return 'missed';
    // One zone has several names: Asia/Calcutta, Asia/Kolkata.
    const isSame = isFound && outcome !== 'asked' && sameZone(outcome.understood, one.is);
    return isSame ? 'right' : judge(one, outcome);
  },
};

function sameZone(one: string, other: string): boolean {
  if (['asked', 'refused', 'none'].includes(other)) return false;
  const [first, second] = [one, other].map(zone => new Temporal.ZonedDateTime(0n, zone));
  return first!.equals(second!);
}
