/** What a dispatcher sets going. */
export interface Work {
  /** Plans what has come due, a part at a time, and tells after each which lanes of this process have something to send. */
  tick(): AsyncIterable<string[]>;
  /** Which lanes of this process's own have something to send: others may have been planned for it elsewhere. */
  due(): Promise<string[]>;
  /** Empties one lane. Stops between two messages when the signal aborts. */
  drain(lane: string, signal: AbortSignal): Promise<void>;
  /** Told of what a tick or a drain threw; the others go on. */
  report(error: unknown, where: string): void;
}

/** Sees to it that the tick runs and that in each lane one drain at a time runs, over all processes. */
export interface Dispatcher {
  start(work: Work): Promise<void>;
  /** Ends when the drains that are running have stopped. */
  stop(): Promise<void>;
}
