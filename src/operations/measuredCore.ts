import type { Core } from '../core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../core/ports/request.ts';
import { type CommandTimes, createCommandTimes } from './metrics.ts';

/** The same core, of which each answer is counted and timed. */
export function measuredCore(core: Core): { core: Core; times: CommandTimes } {
  const times = createCommandTimes();
  const timed =
    <More extends unknown[]>(work: (request: Request, door: Door, ...more: More) => Promise<Answer>) =>
    async (request: Request, door: Door, ...more: More): Promise<Answer> => {
      const began = performance.now();
      const answer = await work(request, door, ...more);
      // What somebody typed is no label: a command that there is has a name.
      const command = core.find(request.call.command)?.name ?? 'unknown';
      times.answered(command, answer.outcome ?? 'done', (performance.now() - began) / 1000);
      return answer;
    };
  return { times, core: { ...core, answer: timed(core.answer), answerOrOffer: timed(core.answerOrOffer) } };
}
