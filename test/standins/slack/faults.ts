/**
 * What goes wrong with a call: Slack's own refusal (`retryAfter` in seconds), an HTTP status, a connection cut
 * before or after the work was done, or an answer that comes `delay` milliseconds late.
 */
export type Fault =
  | { error: string; retryAfter?: number }
  | { status: number }
  | { cutBefore: true }
  | { cutAfter: true }
  | { delay: number };

/** Faults in waiting, by Web API method; `response_url` stands for posts to response URLs. */
export class Faults {
  readonly #once = new Map<string, Fault[]>();
  readonly #always = new Map<string, Fault>();

  /** The next call of the method goes wrong; repeated, the one after it too. */
  next(method: string, fault: Fault): void {
    this.#once.set(method, [...(this.#once.get(method) ?? []), fault]);
  }

  /** Every call of the method goes wrong until `clear`. */
  always(method: string, fault: Fault): void {
    this.#always.set(method, fault);
  }

  clear(): void {
    this.#once.clear();
    this.#always.clear();
  }

  take(method: string): Fault | undefined {
    return this.#once.get(method)?.shift() ?? this.#always.get(method);
  }
}
