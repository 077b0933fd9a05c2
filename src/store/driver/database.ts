import type { BareClient } from './client.ts';

export type Provider = 'sqlite' | 'postgresql';

/** An open database, its migrations applied. */
export interface Database {
  client: BareClient;
  /** The same database for the season's engine, with turns of its own: no flood of requests holds it up. */
  engine: BareClient;
  provider: Provider;
  /** What to call it to the operator: the file's path, or where it is. */
  name: string;
  /** Why nothing can be kept before the process is started again; undefined while all is well. */
  lost(): string | undefined;
  /** Why the last write was not kept, where the next would not be either; undefined once one was. */
  refused(): string | undefined;
  close(): Promise<void>;
}
