import type { Card } from '../core/cards/card.ts';
import type { Form } from '../core/commands/command.ts';
import type { Answer } from '../core/ports/request.ts';

/** What a platform is sent, and where one of its limits shaped that. */
export interface Looks {
  payload: object;
  /** Each in a few words: "modal title cut at 24". */
  shaped: string[];
}

/** How a door draws, without a platform: by what it sends with, so that nothing is shown that would not be sent. */
export interface Look {
  /** A private answer. */
  reply(answer: Answer): Promise<Looks>;
  /** What was not asked for in that moment: to a person, or to a channel. */
  post(to: 'person' | 'channel', answer: Answer, key: string): Looks;
  form(form: Form, token: string): Looks;
}

/** Which of these texts, by what each is, is longer than may be sent. */
export const cut = (texts: readonly (readonly [what: string, text: string | undefined, limit: number])[]): string[] => [
  ...new Set(texts.flatMap(([what, text = '', limit]) => (text.length > limit ? [`${what} cut at ${limit}`] : []))),
];

interface CardLimits {
  button: number;
  option: number;
  placeholder: number;
  options: number;
}

/** The same of what can be tapped on a card. */
export const cutTaps = ({ blocks }: Card, { button, option, placeholder, options }: CardLimits): string[] => [
  ...cut(
    blocks.flatMap((block): [string, string, number][] => {
      if (block.type === 'buttons') return block.buttons.map(({ label }) => ['button', label, button]);
      if (block.type !== 'select') return [];
      return [
        ['menu prompt', block.placeholder, placeholder],
        ...block.choices.map(({ label }): [string, string, number] => ['choice', label, option]),
        ...block.choices.map(({ description = '' }): [string, string, number] => [
          'line of a choice',
          description,
          option,
        ]),
      ];
    }),
  ),
  ...(blocks.some(block => block.type === 'select' && block.choices.length > options)
    ? [`menu ends at ${options} choices`]
    : []),
];
