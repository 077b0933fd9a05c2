import type { Context } from '../../core/commands/command.ts';

/** What is enough to show a member what is theirs. */
export type Reading = Pick<Context, 'notebook' | 'content' | 'season' | 'now' | 'zone' | 'today' | 'user'>;
