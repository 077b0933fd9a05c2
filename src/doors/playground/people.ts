import { z } from 'zod';
import type { Identity } from '../../core/ports/users.ts';

/** Whom a visitor can be, to see that nobody sees another's notes. */
export const personas = {
  ana: { name: 'Ana', about: 'applicant', organizer: false },
  ben: { name: 'Ben', about: 'applicant', organizer: false },
  kim: { name: 'Kim', about: 'organizer', organizer: true },
  maya: { name: 'Maya', about: 'strong on paper', organizer: false },
  leo: { name: 'Leo', about: 'one bad night', organizer: false },
  priya: { name: 'Priya', about: 'sure of it all', organizer: false },
  sam: { name: 'Sam', about: 'a whole season', organizer: false },
} as const;
export type Persona = keyof typeof personas;

export const personaShape = z.enum(Object.keys(personas) as Persona[]);

/** One persona of one browser: the browser's part is random, so nobody can guess another's. */
export const identityOf = (browser: string, persona: Persona): Identity => ({
  platform: 'playground',
  scope: '',
  externalId: `${browser}.${persona}`,
});

/** All that one browser can be. */
export const identitiesOf = (browser: string): Identity[] =>
  personaShape.options.map(persona => identityOf(browser, persona));

/** The one community there is. */
export const community = { externalId: 'playground', name: 'Playground', channel: 'residency' } as const;
export const channelName = `#${community.channel}`;
