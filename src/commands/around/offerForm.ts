import { buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, call } from '../../core/commands/call.ts';
import type { Form } from '../../core/commands/command.ts';

/**
 * A form that was called for where none can open, such as in a direct message: a button opens it with what was written
 * filled in. Of the words the reply repeats those alone that stand in no field.
 */
export function offerForm({ command, title, submit, fields, values, note }: Form, made: Call): Card {
  const isFilled = Object.keys(values).length > 0;
  const cutOff = fields.find(({ name, kind, max }) => kind !== 'integer' && max && (values[name]?.length ?? 0) > max);
  const answer = isFilled
    ? 'The form opens with your words filled in. Nothing is saved until you send it.'
    : 'The form is one tap away. Nothing is saved until you send it.';
  return card(command === 'log' && isFilled ? 'Shall I log that?' : title, {
    answer,
    blocks: [
      ...(note ? [{ type: 'text', text: note } as const] : []),
      ...(cutOff
        ? [
            {
              type: 'text',
              text: `"${cutOff.label}" takes ${cutOff.max?.toLocaleString('en-US')} characters, so the end is left out there. Your message stays here.`,
            } as const,
          ]
        : []),
      ...buttons({ label: submit, call: { ...made, form: true } }, { label: 'Home', call: call('backchannel') }),
    ],
  });
}
