import type { Context } from '../../core/commands/command.ts';
import type { SelfAnswers } from '../../core/ports/notebook.ts';
import { openPlaces } from '../../domain/bucket/openPlaces.ts';
import { knownFrom } from '../../domain/bucket/selfCheck.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { samePlace } from '../../domain/people/places.ts';
import type { ApplicantType, IncidentKind, Incidents, Market, Paper, School } from '../../domain/vocabulary.ts';
import type { Known, QuestionId } from './bucketQuestions.ts';
import type { Input } from './bucketResult.ts';

type YesOrNo = 'yes' | 'no' | undefined;

/** What was answered by the call. */
export interface Said {
  paper?: Paper | undefined;
  incidents?: Incidents | undefined;
  kind?: IncidentKind | undefined;
  type?: ApplicantType | undefined;
  market?: Market | undefined;
  school?: School | undefined;
  /** The user's own school, or `none` of those that were offered. */
  own?: string | undefined;
  place?: string | undefined;
  other?: string | undefined;
  same?: YesOrNo;
  us?: YesOrNo;
  ask?: QuestionId | undefined;
}

/** Keeps what was answered, each where it belongs; the program as it is then. */
export async function keepAnswers(
  said: Said,
  program: ProgramFacts | null,
  { notebook }: Context,
): Promise<ProgramFacts | null> {
  const { type, market, school } = said;
  if (type) await notebook.changeProfile({ applicantType: type });
  const change = changeOf(said, await notebook.answers());
  if (Object.keys(change).length > 0) await notebook.answer(change);
  if (!program || !(market || school)) return program;
  const { value } = await notebook.programs.change(program.id, {
    ...(market && { market }),
    ...(school && { school }),
  });
  return value;
}

function changeOf(
  { paper, incidents, kind, own, place, other, same, us, ask }: Said,
  before: SelfAnswers,
): SelfAnswers {
  const { alike = [], inUs = [] } = before;
  return {
    ...(paper && { paper }),
    ...(incidents && { incidents }),
    ...(kind && { incidentKind: kind }),
    ...(own && { ownSchool: own === 'none' ? '' : own }),
    ...(place && other && same && { alike: [...alike, { one: place, other, same: same === 'yes' }] }),
    ...(place &&
      us && { inUs: [...inUs.filter(said => !samePlace(said.place, place)), { place, inUs: us === 'yes' }] }),
    // To answer again what was said of many places is to be asked of each again.
    ...(ask === 'alike' && { alike: [] }),
    ...(ask === 'us' && { inUs: [] }),
  };
}

/** What is known before anything is asked. */
export const knownBefore = ({ input, applicantType, program }: Input): Known => ({
  contacts: input.people.length,
  answers: input.answers,
  applicantType,
  program,
  places: openPlaces(knownFrom(input)),
});
