import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { UserError } from '../../core/ports/errors.ts';
import { CODE_MINUTES, CODE_TRIES, type LinkRefusal } from '../../core/ports/linking.ts';
import { platformName } from './platformName.ts';

const doings = {
  code: { label: 'Show a code' },
  redeem: { label: 'Type a code' },
  unlink: { label: 'Unlink' },
  'take-away': { label: 'Take-away code' },
};

/** Reached from settings: one notebook for the Slack and Discord accounts of one person. */
export const link = defineCommand({
  name: 'link',
  description: 'Join your accounts in one notebook',
  internal: true,
  audience: 'everyone',
  changesUser: true,
  options: z.strictObject({
    code: option
      .text({ label: 'The code', description: 'The code from your other account, or your take-away code' }, 60)
      .optional(),
    do: option.choice({ label: 'Do', description: 'What to do', hidden: true }, doings).optional(),
    id: option.text({ label: 'Which', description: 'Which joining', hidden: true }).optional(),
  }),
  examples: [],
  form: { title: 'Type the code', submit: 'Join', fields: ['code'] },
  async run({ code, do: doing, id }, context): Promise<Card> {
    if (doing === 'unlink' && id) return unlinked(id, context);
    if (doing === 'code') return shownCode(context);
    if (doing === 'take-away') return takeAway(context);
    if (code) return joined(code, context);
    return overview(context);
  },
});

async function overview({ linking }: Context): Promise<Card> {
  const others = await linking.linkedAccounts();
  const undoable = others.flatMap(({ linkId }) => linkId ?? [])[0];
  return card('Your accounts', {
    answer:
      others.length === 0
        ? 'This is the only account on this notebook.'
        : `Also opened by your account on ${others.map(({ account }) => platformName(account.platform)).join(' and ')}.`,
    blocks: [
      {
        type: 'text',
        text: 'To join another account of yours: show a code here and type it there, in the settings of the bot. Both then see the same notebook. It can be undone.',
      },
      ...buttons(
        { label: 'Show a code', call: call('link', { do: 'code' }) },
        { label: 'Type a code', call: formCall('link', { do: 'redeem' }) },
        { label: 'Take-away code', call: call('link', { do: 'take-away' }) },
        undoable !== undefined && { label: 'Unlink', call: call('link', { do: 'unlink', id: undoable }) },
      ),
    ],
    footer: 'Your other accounts get a message about it. Nobody else does.',
  });
}

async function shownCode({ linking, typed }: Context): Promise<Card> {
  const code = await linking.issueCode();
  return card('Your code', {
    answer: code,
    blocks: [
      {
        type: 'text',
        text: `In your other account: ${typed('settings')}, Link accounts, Type a code. It works once, for ${CODE_MINUTES} minutes. Capitals and the hyphen don’t matter.`,
      },
      ...buttons(
        { label: 'A new code', call: call('link', { do: 'code' }) },
        { label: 'Settings', call: call('settings') },
      ),
    ],
    footer: 'Whoever has it can join your notebook. Show it to nobody.',
  });
}

async function takeAway({ linking }: Context): Promise<Card> {
  const code = await linking.issueTakeAway();
  return card('Your take-away code', {
    answer: code,
    blocks: [
      {
        type: 'text',
        text: 'It is shown this once, and a new one replaces it. Keep it where you keep passwords. If this account or this community is lost, type it in the settings of the bot anywhere else, and your notebook opens there.',
      },
      ...buttons({ label: 'I have it', call: call('link') }),
    ],
    footer: 'Whoever has it can open your notebook.',
  });
}

const WHY: Record<LinkRefusal, string> = {
  wrong: 'That code is not right. Check it, or show a new one in the other account.',
  expired: `That code is older than ${CODE_MINUTES} minutes. Show a new one in the other account.`,
  'too-many-tries': `${CODE_TRIES} wrong tries: this is closed for now. Wait an hour, or show a new code in the other account.`,
  own: 'That is this account’s own code. Type it in the other account.',
};

async function joined(code: string, { linking }: Context): Promise<Card> {
  const result = await linking.redeem(code);
  if (!result.linked) throw new UserError(WHY[result.why], { code: WHY[result.why] });
  return card('Joined', {
    answer: 'Both accounts share one notebook now.',
    tone: 'good',
    blocks: buttons(
      { label: 'Home', call: call('backchannel') },
      result.linkId !== null && { label: 'Unlink', call: call('link', { do: 'unlink', id: result.linkId }) },
    ),
    footer: 'Your other account gets a message about it.',
  });
}

async function unlinked(id: string, { linking }: Context): Promise<Card> {
  if (!(await linking.unlink(id))) throw new UserError('These accounts are not joined any more.');
  return card('Apart again', {
    answer: 'Each account has its own notebook again.',
    blocks: buttons({ label: 'Home', call: call('backchannel') }, { label: 'Your accounts', call: call('link') }),
  });
}
