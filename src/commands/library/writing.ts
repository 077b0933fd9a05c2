import type { Context } from '../../core/commands/command.ts';
import type { Writing } from '../../domain/drafts/draftCheck.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { sameName } from '../people/find.ts';

/** The program of this name, where the notebook has it. */
export async function programNamed(name: string | undefined, { notebook }: Context): Promise<ProgramFacts | undefined> {
  return name ? (await notebook.programs.all()).find(program => sameName(program.name, name)) : undefined;
}

/** What is known of who writes, and to whom. */
export const writing = (program: ProgramFacts | undefined, { user }: Context): Writing => ({
  ...(program?.market && { market: program.market }),
  ...(user.applicantType && { applicantType: user.applicantType }),
});
