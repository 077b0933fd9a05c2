import { buckets } from '../vocabulary.ts';
import { goodness } from './bucket.ts';
import { isGoodVoice } from './facts.ts';
import { bucketOf } from './rules/index.ts';
import { names } from './rules/rule.ts';
import { allVoices, knownFrom, type SelfCheck, sceneOf } from './selfCheck.ts';
import { reaches } from './where.ts';

/** Why a result for one program is better than overall, in a sentence; null where it is not. */
export function whyBetterHere(check: SelfCheck): string | null {
  if (!check.program) return null;
  const everybody = allVoices(check);
  const here = knownFrom(check, everybody);
  const { program: _, ...overall } = check;
  const all = knownFrom(overall, everybody);
  const bucket = bucketOf(all.facts);
  if (goodness(bucketOf(here.facts)) <= goodness(bucket)) return null;
  const unheard = all.smoky.filter(voice => !here.smoky.includes(voice));
  const because =
    unheard.length > 0
      ? `what worries ${names(unheard)} isn’t heard there`
      : here.facts.there > 0
        ? 'people there saw you work'
        : 'those they would call speak well of you';
  return `Better than overall (${buckets[bucket].label}): ${because}.`;
}

/** The user's programs at which nobody would hear a good word about them. */
export function whereUnheard(check: SelfCheck): string[] {
  const scene = sceneOf(check);
  const good = allVoices(check).filter(isGoodVoice);
  return check.programs.filter(program => !good.some(({ person }) => reaches(person, { ...scene, program })));
}
