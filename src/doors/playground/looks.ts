import type { Block, Card } from '../../core/cards/card.ts';
import { rawCall } from '../../core/commands/call.ts';
import type { Form } from '../../core/commands/command.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { Look, Looks } from '../look.ts';
import type { Message } from './chat.ts';
import type { ShownBlock } from './shown.ts';

/** The other doors' own ways to draw, loaded when they are first asked for. */
export type LoadLooks = () => Promise<Record<'slack' | 'discord', Look>>;
export type BothLooks = Record<'slack' | 'discord', Looks>;

const bytesOf = (src: string): Buffer => Buffer.from(src.slice(src.indexOf(',') + 1), 'base64');

/** A token stands for its call: it is drawn as it is. */
function blockOf(block: ShownBlock): Block {
  switch (block.type) {
    case 'picture':
      return { type: 'picture', png: bytesOf(block.src), name: block.name, alt: block.alt };
    case 'file':
      return { type: 'file', bytes: bytesOf(block.src), name: block.name };
    case 'buttons':
      return {
        type: 'buttons',
        buttons: block.buttons.map(button =>
          'url' in button ? button : { label: button.label, call: rawCall(button.token) },
        ),
      };
    case 'select':
      return {
        type: 'select',
        placeholder: block.placeholder,
        call: rawCall(block.token),
        choices: block.choices,
      };
    default:
      return block;
  }
}

/** A message as both platforms would be sent it. */
export async function looksOf({ card, reply, place, id }: Message, load: LoadLooks): Promise<BothLooks> {
  const { slack, discord } = await load();
  const drawn: Card = { ...card, blocks: card.blocks.map(blockOf) };
  const answer: Answer = { card: drawn, tokenOf: call => call.command };
  const of = async (look: Look): Promise<Looks> =>
    reply ? look.reply(answer) : look.post(place === 'channel' ? 'channel' : 'person', answer, id);
  return { slack: await of(slack), discord: await of(discord) };
}

/** A form as both platforms' dialogs. */
export async function formLooks(form: Form, token: string, load: LoadLooks): Promise<BothLooks> {
  const { slack, discord } = await load();
  return { slack: slack.form(form, token), discord: discord.form(form, token) };
}
