/** A file that was brought to somebody for a short time. */
interface Upload {
  id: string;
  /** The platform's own. */
  fileId: string;
  deleteAt: Temporal.Instant;
}

/** Files that are to be taken away again. Each is written down before it is sent, so that a crash leaves none behind. */
export interface Uploads {
  /** `team`: the Slack workspace it is sent in. */
  remember(upload: Omit<Upload, 'id'> & { team: string }): Promise<void>;
  /** Those whose time has come, oldest first. */
  due(team: string, now: Temporal.Instant): Promise<Upload[]>;
  forget(id: string): Promise<void>;
}
