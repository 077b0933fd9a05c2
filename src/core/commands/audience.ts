import { cleanText } from '../cards/cleanText.ts';
import { UserError } from '../ports/errors.ts';
import type { Call } from './call.ts';
import type { Command, Context } from './command.ts';
import type { Screens } from './screens.ts';

type Asker = Pick<Context, 'isOrganizer' | 'channel'>;

/** Whether this person may make the call, by who they are now: no button, form or token that they hold grants it. */
export function mayCall(command: Command, { options }: Call, { isOrganizer, channel }: Asker): boolean {
  if (command.audience === 'everyone') return true;
  if (channel === null) return false;
  return isOrganizer || (command.openWith ?? []).some(name => cleanText(options[name] ?? '').trim() !== '');
}

/** @throws UserError that says whose command it is, and where, to whoever may not make the call */
export function assertMayCall(command: Command, made: Call, context: Context, screens: Screens): void {
  if (mayCall(command, made, context)) return;
  const name = context.typed(command.name);
  throw new UserError(
    context.channel === null
      ? `${name} works inside a community. Type it in one of its channels.`
      : screens.notAnOrganizer(name, context),
  );
}
