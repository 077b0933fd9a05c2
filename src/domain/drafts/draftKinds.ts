/** Longest drafts, in words: what is read at a glance, and what is read at all. */
export const DRAFT_WORDS = { long: 120, tooLong: 200 } as const;

/**
 * What may be mended in a message before it is sent, what matters most first: why, and what reads better. The sentences speak of the text and of
 * how it is read, never of the person who wrote it.
 */
export const draftKinds = {
  patient: {
    label: 'may point to a patient',
    why: 'This looks like a detail of a patient, and an email travels far.',
    better: 'What happened, and what came of it, can be told without it.',
  },
  unfilled: {
    label: 'still to fill in',
    why: 'This reads like a blank.',
    better: 'Fill it in, or take the sentence out.',
  },
  'early-offer': {
    label: 'the early-offer line',
    why: 'A program in the Match can hardly act on it.',
    better: 'Take the line out. What draws you to the program says enough.',
  },
  commitment: {
    label: 'rank lists and promises',
    why: 'Neither side may ask for a commitment, and a word about ranks binds nobody.',
    better: 'Say what draws you there, and leave the lists out of it.',
  },
  ask: {
    label: 'what is theirs to keep',
    why: 'What they think of applicants is theirs to keep, so this puts them in a hard place.',
    better: 'Ask about the training, the team or the next step.',
  },
  scripted: {
    label: 'words put in their mouth',
    why: 'Faculty like to choose their own words, and praise by request is soon heard as such.',
    better: 'Ask for honest support: "I would be thankful for any word that you think is fair."',
  },
  ill: {
    label: 'about others',
    why: 'Medicine is a small town, and the reader may know them.',
    better:
      'Say what you like where you want to go. If you were mistreated, the ombuds or student affairs will listen.',
  },
  compare: {
    label: 'measured against others',
    why: 'Readers weigh people one by one, and a comparison is easily heard as looking down.',
    better: 'Name the work itself, and let them do the weighing.',
  },
  gift: {
    label: 'money or a gift',
    why: 'A program can take nothing from an applicant, and has to wonder what it is for.',
    better: 'A sentence of thanks is enough.',
  },
  private: {
    label: 'private life',
    why: 'Programs may not weigh it, yours or theirs, and it puts the reader in a hard place.',
    better: 'Leave it out, or say only what the program needs to know for its schedule.',
  },
  backup: {
    label: 'sounds like a second best',
    why: 'A remark like this is remembered for longer than the rest.',
    better: 'Say one thing that you like about this program for its own sake.',
  },
  pressing: {
    label: 'sounds pressing',
    why: 'Under pressure, a busy reader steps back.',
    better: 'Say it once, calmly, and leave the reply to them.',
  },
  long: {
    label: 'long',
    why: `Over ${DRAFT_WORDS.long} words: the part from here on may not be read on a busy day.`,
    better: 'Keep one reason and one thank-you.',
  },
  'too-long': {
    label: 'too long',
    why: `Over ${DRAFT_WORDS.tooLong} words: few readers come this far.`,
    better: 'Half of it says the same. Keep the first reason and the last line.',
  },
} as const;

export type DraftKind = keyof typeof draftKinds;
