import type { RequestListener } from 'node:http';
import type { Workspace } from './workspace.ts';

/** Where something comes from, as Bolt reads it: a workspace, its organization, or that alone. */
export interface Source {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
}

/** The workspaces that the app is installed in: one by its token, or many by OAuth. */
export interface Workspaces {
  /** The workspace that something comes from. It is known at once, or looked up in the database. */
  of(source: Source): Promise<Workspace | undefined>;
  /** The same without looking. */
  known(source: Source): Workspace | undefined;
  all(): readonly Workspace[];
  /** @returns lines for the operator, once all else is well. @throws StartError */
  start(): Promise<readonly string[]>;
  sweep(): void;
  /** The app was removed there, or its token revoked. */
  left(source: Source): Promise<void>;
  /** The pages by which it is installed, below `/slack/`. */
  pages?: RequestListener;
}

/** In which scopes of the sending machinery a workspace sends: its channels', and its people's. */
export function scopesOf({ self }: Workspace): readonly string[] {
  const { team, enterprise } = self() ?? {};
  return [team, enterprise].filter(scope => scope !== undefined);
}
