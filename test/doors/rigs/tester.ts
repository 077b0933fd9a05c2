/** What somebody sees in answer, whichever door they stand at. */
export interface Seen {
  /** All the words, titles and labels too, as they can be read. */
  text: string;
  /** The labels of the buttons that act. */
  buttons: string[];
  /** A form opened; fields by the names of options. */
  form: boolean;
  /** Presses a button. */
  tap(label: string): Promise<Seen>;
  /** Sends the form that opened, as it is but for these. */
  submit(values: Record<string, string>, file?: Given): Promise<Seen>;
}

/** A file as somebody gives it. */
interface Given {
  name: string;
  content: string | Uint8Array;
}

/** One person at one door. */
export interface Tester {
  /** Types a command with its options. @throws NotSent where this platform's client would not send it */
  types(command: string, options?: Record<string, string>): Promise<Seen>;
  /** Gives a file to be imported. */
  gives(file: Given): Promise<Seen>;
  /** Writes to the bot directly. @throws NotSent where there is nobody who reads it */
  writes(text: string): Promise<Seen>;
  /** What is completed for an option that they type in. */
  completes(command: string, option: string, text: string): Promise<string[]>;
  /** Everything that this person can read by now. */
  reads(): string;
}

/** The platform's own client lets nobody send this: there is nothing that a bot could do wrong. */
export class NotSent extends Error {}

/** What the client of a platform refuses is an error at once; what it sends is for the bot to answer. */
export async function clientSends<T>(send: () => T | Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw new NotSent(error instanceof Error ? error.message : 'not sent');
  }
}
