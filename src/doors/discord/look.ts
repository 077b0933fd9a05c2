import { MessageFlags } from 'discord.js';
import type { Card } from '../../core/cards/card.ts';
import type { Answer } from '../../core/ports/request.ts';
import { discord } from '../limits.ts';
import { cut, cutTaps, type Look } from '../look.ts';
import { toModal } from './modal.ts';
import { postBody } from './postBody.ts';
import { renderMessage } from './render.ts';

const LIMITS = {
  button: discord.buttonLabel,
  option: discord.selectOption,
  placeholder: discord.selectPlaceholder,
  options: discord.selectOptions,
};
const shaped = (card: Card): string[] => [
  ...cut(
    card.blocks.flatMap(block =>
      block.type === 'picture' ? [['what the picture says', block.alt, discord.alt] as const] : [],
    ),
  ),
  ...cutTaps(card, LIMITS),
];

/** Files are sent beside the message: here they are named alone. */
function reply({ card, tokenOf }: Answer): object {
  const { flags, components, files } = renderMessage(card, tokenOf);
  const attachments = files.map(({ name }, id) => ({ id, filename: name }));
  return { flags: flags | MessageFlags.Ephemeral, components, ...(attachments.length > 0 && { attachments }) };
}

/** How Discord shows things. */
export const look: Look = {
  reply: async answer => ({ payload: reply(answer), shaped: shaped(answer.card) }),
  post: (_, { card, tokenOf }, key) => ({ payload: postBody(card, tokenOf, key), shaped: shaped(card) }),
  form: (form, token) => ({
    payload: toModal(form, token),
    shaped: cut([
      ['modal title', form.title, discord.modalTitle],
      ...form.fields.flatMap(({ label, description, hint, kind }): [string, string | undefined, number][] => [
        ['label', label, discord.fieldLabel],
        ...(kind === 'date' || kind === 'longText'
          ? [['description', description, discord.fieldDescription] as [string, string, number]]
          : []),
        ['placeholder', hint, discord.fieldPlaceholder],
      ]),
    ]),
  }),
};
