import { readFile } from 'node:fs/promises';
import { StartError } from '../core/ports/errors.ts';

/** Where a platform's token is to be had. */
export interface TokenSource {
  /** As the environment has it; empty where it stands in a file. */
  token: string;
  file: string | undefined;
  /** The variable that holds it: `DISCORD_TOKEN`. With `_FILE` it names the file. */
  variable: string;
}

/** The token as it is now: a file is read anew each time. @throws StartError where the file cannot be read or is empty */
export async function readToken({ token, file, variable }: TokenSource): Promise<string> {
  if (file === undefined) return token;
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`${variable}_FILE names a file that cannot be read (${error.code ?? error.name}).`, {
      cause: error,
    });
  });
  if (text.trim() === '') throw new StartError(`${variable}_FILE names a file that is empty.`);
  return text.trim();
}

/** What an operator does once the token was refused. */
export const howToMend = ({ file, variable }: TokenSource): string =>
  file === undefined
    ? `A new token in ${variable} needs a restart.`
    : `Put a new token into the file that ${variable}_FILE names: it is read again at each try.`;
