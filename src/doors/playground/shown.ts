import { type Block, type Card, isLink, type LinkButton, type SelectOption } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import type { Form } from '../../core/commands/command.ts';
import type { OptionSpec } from '../../core/commands/options.ts';
import { channelName, community } from './people.ts';

type Plain = Exclude<Block, { type: 'picture' | 'file' | 'buttons' | 'select' }>;

type ShownButton = { label: string; token: string } | LinkButton;

/** A block as the page gets it: calls have become tokens, bytes addresses. */
export type ShownBlock =
  | Plain
  | { type: 'picture'; src: string; name: string; alt: string }
  | { type: 'file'; src: string; name: string }
  | { type: 'buttons'; buttons: ShownButton[] }
  | { type: 'select'; placeholder: string; token: string; choices: SelectOption[] };

export interface ShownCard extends Omit<Card, 'blocks'> {
  blocks: ShownBlock[];
}

/** A card as plain JSON; a button without a token is left out. */
export const showCard = (card: Card, tokenOf: (call: Call) => string | undefined): ShownCard => ({
  ...card,
  blocks: card.blocks.flatMap(block => showBlock(block, tokenOf)),
});

function showBlock(block: Block, tokenOf: (call: Call) => string | undefined): ShownBlock[] {
  switch (block.type) {
    case 'picture':
      return [{ type: 'picture', src: addressOf(block.png, 'image/png'), name: block.name, alt: block.alt }];
    case 'file':
      return [{ type: 'file', src: addressOf(block.bytes, 'application/octet-stream'), name: block.name }];
    case 'buttons': {
      const buttons = block.buttons.flatMap((button): ShownButton[] => {
        if (isLink(button)) return [button];
        const token = tokenOf(button.call);
        return token ? [{ label: button.label, token }] : [];
      });
      return buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
    }
    case 'select': {
      const { placeholder, choices } = block;
      const token = tokenOf(block.call);
      return token ? [{ type: 'select', placeholder, token, choices }] : [];
    }
    default:
      return [block];
  }
}

const addressOf = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** A form as plain JSON; `token` comes back with what was filled in. */
export interface ShownForm {
  token: string;
  command: string;
  title: string;
  submit: string;
  fields: readonly OptionSpec[];
  values: Record<string, string>;
  /** What was typed and stands in no field. */
  note?: string;
}

export const showForm = ({ command, title, submit, fields, values, note }: Form, token: string): ShownForm => ({
  token,
  command,
  title,
  submit,
  fields: fields.map(withChoices),
  values,
  ...(note && { note }),
});

const YES_NO = ['yes', 'no'].map(value => ({ value, label: value }));

/** What is picked from a short list here becomes a choice; how else people say one is for reading alone. */
function withChoices({ reads: _, ...spec }: OptionSpec): OptionSpec {
  if (spec.kind === 'boolean') return { ...spec, kind: 'choice', choices: YES_NO };
  if (spec.kind === 'channel')
    return { ...spec, kind: 'choice', choices: [{ value: community.channel, label: channelName }] };
  const choices = spec.choices?.map(({ value, label }) => ({ value, label }));
  return { ...spec, ...(choices && { choices }) };
}
