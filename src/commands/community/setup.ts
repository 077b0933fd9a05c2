import { z } from 'zod';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { Redeemed } from '../../core/commands/redeemCode.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { CommunitySettings } from '../../core/ports/store.ts';
import type { Community } from '../../core/ports/users.ts';
import { standardTrack } from '../../domain/season/track.ts';
import { problems } from '../problemCards.ts';
import { movedTo } from './nextTip.ts';
import { inForm, plannedCard, proposal, startCard, trackCard } from './setupCards.ts';
import { lined, pinged, skipped } from './setupNext.ts';
import { shown, shows } from './setupShown.ts';
import { weekdays } from './weekdays.ts';

/** How far a season may be shifted, in days: half a year either way. */
const SHIFT = 182;
/** As long as a line of an organizer's own may be. */
const LINE = 200;

export const setup = defineCommand({
  name: 'setup',
  description: 'For organizers: where and when the weekly tip is posted',
  audience: 'organizer',
  openWith: ['claim'],
  options: z.strictObject({
    channel: option.channel({ label: 'Channel for the weekly tip', description: 'Where the tip is posted' }).optional(),
    weekday: option.choice({ label: 'Weekday', description: 'The day of the tip' }, weekdays).optional(),
    hour: option.integer({ label: 'Hour (0 to 23)', description: 'The local hour of the tip' }, 0, 23).optional(),
    zone: option
      .zone({ label: 'Time zone', description: 'The zone of that hour', hint: 'Boston, or Eastern' })
      .optional(),
    show: option
      .choice({ label: 'Show', description: 'The next tips, a test post, texts for your community' }, shows)
      .optional(),
    shift: option
      .integer(
        { label: 'Days later than in the US', description: 'Shifts the season: 14 is two weeks later, -14 earlier' },
        -SHIFT,
        SHIFT,
      )
      .optional(),
    match: option
      .boolean({ label: 'The Match applies here', description: 'No leaves out official dates and tips on the Match' })
      .optional(),
    pause: option.boolean({ label: 'Pause', description: 'Yes pauses the weekly tip, no goes on' }).optional(),
    skip: option
      .boolean({ label: 'Skip the next tip', description: 'Yes leaves the next tip out, no lets it come' })
      .optional(),
    line: option
      .text({ label: 'One line of your own', description: 'In the next tip alone: an event, a mock interview' }, LINE)
      .optional(),
    role: option
      .role({ label: 'Role to ping', description: 'Pinged by each weekly tip, by nothing else', hidden: true })
      .optional(),
    claim: option
      .text({ label: 'Claim code', description: 'The code that was printed when the bot started', hidden: true })
      .optional(),
    do: option
      .choice(
        { label: 'Do', description: 'What is done', hidden: true },
        {
          track: { label: 'Season track' },
          line: { label: 'A line of your own' },
          'no-line': { label: 'No line' },
          ping: { label: 'A role to ping' },
          'no-ping': { label: 'Ping nobody' },
        },
      )
      .optional(),
  }),
  examples: ['', 'weekday:monday hour:9', 'show:preview', 'skip:yes', 'shift:14 match:no', 'pause:yes'],
  form: {
    title: 'Weekly tip',
    submit: 'Save',
    fields: ['channel', 'weekday', 'hour', 'zone'],
    prefill: async context => inForm(proposal(context)),
  },
  actions: {
    by: 'do',
    of: {
      track: {
        takes: ['shift', 'match', 'claim'],
        form: {
          title: 'Season track',
          submit: 'Save',
          fields: ['shift', 'match'],
          prefill: trackNow,
        },
      },
      line: {
        takes: ['line', 'claim'],
        form: { title: 'A line of your own', submit: 'Save', fields: ['line'], requires: ['line'] },
      },
      'no-line': { takes: ['claim'] },
      ping: {
        takes: ['role', 'claim'],
        form: { title: 'A role to ping', submit: 'Save', fields: ['role'], requires: ['role'] },
      },
      'no-ping': { takes: ['claim'] },
    },
    otherwise: {
      takes: ['channel', 'weekday', 'hour', 'zone', 'show', 'shift', 'match', 'pause', 'skip', 'line', 'claim'],
    },
  },
  async run(options, context): Promise<Card> {
    if (options.claim) return claimed(options.claim, context);
    const { communitySettings } = context;
    if (!communitySettings) throw new Error('an organizer without the settings of their community');
    if (options.do === 'track') return tracked(options, communitySettings, context);
    if (options.do === 'ping') return pinged(options.role ?? null, communitySettings, context);
    if (options.do === 'no-ping') return pinged(null, communitySettings, context);
    if (options.do === 'line') return lined(options.line ?? null, communitySettings, context);
    if (options.do === 'no-line') return lined(null, communitySettings, context);
    const { channel, weekday, hour, zone, show, shift, match, pause, skip, line } = options;
    if (line !== undefined) return lined(line, communitySettings, context);
    if (skip !== undefined) return skipped(skip, communitySettings, context);
    if (show) return shown(show, context);
    if (pause !== undefined)
      return planned(await communitySettings.pause(pause), context, pause ? 'Paused' : 'Going on');
    const plans = channel !== undefined || weekday !== undefined || hour !== undefined || zone !== undefined;
    const now = proposal(context);
    const plan = {
      channel: channel ?? now.channel,
      weekday: Number(weekday ?? now.weekday),
      hour: hour ?? now.hour,
      zone: zone ?? now.zone,
    };
    if (!plans) return tracked({ shift, match }, communitySettings, context);
    await assertPostable(plan.channel, context);
    if (shift !== undefined || match !== undefined) await communitySettings.keepTrack({ shiftDays: shift, match });
    const moved = movedTo(plan, context.community, context.now);
    const set = await communitySettings.planTips(plan, context.account.id, moved);
    return planned(set, context, 'The weekly tip is set');
  },
});

