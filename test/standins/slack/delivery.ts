import type { Ack, Json } from './types.ts';

/** How Slack names what it hands to an app. */
export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** The second and later attempts of an event say which they are and why. */
export type Retry = { attempt: number; reason: 'timeout' | 'http_error' };

/** A way to the app: Socket Mode or signed HTTP. Never rejects; a failure is what the user's client would show. */
export type Transport = { deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack> };
