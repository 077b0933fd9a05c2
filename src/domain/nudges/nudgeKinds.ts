import { keysOf } from '../vocabulary.ts';

/** What a member may be sent unasked: nothing but what they set themselves, what a deadline asks for, or all of it. */
export const remindLevels = ['nothing', 'eves', 'weekly'] as const;
export type RemindLevel = (typeof remindLevels)[number];

/**
 * What can be said to a member. `from`: the setting from which on it is sent. `deadline`: it keeps its own moment even
 * where another message goes out that day. `mute`: whether the member can turn this kind off by itself.
 */
export const nudgeKinds = {
  offer: { label: 'an offer to answer', from: 'eves', deadline: true, mute: true },
  invitation: { label: 'an invitation to answer', from: 'eves', deadline: true, mute: true },
  eve: { label: 'the evening before an interview', from: 'eves', deadline: true, mute: true },
  withdrawal: { label: 'the withdrawal deadline', from: 'eves', deadline: true, mute: true },
  certify: { label: 'certifying your rank list', from: 'eves', deadline: true, mute: true },
  unreadable: { label: 'something that cannot be read', from: 'nothing', deadline: true, mute: false },
  reminder: { label: 'your own reminder', from: 'nothing', deadline: true, mute: false },
  snoozed: { label: 'something you snoozed', from: 'nothing', deadline: true, mute: false },
  'loose-end': { label: 'a loose end before an interview there', from: 'eves', deadline: false, mute: true },
  'day-after': { label: 'the day after an interview', from: 'eves', deadline: false, mute: true },
  defender: { label: 'a defender due for a word', from: 'weekly', deadline: false, mute: true },
  digest: { label: 'the weekly digest', from: 'weekly', deadline: false, mute: true },
  'first-week': { label: 'tips for your first week', from: 'weekly', deadline: false, mute: true },
} as const satisfies Record<string, { label: string; from: RemindLevel; deadline: boolean; mute: boolean }>;
export type NudgeKind = keyof typeof nudgeKinds;

/** The most pressing first: the order in which several things of one message are shown. */
export const byPressure = (one: { kind: NudgeKind }, other: { kind: NudgeKind }): number => {
  const kinds = keysOf(nudgeKinds);
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind);
};

/** One thing that is said, by kinds and ids alone: whatever a person wrote is read again when it is shown. */
export interface NudgeItem {
  kind: NudgeKind;
  /** The id of the interview, offer, reminder ... it is about; '' for the digest. */
  subject: string;
  /** Which one of several about the same subject: a local day or time, as text. */
  occurrence: string;
  /** When it was to be said. */
  dueAt: Temporal.Instant;
}

export const itemKey = ({ kind, subject, occurrence }: NudgeItem): string => `${kind} ${subject} ${occurrence}`;

/** Something to be said at a moment, and why. */
export interface Nudge extends NudgeItem {
  /** From then on it would come too late to be of use. */
  graceUntil: Temporal.Instant;
  why: string;
  /** The same comes again by itself. */
  again?: true;
}
