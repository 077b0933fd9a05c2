import { z } from 'zod';
import { call, formCall } from '../core/call.ts';
import { buttons, type Card, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { option } from '../core/options.ts';
import type { Community, TipsPlan } from '../core/store.ts';
import { formatClock, formatMoment, nextWeekly, weekdayName } from '../domain/localTime.ts';
import { problems } from './problemCards.ts';
import { weekdays } from './weekdays.ts';

/** What an organiser starts with unless they say otherwise: Monday at 9 AM. */
const DEFAULTS = { weekday: 1, hour: 9 };

export const setup = defineCommand({
  name: 'setup',
  description: 'For organisers: where and when the weekly tip is posted',
  audience: 'organiser',
  options: z.strictObject({
    channel: option.channel({ label: 'Channel for the weekly tip', description: 'Where the tip is posted' }).optional(),
    weekday: option.choice({ label: 'Weekday', description: 'The day of the tip' }, weekdays).optional(),
    hour: option.integer({ label: 'Hour (0 to 23)', description: 'The local hour of the tip' }, 0, 23).optional(),
    zone: option
      .zone({ label: 'Time zone', description: 'The zone of that hour', hint: 'America/New_York' })
      .optional(),
    pause: option.boolean({ label: 'Pause', description: 'Yes pauses the weekly tip, no goes on' }).optional(),
    claim: option
      .text({ label: 'Claim code', description: 'The code that was printed when the bot started', screened: false })
      .optional(),
  }),
  examples: ['', 'weekday:monday hour:9', 'pause:yes'],
  form: {
    title: 'Weekly tip',
    submit: 'Save',
    fields: ['channel', 'weekday', 'hour', 'zone'],
    prefill: async context => asOptions(proposal(context)),
  },
  async run({ channel, weekday, hour, zone, pause, claim }, context) {
    if (claim) return claimed(claim, context);
    const { desk } = context;
    if (!desk) throw new UserError(notAnOrganiser(context));
    if (pause !== undefined) return shown(await desk.pause(pause), context, pause ? 'Paused' : 'Going on');
    if (!channel && !weekday && hour === undefined && !zone) return overview(context);
    const now = proposal(context);
    const plan = {
      channel: channel ?? now.channel,
      weekday: Number(weekday ?? now.weekday),
      hour: hour ?? now.hour,
      zone: zone ?? now.zone,
    };
    await assertPostable(plan.channel, context);
    return shown(await desk.planTips(plan, context.account.id), context, 'The weekly tip is set');
  },
});

/** Said at once, not when the first tip is due. */
async function assertPostable(channel: string, { canPost }: Context): Promise<void> {
  const found = await canPost(channel);
  if (found === 'yes') return;
  const { what, mend } = problems[found];
  throw new UserError(`No tip can be posted there. ${what} ${mend}`, { channel: mend });
}

/** What is set, or what would be: this channel, Monday at 9, in the zone of whoever asks. */
function proposal({ community, channel, zone }: Context): TipsPlan {
  return community?.tips ?? { channel: channel ?? '', zone: community?.zone ?? zone, ...DEFAULTS };
}

const asOptions = ({ channel, weekday, hour, zone }: TipsPlan) => ({
  channel,
  weekday: String(weekday),
  hour: String(hour),
  zone,
});

const when = ({ weekday, hour, zone }: TipsPlan): string =>
  `${weekdayName(weekday)}, ${formatClock(new Temporal.PlainTime(hour))} (${zone})`;

const fields = (plan: TipsPlan, { channelName }: { channelName: string }) => [
  { label: 'Channel', value: channelName },
  { label: 'When', value: when(plan) },
];

/** Opens filled in: one tap starts it. */
async function overview(context: Context): Promise<Card> {
  const { community } = context;
  if (community?.tips)
    return shown(community, context, community.paused || community.problem ? 'Paused' : 'The weekly tip is set');
  const plan = proposal(context);
  return card('Start the weekly tip', {
    answer: `One tip a week, here, ${when(plan)}. One tap starts it.`,
    blocks: [
      { type: 'fields', fields: fields(plan, { channelName: 'this channel' }) },
      { type: 'text', text: MAY },
      ...buttons(
        { label: 'Start', call: call('setup', asOptions(plan)) },
        { label: 'Change first', call: formCall('setup', asOptions(plan)) },
      ),
    ],
    footer: 'You never see a member’s notes.',
  });
}

const MAY =
  'The bot posts there once a week and nothing else. It answers members in private, and writes by direct message only to those who asked for it. It reads no messages.';

async function shown(community: Community, context: Context, title: string): Promise<Card> {
  const { tips, paused, problem } = community;
  if (!tips) throw new UserError(`No weekly tip is set yet. ${context.typed('setup')} begins.`);
  const next = nextWeekly(context.now, tips, tips.zone);
  const members = await context.desk?.countMembers();
  return card(title, {
    answer: answerFor(community, formatMoment(next, tips.zone)),
    tone: problem ? 'careful' : paused ? 'neutral' : 'good',
    blocks: [
      {
        type: 'fields',
        fields: fields(tips, {
          channelName: tips.channel === context.channel ? 'this channel' : await context.channelLabel(tips.channel),
        }),
      },
      { type: 'text', text: members == null ? 'Members using it: fewer than five.' : `Members using it: ${members}.` },
      ...buttons(
        { label: 'Change', call: formCall('setup') },
        paused
          ? { label: 'Go on', call: call('setup', { pause: 'no' }) }
          : { label: 'Pause', call: call('setup', { pause: 'yes' }) },
        { label: 'See the season', call: call('timeline') },
      ),
    ],
    footer: 'You never see a member’s notes.',
  });
}

function answerFor({ paused, problem }: Community, next: string): string {
  if (!problem) return paused ? 'No tips are posted until you go on.' : `The next tip comes ${next}.`;
  const { what, mend } = problems[problem];
  return `The tips are paused. ${what} ${mend} Then save this once more.`;
}

async function claimed(code: string, context: Context): Promise<Card> {
  if (!(await context.claim(code)))
    throw new UserError('That is not the claim code. It stands in the lines that the bot printed when it started.');
  return card('You are an organiser here', {
    answer: 'You can set the weekly tip now.',
    tone: 'good',
    blocks: buttons({ label: 'Set the weekly tip', call: call('setup') }),
  });
}

const notAnOrganiser = ({ typed }: Context): string =>
  `${typed('setup')} is for organisers: workspace admins and owners, or whoever has the claim code (${typed('setup')} claim:CODE).`;
