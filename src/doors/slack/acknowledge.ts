/** Slack waits three seconds for an acknowledgement, and shows what it carries. It is given once. */
export interface Acknowledgement {
  /** When those seconds began, by `performance.now()`. */
  readonly since: number;
  readonly given: boolean;
  /** Whether Slack got it with this body: false where it was given before, or the connection is gone. */
  give(body?: object): Promise<boolean>;
}

export function acknowledgement<Body extends object>(ack: (body?: Body) => Promise<void>): Acknowledgement {
  let given = false;
  return {
    since: performance.now(),
    get given() {
      return given;
    },
    async give(body) {
      if (given) return false;
      given = true;
      // What a listener may answer with depends on what it hears; each target knows which it is.
      return ack(body as Body | undefined).then(
        () => true,
        () => false,
      );
    },
  };
}
