import type { Core } from '../core/commands/dispatch.ts';
import type { Answer, Door, Outcome, Request } from '../core/ports/request.ts';

/** Told of each answer: which command, what became of it, and how many seconds it took. */
export type Answered = (command: string, outcome: Outcome, seconds: number) => void;

/** The same core, of which each answer is told. */
export function measuredCore(core: Core, answered: Answered): Core {
  const timed =
    <More extends unknown[]>(work: (request: Request, door: Door, ...more: More) => Promise<Answer>) =>
    async (request: Request, door: Door, ...more: More): Promise<Answer> => {
      const began = performance.now();
      const answer = await work(request, door, ...more);
      // What somebody typed is no label: a command that there is has a name.
      const command = core.find(request.call.command)?.name ?? 'unknown';
      answered(command, answer.outcome ?? 'done', (performance.now() - began) / 1000);
      return answer;
    };
  return { ...core, answer: timed(core.answer), answerOrOffer: timed(core.answerOrOffer) };
}
