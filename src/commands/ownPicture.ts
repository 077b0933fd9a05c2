import type { Picture } from '../charts/index.ts';
import type { Call } from '../core/call.ts';
import type { Block, Button } from '../core/card.ts';
import type { Context } from '../core/command.ts';

/**
 * Slack's private replies carry no picture, so what is somebody's own goes to their direct messages there: only where
 * they ask for it, and the door takes it back after ten minutes. Elsewhere the reply shows it at once.
 */
const isShown = ({ account }: Context): boolean => account.platform !== 'slack';

/** The picture, or where the reply can't show it and somebody asked, its file. */
export function ownPicture(context: Context, asked: boolean, make: () => Picture): Block[] {
  if (isShown(context)) return [{ type: 'picture', ...make() }];
  if (!asked) return [];
  const { png, name } = make();
  return [
    { type: 'text', text: 'The picture goes to your direct messages, and is deleted there after ten minutes.' },
    { type: 'file', bytes: png, name },
  ];
}

/** The button that asks for it, where it is not shown. */
export const pictureButton = (context: Context, { command, options }: Call): Button | false =>
  !isShown(context) && { label: 'As a picture', call: { command, options: { ...options, show: 'picture' } } };
