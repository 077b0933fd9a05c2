import { limits } from '../cards/limits.ts';
import type { Door, Request } from '../ports/request.ts';
import type { createInTurn } from './admission.ts';
import { mayCall } from './audience.ts';
import { type Choice, choicesLike, completeChoices } from './choices.ts';
import type { Command, Context } from './command.ts';
import { complete, isCompletedAsTyped } from './completions.ts';
import { isCompleted, optionSpecs } from './options.ts';
import { ownZoneSpec } from './ownZone.ts';
import { suggestDays } from './readAsTyped.ts';

interface Parts {
  find(command: string): Command | undefined;
  contextOf(request: Request, door: Door): Promise<Context>;
  inTurn: ReturnType<typeof createInTurn>;
  report(error: unknown, about: { command: string; requestId: string }): void;
}

/** What is suggested for an option as somebody types. Never throws. */
export const createSuggesting =
  ({ find, contextOf, inTurn, report }: Parts) =>
  async (request: Request, option: string, text: string, door: Door): Promise<Choice[]> => {
    const command = find(request.call.command);
    const spec = command && [...optionSpecs(command.options), ownZoneSpec].find(({ name }) => name === option);
    if (!command || !spec || !isCompletedAsTyped(command, spec)) return [];
    if (spec.kind === 'choice') return choicesLike(spec, text).slice(0, limits.completions);
    if (spec.kind === 'choices') return completeChoices(spec, text).slice(0, limits.completions);
    const found = async (): Promise<Choice[]> => {
      const context = await contextOf(request, door);
      if (!mayCall(command, request.call, context)) return [];
      if (!isCompleted(spec.kind)) return (await command.suggest?.(option, text, context)) ?? [];
      if (spec.kind === 'date' || spec.kind === 'dateTime')
        return suggestDays(command, spec, text, request.call.options, context);
      return complete(spec.kind, text, context);
    };
    try {
      return (await inTurn(request.who, found, () => [])).slice(0, limits.completions);
    } catch (error) {
      // Nothing to choose from is an answer: what is typed is taken as it is.
      report(error, { command: request.call.command, requestId: request.requestId });
      return [];
    }
  };
