import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createFieldCipher } from './encryption/cipher.ts';

/** A text that is kept beside the database, sealed as its fields are. */
export interface SealedFile {
  /** What was written last; undefined where nothing was, or another key sealed it. */
  read(): string | undefined;
  write(text: string): void;
}

export function createSealedFile(path: string, key: Uint8Array): SealedFile {
  const cipher = createFieldCipher(key);
  const place = { table: 'file', column: 'text', id: 'kept' };
  return {
    read() {
      try {
        return cipher.open(readFileSync(path, 'utf8'), place);
      } catch {
        return undefined;
      }
    },
    write(text) {
      // Whole or not at all: a crash between leaves the old one.
      writeFileSync(`${path}.new`, cipher.seal(text, place), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}
