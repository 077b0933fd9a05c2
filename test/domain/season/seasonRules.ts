import type { SeasonRules } from '../../../src/domain/season/season.ts';

/** The rules of src/content/season.yaml, typed; the season's tests check that the two are one. */
export const seasonRules: SeasonRules = {
  zone: 'America/New_York',
  sources: {
    eras: {
      name: 'AAMC ERAS timeline',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/eras-tools-and-worksheets-residency-applicants',
    },
    nrmp: {
      name: 'NRMP calendars',
      url: 'https://www.nrmp.org/match-calendars/',
    },
    'match-week': {
      name: 'NRMP Match Week',
      url: 'https://www.nrmp.org/medical-schools/match-week-for-schools/',
    },
  },
  events: [
    {
      id: 'eras-opens',
      title: 'ERAS opens for applicants',
      day: {
        nth: 1,
        weekday: 3,
        month: 6,
        year: -1,
      },
      sureness: 'medium',
      source: 'eras',
    },
    {
      id: 'submission-opens',
      title: 'Applicants may submit',
      day: {
        nth: 1,
        weekday: 3,
        month: 9,
        year: -1,
      },
      time: '09:00',
      sureness: 'medium',
      source: 'eras',
    },
    {
      id: 'review-opens',
      title: 'Programs may review applications; MSPE released',
      day: {
        nth: 4,
        weekday: 3,
        month: 9,
        year: -1,
      },
      time: '09:00',
      sureness: 'medium',
      source: 'eras',
    },
    {
      id: 'registration-opens',
      title: 'NRMP registration opens',
      day: {
        on: '09-15',
        year: -1,
        weekend: 'next',
      },
      time: '12:00',
      sureness: 'medium',
      source: 'nrmp',
    },
    {
      id: 'registration-deadline',
      title: 'NRMP standard registration deadline',
      day: {
        on: '01-31',
        year: 0,
        weekend: 'last',
      },
      sureness: 'low',
      source: 'nrmp',
    },
    {
      id: 'ranking-opens',
      title: 'Ranking opens',
      day: {
        nth: 1,
        weekday: 1,
        month: 2,
        year: 0,
      },
      sureness: 'medium',
      source: 'nrmp',
    },
    {
      id: 'rank-deadline',
      title: 'Rank list, late registration and withdrawal deadline',
      day: {
        from: 'match-week',
        days: -12,
      },
      time: '21:00',
      sureness: 'medium',
      source: 'nrmp',
    },
    {
      id: 'match-week',
      title: 'Match Week, first you learn whether you matched',
      day: {
        from: 'match-day',
        days: -4,
      },
      time: '10:00',
      until: {
        from: 'match-day',
        days: 0,
      },
      sureness: 'high',
      source: 'match-week',
    },
    {
      id: 'soap',
      title: 'SOAP',
      day: {
        from: 'match-week',
        days: 0,
      },
      until: {
        from: 'match-week',
        days: 3,
      },
      sureness: 'high',
      source: 'match-week',
    },
    {
      id: 'soap-offers',
      title: 'SOAP offer rounds',
      day: {
        from: 'match-week',
        days: 3,
      },
      time: '09:00',
      sureness: 'low',
      source: 'match-week',
    },
    {
      id: 'match-day',
      title: 'Match Day',
      day: {
        nth: 3,
        weekday: 5,
        month: 3,
        year: 0,
      },
      time: '12:00',
      sureness: 'high',
      source: 'match-week',
    },
    {
      id: 'residency-starts',
      title: 'Residency starts, about this day',
      day: {
        on: '07-01',
        year: 0,
      },
      sureness: 'high',
      source: 'nrmp',
    },
  ],
  phases: [
    {
      id: 'preparation',
      starts: {
        from: 'match-week',
        days: -252,
      },
      programs: 'Programs get ready for the season. Attendings and residents are forming their view of you now.',
      you: 'Write down who saw you work, and put right what is still open.',
    },
    {
      id: 'early',
      starts: {
        from: 'review-opens',
        days: 0,
      },
      programs: 'Programs can read applications, and the first interviews begin. Mostly they watch.',
      you: 'Tell the people who would speak for you that you have applied, and where.',
    },
    {
      id: 'middle',
      starts: {
        on: '10-15',
        year: -1,
      },
      programs: 'By one account, directors pick the people they may want early and begin to call around.',
      you: 'Keep in touch with two or three people who would say yes at once.',
    },
    {
      id: 'late',
      starts: {
        on: '11-21',
        year: -1,
      },
      programs: 'By one account, programs outside the Match make early offers and send contracts.',
      you: 'Read any offer slowly, and check the Match rules before you answer.',
      elsewhere: {
        programs: 'By one account, programs make early offers and send contracts.',
        you: 'Read any offer slowly, and check the rules that hold for you before you answer.',
      },
    },
    {
      id: 'ranking',
      starts: {
        on: '01-01',
        year: 0,
      },
      programs: 'Programs meet to order their lists, and the voices about you are heard again.',
      you: 'Make your own list in the order you want, and certify it before the deadline.',
      elsewhere: {
        label: 'decisions',
        programs: 'Programs meet to choose, and the voices about you are heard again.',
        you: 'Decide for yourself where you would go first, and keep in touch with your people.',
      },
    },
    {
      id: 'match-week',
      starts: {
        from: 'rank-deadline',
        days: 1,
      },
      programs: 'The lists are in. Nothing that is said now can move them.',
      you: 'Know where you will be on Monday at 10:00 Eastern, and who will be with you.',
      elsewhere: {
        label: 'last decisions',
        programs: 'Most programs have chosen. Little that is said now can move it.',
        you: 'Know when you will hear, and who will be with you.',
      },
    },
    {
      id: 'wait',
      starts: {
        from: 'match-day',
        days: 1,
      },
      programs: 'Programs prepare contracts and the first weeks of their new residents.',
      you: 'Thank the people who spoke for you, and tell them where you are going.',
    },
    {
      id: 'residency-start',
      starts: {
        on: '07-01',
        year: 0,
      },
      programs: 'New residents start, and the people around them begin to form a view.',
      you: "Learn the nurses' names first.",
    },
  ],
};
