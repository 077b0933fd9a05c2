/** One thing wrong in the texts, and where. */
export interface Mistake {
  file: string;
  /** Counted from 1; left out where the file as a whole is meant. */
  line?: number;
  /** As written in the front matter: `do.label`, `covers.3`; `body` for the text itself. */
  field?: string;
  message: string;
}

/** `advice/foo.md:4 do.label: at most 40 characters` */
export function mistakeToText({ file, line, field, message }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${field ? `${place} ${field}` : place}: ${message}`;
}

/** Every mistake in the texts at once; the message lists them, a line each. */
export class ContentError extends Error {
  constructor(mistakes: readonly Mistake[]) {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    super([`content: ${count}`, ...mistakes.map(mistakeToText)].join('\n'));
    this.name = 'ContentError';
  }
}
