import { allVoices, type Known } from './selfCheck.ts';
import { isOf, mayTeach, reaches, worksInUs } from './where.ts';

/** What is to be asked about places before the table is read: only what could change what it says. */
export interface OpenPlaces {
  /** Two names that may be one place. */
  alike: { one: string; other: string } | null;
  /** Where somebody works that may be in the US. */
  inUs: string | null;
  /** Where those work who would be heard everywhere if it were the user's own school. */
  ownSchool: string[];
}

export function openPlaces({ check, scene, facts, good }: Known): OpenPlaces {
  const { program, school, places } = scene;
  if (program === undefined) return { alike: null, inUs: placeToSay(), ownSchool: [] };
  const people = allVoices(check).map(({ person }) => person);
  const outOfReach = people.filter(person => mayTeach(person) && person.place && !reaches(person, scene));
  const pairs = [
    ...people
      .filter(person => !isOf(person, program, places))
      .flatMap(({ place, trainedAt = [], knownAt = [] }) => [place ?? '', ...trainedAt, ...knownAt])
      .map(one => ({ one, other: program })),
    ...(school === undefined ? [] : outOfReach.map(({ place }) => ({ one: place ?? '', other: school }))),
  ];
  return {
    alike: pairs.find(({ one, other }) => places?.isOpen(one, other)) ?? null,
    inUs: placeToSay(),
    ownSchool:
      check.answers.ownSchool === undefined
        ? [...new Set(outOfReach.map(({ place = '' }) => place?.trim() ?? ''))]
        : [],
  };

  /** Asked of an IMG whom nobody speaks for who is known to work there, or in the US. */
  function placeToSay(): string | null {
    if (check.applicantType !== 'img' || facts['there or in the US'] > 0) return null;
    const unsaid = good.filter(({ person }) => person.place && worksInUs(person, scene) === null);
    return unsaid[0]?.person.place?.trim() ?? null;
  }
}
