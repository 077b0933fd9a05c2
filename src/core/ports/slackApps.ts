/** The Slack app as one workspace or organization has installed it, in the door's own words. */
export interface InstalledApp {
  /** `T1`, `E1/T1` in a workspace of an organization, `E1/` in all of it. */
  key: string;
  app: string;
}

/** Where the Slack app is installed, with the tokens it has there: sealed. Shared by all replicas. */
export interface SlackApps {
  keep(installed: InstalledApp, now: Temporal.Instant): Promise<void>;
  find(key: string): Promise<string | undefined>;
  /** Those written since then; all of them where that is left out. */
  changed(since?: Temporal.Instant): Promise<InstalledApp[]>;
  forget(keys: readonly string[]): Promise<void>;
  /** Whether this process is to renew its token now: one does, once in five minutes. */
  tend(key: string, now: Temporal.Instant): Promise<boolean>;
  /** A browser sets out for Slack with this state, and is to be back by then. */
  issue(state: string, until: Temporal.Instant): Promise<void>;
  /** Whether it was issued, is in time, and was never taken before. */
  take(state: string, now: Temporal.Instant): Promise<boolean>;
  /** A workspace has become part of an organization: its people are known there by the same ids. */
  join(team: string, enterprise: string): Promise<void>;
}
