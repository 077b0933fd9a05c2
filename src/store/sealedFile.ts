import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createFieldCipher } from './encryption/cipher.ts';

/** A text that is kept beside the database, sealed as its fields are. */
export interface SealedFile {
  /** What was written last; undefined where nothing was, or another key sealed it. */
  read(): string | undefined;
  write(text: string): void;
}

/** @param keys the first seals, all of them open */
export function createSealedFile(path: string, keys: readonly Uint8Array[]): SealedFile {
  const cipher = createFieldCipher(keys);
  const place = { table: 'file', column: 'text', id: 'kept' };
  const write = (text: string): void => {
    // Whole or not at all: a crash between leaves the old one.
    writeFileSync(`${path}.new`, cipher.seal(text, place), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    read() {
      try {
        const sealed = readFileSync(path, 'utf8');
        const text = cipher.open(sealed, place);
        // An earlier key may be needed nowhere else any more.
        if (!sealed.startsWith(cipher.prefix)) write(text);
        return text;
      } catch {
        return undefined;
      }
    },
    write,
  };
}
