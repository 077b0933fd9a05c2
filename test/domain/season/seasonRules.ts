import type { SeasonRules } from '../../../src/domain/season/season.ts';

/** The rules of src/content/season.yaml, typed; the season's tests check that the two are one. */
export const seasonRules: SeasonRules = {
  zone: 'America/New_York',
  sources: {
    eras: {
      name: 'AAMC ERAS timeline',
      url: 'https://students-residents.aamc.org/applying-residencies-eras/eras-tools-and-worksheets-residency-applicants',
    },
    residencycas: {
      name: 'ResidencyCAS guide',
      url: 'https://help.liaisonedu.com/ResidencyCAS_Applicant_Help_Center/Starting_Your_ResidencyCAS_Application/Getting_Started_with_Your_ResidencyCAS_Application/01_Quick_Start_Guide',
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
      id: 'residencycas-opens',
      title: 'ResidencyCAS opens (OB-GYN, emergency medicine)',
      day: {
        nth: 1,
        weekday: 3,
        month: 6,
        year: -1,
      },
      sureness: 'medium',
      source: 'residencycas',
    },
    {
      id: 'submission-opens',
      title: 'Applicants may submit in ERAS',
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
      id: 'residencycas-submission',
      title: 'Applicants may submit in ResidencyCAS',
      day: {
        nth: 1,
        weekday: 3,
        month: 9,
        year: -1,
      },
      sureness: 'medium',
      source: 'residencycas',
    },
    {
      id: 'review-opens',
      title: 'Programs may review ERAS applications; MSPE released',
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
      id: 'residencycas-release',
      title: 'ResidencyCAS releases applications to programs',
      day: {
        nth: 1,
        weekday: 3,
        month: 10,
        year: -1,
      },
      sureness: 'medium',
      source: 'residencycas',
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
      title: 'Ranking opens, about this day',
      day: {
        on: '02-01',
        year: 0,
        weekend: 'next',
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
      title: 'Match Week, which begins with whether you matched',
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
      programs: 'Programs get ready for the season. Attendings and residents are making up their minds about you now.',
      you: 'Write down who saw you work, and make right what is still open.',
    },
    {
      id: 'early',
      starts: {
        from: 'review-opens',
        days: 0,
      },
      programs: 'Programs can read applications, and the first interviews begin. Mostly they watch.',
      you: "Tell the people who would speak up for you that you've applied, and where.",
    },
    {
      id: 'middle',
      starts: {
        on: '10-15',
        year: -1,
      },
      programs: 'One insider says that directors now pick the people they may want early and begin to call around.',
      you: "Stay in touch with the two or three people who'd take you in a second.",
    },
    {
      id: 'late',
      starts: {
        on: '11-21',
        year: -1,
      },
      programs: 'One insider says that programs outside the Match now make early offers and send contracts.',
      you: 'Read any offer slowly, and check the Match rules before you answer.',
      senior:
        "Keep your people up to date. If a program offers you a place early, talk to your dean's office before you answer.",
      elsewhere: {
        programs: 'One insider says that programs now make early offers and send contracts.',
        you: 'Read any offer slowly, and check the rules that apply to you before you answer.',
      },
    },
    {
      id: 'ranking',
      starts: {
        on: '01-01',
        year: 0,
      },
      programs: 'Programs meet to order their lists, and what people say about you comes up again.',
      you: 'Make your own list in the order you want, and certify it before the deadline.',
      elsewhere: {
        label: 'decisions',
        programs: 'Programs meet to choose, and what people say about you comes up again.',
        you: "Decide for yourself where you'd go first, and keep in touch with your people.",
      },
    },
    {
      id: 'match-week',
      starts: {
        from: 'rank-deadline',
        days: 1,
      },
      programs: 'The lists are in. Nothing anyone says now can move them.',
      you: 'Know who will be with you when the news comes, whichever way it goes.',
      elsewhere: {
        label: 'last decisions',
        programs: 'Most programs have chosen. Little that is said now can move it.',
        you: "Know when you'll hear, and who will be with you.",
      },
    },
    {
      id: 'wait',
      starts: {
        from: 'match-day',
        days: 1,
      },
      programs: 'Programs prepare contracts and the first weeks of their new residents.',
      you: 'Thank the people who spoke up for you, and tell them how it ended.',
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
