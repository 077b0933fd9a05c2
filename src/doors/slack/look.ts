import type { Card } from '../../core/cards/card.ts';
import { slack } from '../limits.ts';
import { cut, cutTaps, type Look } from '../look.ts';
import { withAttachments } from './attachments.ts';
import { formView } from './modal.ts';
import { postContent } from './postContent.ts';
import { renderBlocks } from './render.ts';
import { privately } from './replies.ts';

const LIMITS = {
  button: slack.buttonText,
  option: slack.menuOption,
  placeholder: slack.placeholder,
  options: slack.messageMenuOptions,
};

const shaped = (card: Card): string[] => [
  ...cut([
    ['title', card.title, slack.header],
    ['footer', card.footer, slack.context],
  ]),
  ...cutTaps(card, LIMITS),
  ...(card.blocks.some(({ type }) => type === 'picture')
    ? ['a private reply holds no picture: its words stand here, and a button brings it']
    : []),
];

/** How Slack shows things. */
export const look: Look = {
  async reply(answer) {
    const parts = { bring: async () => true, pictures: false, againToken: async () => 'picture' };
    const { card, tokenOf } = await withAttachments(answer, parts);
    return { payload: { ...privately({}, false), ...renderBlocks(card, tokenOf) }, shaped: shaped(answer.card) };
  },
  post: (to, { card, tokenOf }, key) => ({ payload: postContent(to, card, tokenOf, key), shaped: shaped(card) }),
  form: (form, token) => ({
    payload: formView(form, token),
    shaped: cut([
      ['modal title', form.title, slack.modalTitle],
      ['button', form.submit, slack.modalTitle],
      ...form.fields.flatMap(({ label, hint, choices = [] }): [string, string | undefined, number][] => [
        ['label', label, slack.fieldLabel],
        ['placeholder', hint, slack.placeholder],
        ...choices.map((choice): [string, string, number] => ['choice', choice.label, slack.menuOption]),
      ]),
    ]),
  }),
};