async function trackNow({ community }: Context): Promise<Record<string, string>> {
  const { shiftDays, match } = community?.track ?? standardTrack;
  return { shift: String(shiftDays), match: match ? 'yes' : 'no' };
}

/** The season as it is told, or all that is set where nothing is. */
async function tracked(
  { shift, match }: { shift?: number | undefined; match?: boolean | undefined },
  communitySettings: CommunitySettings,
  context: Context,
): Promise<Card> {
  if (shift === undefined && match === undefined) return overview(context);
  return trackCard(await communitySettings.keepTrack({ shiftDays: shift, match }), context);
}

/** Said at once, not when the first tip is due. */
async function assertPostable(channel: string, { canPost }: Context): Promise<void> {
  const found = await canPost(channel);
  if (found === 'yes') return;
  const { what, mend } = problems[found];
  throw new UserError(`No tip can be posted there. ${what} ${mend}`, { channel: mend });
}

async function overview(context: Context): Promise<Card> {
  const { community } = context;
  if (!community?.tips) return startCard(proposal(context), community?.track ?? standardTrack);
  return planned(community, context, community.paused || community.problem ? 'Paused' : 'The weekly tip is set');
}

async function planned(community: Community, context: Context, title: string): Promise<Card> {
  if (!community.tips) throw new UserError(`No weekly tip is set yet. ${context.typed('setup')} begins.`);
  return plannedCard(community, community.tips, context, title);
}

async function claimed(code: string, context: Context): Promise<Card> {
  const found = await context.redeemCode(code);
  if (found !== 'done') throw new UserError(unclaimed[found]);
  return card('You are an organizer here', {
    answer: 'You can set the weekly tip now.',
    tone: 'good',
    blocks: buttons({ label: 'Set the weekly tip', call: call('setup') }),
  });
}

const unclaimed: Record<Exclude<Redeemed, 'done'>, string> = {
  wrong: 'That is not the claim code. It stands in the lines that the bot printed when it started.',
  used: 'The claim code was used already and no longer works. Ask an admin here, or whoever runs the bot, to add you.',
  none: 'There is no claim code here. Ask an admin here, or whoever runs the bot, to add you.',
  'too-many-tries':
    'That code was wrong too often. Try again in an hour, with the one that the bot printed when it started.',
};
