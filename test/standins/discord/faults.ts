/** What goes wrong with a request: answered with an error, cut before or after it is carried out, or late. */
export type Fault =
  | { status: number; code?: number }
  | { rateLimit: { retryAfter: number; global?: boolean } }
  | { cutBefore: true }
  | { cutAfter: true }
  | { delay: number };

/** Faults that tests lay out for the requests to come. */
export class Faults {
  #laid: { method: string; path: RegExp; fault: Fault; left: number }[] = [];

  /**
   * The next `times` requests that match meet `fault`.
   * @param path tested against the path after `/api/v10`
   */
  next(method: string, path: RegExp, fault: Fault, times = 1): void {
    this.#laid.push({ method, path, fault, left: times });
  }

  /** Takes back every fault that no request has met yet. */
  clear(): void {
    this.#laid = [];
  }

  /** The fault that this request meets, if any. */
  meet(method: string, path: string): Fault | undefined {
    const laid = this.#laid.find(it => it.left > 0 && it.method === method && it.path.test(path));
    if (laid) laid.left--;
    return laid?.fault;
  }
}
