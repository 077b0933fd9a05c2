import { toldOn } from '../../content/blocks.ts';
import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Platform } from '../../core/ports/notifier.ts';
import type { TipsPlan } from '../../core/ports/users.ts';
import { formatMoment, nextWeekly } from '../../domain/time/localTime.ts';
import { capital } from '../../domain/words/sentences.ts';
import { bodyBlocks } from '../library/pieceCard.ts';
import { problems } from '../problemCards.ts';
import { ownLineBlocks, tipOf } from '../sending/weeklyTip.ts';
import { dayOf } from './nextTip.ts';
import { FOOTER, proposal } from './setupCards.ts';
import { changesCard } from './setupNext.ts';

/** What an organizer can be shown beside the settings. */
export const shows = {
  preview: { label: 'The next eight tips' },
  test: { label: 'A test post' },
  changes: { label: 'Who changed what' },
  rules: { label: 'What the bot may do here' },
  introduction: { label: 'An introduction to post' },
  'one-page': { label: 'One page for moderators or a dean' },
} as const;

/** How many weeks an organizer sees beforehand. */
const WEEKS_AHEAD = 8;

/** One of `shows`. */
export async function shown(show: keyof typeof shows, context: Context): Promise<Card> {
  if (show === 'preview') return previewCard(proposal(context), context);
  if (show === 'rules') return rulesCard(context.account.platform);
  if (show === 'changes') return changesCard(context);
  if (show === 'test') return tested(context);
  const page = context.content.pages.get(show);
  if (!page) throw new UserError(`There is no text "${show}" any more.`);
  return pageCard({ ...page, body: toldOn(context.account.platform, page.body) });
}

/** A test post in the channel of the tips, and whether it arrived. */
async function tested(context: Context): Promise<Card> {
  const { channel } = proposal(context);
  const posted = await context.post(channel, testPost());
  if (posted === 'failed') throw new UserError('The test could not be posted just now. Try again in a minute.');
  const label = channel === context.channel ? 'this channel' : await context.channelLabel(channel);
  if (posted === 'yes')
    return card('It works', {
      answer: `The test stands in ${label}. The bot may post there.`,
      tone: 'good',
      blocks: buttons({ label: 'Setup', call: call('setup') }),
    });
  const { what, mend } = problems[posted];
  return card('The bot may not post there', {
    answer: `${what} ${mend}`,
    tone: 'careful',
    blocks: buttons(
      { label: 'Test again', call: call('setup', { show: 'test' }) },
      { label: 'Setup', call: call('setup') },
    ),
  });
}

/** The tips of the coming weeks, word for word as they will be posted. */
function previewCard(
  plan: TipsPlan,
  { content, season, now, community }: Pick<Context, 'content' | 'season' | 'now' | 'community'>,
): Card {
  const blocks: Block[] = [];
  for (let week = 0, after = now; week < WEEKS_AHEAD; week += 1) {
    after = nextWeekly(after, plan, plan.zone);
    const day = dayOf(after, plan);
    const found = community?.skipOn?.equals(day) ? { skip: 'you left it out' } : tipOf(content, day, season);
    const ownLine = community?.ownLine?.on.equals(day) ? community.ownLine.text : undefined;
    const moment = formatMoment(after, plan.zone);
    if (week > 0) blocks.push({ type: 'divider' });
    if ('skip' in found) blocks.push({ type: 'text', text: `${bold(`${moment}: no tip.`)} ${capital(found.skip)}.` });
    else
      blocks.push(
        { type: 'text', text: `${bold(`${moment}: ${found.tip.title}`)}` },
        ...bodyBlocks(found.tip.body),
        ...ownLineBlocks(ownLine),
        { type: 'text', text: `Its button: ${found.tip.do.label}.` },
      );
  }
  return card('The next eight tips', {
    answer: `Word for word, as they are posted. ${community?.pingRole ? 'Each pings the role you chose.' : 'Nobody is pinged.'}`,
    blocks: [
      ...blocks,
      ...buttons(
        { label: 'Setup', call: call('setup') },
        { label: 'Test post', call: call('setup', { show: 'test' }) },
      ),
    ],
    footer: 'Only you see this.',
  });
}

/** What stands in the channel after a test. */
const testPost = (): Card =>
  card('A test from Backchannel', {
    answer: 'The weekly tip will stand here. An organizer asked for this test; there is nothing to do.',
    footer: 'You may delete it.',
  });

/** What the bot does in a community, and what it never does. */
const rulesCard = (platform: Platform): Card =>
  card('What the bot may do here', {
    answer: 'It posts one tip a week where you choose, and answers members in private.',
    blocks: [
      { type: 'text', text: bold('It may') },
      {
        type: 'list',
        items: [
          'Post one tip a week in one channel, and the test that you ask for.',
          'Answer whoever calls it, so that nobody else sees the reply.',
          'Write a direct message to a member who asked for it.',
          'Read what a member types to it: commands, forms, and direct messages to it.',
          'After a crash, look through the latest messages of the tips channel for its own tip, so as not to post it twice. It keeps nothing of the others.',
        ],
      },
      { type: 'text', text: bold('It may not') },
      {
        type: 'list',
        items: [
          'Read what members write to each other, in channels or direct messages.',
          'Show a member’s notes to anyone, organizers and moderators included.',
          'Count members to you while they are fewer than five.',
          platform === 'discord'
            ? 'Ping anyone but the one role that an organizer may choose, or post anything else in a channel.'
            : 'Ping anyone, or post anything else in a channel.',
          'Write to anyone in a member’s name.',
        ],
      },
      ...buttons(
        { label: 'Setup', call: call('setup') },
        { label: 'One page for a dean', call: call('setup', { show: 'one-page' }) },
      ),
    ],
    footer: FOOTER,
  });

/** A text for organizers, to copy and post or send themselves. */
const pageCard = ({ title, body }: { title: string; body: string }): Card =>
  card(title, {
    answer: 'Copy it, change what you like, and post or send it yourself.',
    blocks: [
      { type: 'copy', text: body.replaceAll('**', '') },
      ...buttons(
        { label: 'Setup', call: call('setup') },
        { label: 'What it may do here', call: call('setup', { show: 'rules' }) },
      ),
    ],
  });
