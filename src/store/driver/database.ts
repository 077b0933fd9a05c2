import type { BareClient } from './client.ts';

export type Provider = 'sqlite' | 'postgresql';

/** An open database, its migrations applied. */
export interface Database {
  client: BareClient;
  provider: Provider;
  close(): Promise<void>;
}
