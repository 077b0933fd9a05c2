import type { BareClient } from './client.ts';

export type Provider = 'sqlite' | 'postgresql';

/** An open database, its migrations applied. */
export interface Database {
  client: BareClient;
  /** The same database for the season's engine, with turns of its own: no flood of requests holds it up. */
  engine: BareClient;
  provider: Provider;
  close(): Promise<void>;
}
