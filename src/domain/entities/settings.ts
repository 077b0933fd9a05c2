import { z } from 'zod';
import { nudgeKinds, remindLevels } from '../nudges/nudgeKinds.ts';
import { applicantTypes, stages } from '../vocabulary.ts';
import { day, oneOf, optional, someOf, zone } from './columns.ts';
import { type Item, plain, stored } from './entity.ts';

const hour = z.int().min(0).max(23);

/** The settings that belong to the person, whatever account they come by; each has what it is until it is made. */
export const settings = stored({
  zone: plain(optional(zone)),
  stage: plain(optional(oneOf(stages))),
  applicantType: plain(optional(oneOf(applicantTypes))),
  /** What may be sent unasked: nothing, only what a deadline or interview asks for, or the weekly digest too. */
  remind: plain(z.enum(remindLevels).default('nothing')),
  /** 1 Monday to 7 Sunday, and the local hour 0-23. */
  digestDay: plain(z.int().min(1).max(7).default(7)),
  digestHour: plain(hour.default(18)),
  /** Local hours 0-23 between which nothing is sent; the same twice: none. */
  quietFrom: plain(hour.default(22)),
  quietTo: plain(hour.default(7)),
  /** Kinds of messages that are turned off. */
  muted: plain(someOf(nudgeKinds)),
  /** The first local day on which messages come again. */
  pausedUntil: plain(optional(day)),
  /** Whether direct messages say what they are about, for everybody to see who sees the screen. */
  details: plain(z.boolean().default(false)),
  /** Whether the first-time steps were finished or declined. */
  welcomed: plain(z.boolean().default(false)),
  /** By which day the user means to have their rank list certified, where it is another than the official one. */
  certifyBy: plain(optional(day)),
  /** When they said that it was. */
  certifiedOn: plain(optional(day)),
});
export type Settings = Item<typeof settings>;
