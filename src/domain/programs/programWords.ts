/** Whether the applicant would rank a program, by their own wish. */
export const rankWishes = {
  yes: { label: 'yes' },
  maybe: { label: 'maybe' },
  no: { label: 'no' },
} as const;
export type RankWish = keyof typeof rankWishes;

/** How the residents of a program seemed. */
export const moods = {
  glad: { label: 'glad to be there' },
  fine: { label: 'doing fine' },
  tired: { label: 'worn out' },
  unhappy: { label: 'unhappy' },
  unseen: { label: 'couldn’t tell' },
} as const;
export type Mood = keyof typeof moods;

/** Something seen there that counts against a program. */
export const redFlags = {
  none: { label: 'none' },
  some: { label: 'some' },
  serious: { label: 'serious' },
} as const;
export type RedFlag = keyof typeof redFlags;

/** The preference signal that an applicant sent: two kinds in some specialties, one in others. */
export const signals = {
  gold: { label: 'gold' },
  silver: { label: 'silver' },
  yes: { label: 'yes' },
} as const;
export type Signal = keyof typeof signals;

/** The same as it is asked: also that there was none. */
export const signalsSaid = { ...signals, none: { label: 'none' } } as const;
export type SignalSaid = keyof typeof signalsSaid;
