import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Counts } from '../../core/ports/store.ts';
import type { Community, TipsPlan } from '../../core/ports/users.ts';
import { phaseOn, weekOfSeason } from '../../domain/season/season.ts';
import { type Track, trackRules } from '../../domain/season/track.ts';
import { formatClock, formatMoment, formatShortDay, weekdayName } from '../../domain/time/localTime.ts';
import { zoneLabel } from '../../domain/time/zoneNames.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { count } from '../../domain/words/sentences.ts';
import { problems } from '../problemCards.ts';
import { nextPosted, waiting } from './nextTip.ts';

export const FOOTER = 'You never see a member’s notes.';

/** What an organizer starts with unless they say otherwise: Monday at 9 AM. */
const DEFAULTS = { weekday: 1, hour: 9 };

/** What is set, or what would be: this channel, Monday at 9, in the zone of whoever asks. */
export function proposal({ community, channel, zone }: Context): TipsPlan {
  return community?.tips ?? { channel: channel ?? '', zone: community?.zone ?? zone, ...DEFAULTS };
}

/** A plan as the options that set it. */
const asOptions = ({ channel, weekday, hour, zone }: TipsPlan) => ({
  channel,
  weekday: String(weekday),
  hour: String(hour),
  zone,
});

/** The same in its form. */
export const inForm = (plan: TipsPlan) => ({ ...asOptions(plan), zone: zoneWords(plan.zone) });

const when = ({ weekday, hour, zone }: TipsPlan): string =>
  `${weekdayName(weekday)}, ${formatClock(new Temporal.PlainTime(hour))}, ${zoneLabel(zone)}`;

const fields = (plan: TipsPlan, channelName: string, track: Track): Block => ({
  type: 'fields',
  fields: [
    { label: 'Channel', value: channelName },
    { label: 'When', value: when(plan) },
    { label: 'Season', value: sayTrack(track) },
  ],
});

function sayTrack({ shiftDays, match }: Track): string {
  const days = count(Math.abs(shiftDays), 'day', 'days');
  const shifted = shiftDays === 0 ? 'as in the US' : `${days} ${shiftDays > 0 ? 'later' : 'earlier'} than in the US`;
  return match ? shifted : `${shifted}, without the Match`;
}

const more = (): Block[] => [
  ...buttons(
    { label: 'Next eight tips', call: call('setup', { show: 'preview' }) },
    { label: 'Test post', call: call('setup', { show: 'test' }) },
    { label: 'Season track', call: formCall('setup', { do: 'track' }) },
  ),
  ...buttons(
    { label: 'What it may do here', call: call('setup', { show: 'rules' }) },
    { label: 'Introduction', call: call('setup', { show: 'introduction' }) },
    { label: 'One page for a dean', call: call('setup', { show: 'one-page' }) },
  ),
];

/** Before anything is set: filled in, one tap starts it. */
export const startCard = (plan: TipsPlan, track: Track): Card =>
  card('Start the weekly tip', {
    answer: `One tip a week, here, ${when(plan)}. One tap starts it.`,
    blocks: [
      fields(plan, 'this channel', track),
      ...buttons(
        { label: 'Start', call: call('setup', asOptions(plan)) },
        { label: 'Change first', call: formCall('setup', inForm(plan)) },
      ),
      ...more(),
    ],
    footer: FOOTER,
  });

/** What is set, when the next tip comes, and how many use the bot. */
export async function plannedCard(
  community: Community,
  tips: TipsPlan,
  context: Context,
  title: string,
): Promise<Card> {
  const { paused, problem, track } = community;
  const { ownLine, skipOn } = waiting(community, context.now);
  const counts = await context.communitySettings?.counts();
  const here = tips.channel === context.channel;
  return card(title, {
    answer: answerFor(community, formatMoment(nextPosted(context.now, tips, community), tips.zone)),
    tone: problem ? 'careful' : paused ? 'neutral' : 'good',
    blocks: [
      fields(tips, here ? 'this channel' : await context.channelLabel(tips.channel), track),
      ...(skipOn ? [{ type: 'text', text: `No tip on ${formatShortDay(skipOn)}.` } as const] : []),
      ...(ownLine
        ? [{ type: 'text', text: `With the tip of ${formatShortDay(ownLine.on)}: ${ownLine.text}` } as const]
        : []),
      ...(community.pingRole ? [{ type: 'text', text: 'Each tip pings the role that was chosen.' } as const] : []),
      { type: 'text', text: sayCounts(counts) },
      ...buttons(
        { label: 'Change', call: formCall('setup') },
        paused
          ? { label: 'Resume', call: call('setup', { pause: 'no' }) }
          : { label: 'Pause', call: call('setup', { pause: 'yes' }) },
        { label: 'See the season', call: call('timeline') },
      ),
      ...buttons(
        skipOn
          ? { label: 'Post the next one after all', call: call('setup', { skip: 'no' }) }
          : { label: 'Skip the next one', call: call('setup', { skip: 'yes' }) },
        ownLine
          ? { label: 'Take my line back', call: call('setup', { do: 'no-line' }) }
          : { label: 'Add a line of my own', call: formCall('setup', { do: 'line' }) },
        community.platform === 'discord' &&
          (community.pingRole
            ? { label: 'Ping nobody', call: call('setup', { do: 'no-ping' }) }
            : { label: 'Ping a role', call: formCall('setup', { do: 'ping' }) }),
        { label: 'Who changed what', call: call('setup', { show: 'changes' }) },
      ),
      ...more(),
    ],
    footer: FOOTER,
  });
}

/** "12 members use it, 7 have logged someone": never fewer than five, and nothing in the first week. */
function sayCounts(counts: Counts | null | undefined): string {
  if (!counts) return 'How many use it is counted after the first week.';
  const { members, logged } = counts;
  if (members === null) return 'Members using it: fewer than five.';
  return `Members using it: ${members}. Of them, ${logged ?? 'fewer than five'} have logged someone.`;
}

function answerFor({ paused, problem }: Community, next: string): string {
  if (!problem) return paused ? 'No tips are posted until you resume.' : `The next tip comes ${next}.`;
  const { what, mend } = problems[problem];
  return `The tips are paused. ${what} ${mend} Then save this once more.`;
}

/** The season as this community goes by it from now on. */
export function trackCard({ track }: Community, { content, today }: Pick<Context, 'content' | 'today'>): Card {
  const season = trackRules(content.season, track);
  return card('The season here', {
    answer: `Phases and tips come ${sayTrack(track)}.`,
    tone: 'good',
    blocks: [
      {
        type: 'fields',
        fields: [{ label: 'Today', value: `week ${weekOfSeason(today, season)}, ${phaseOn(today, season).label}` }],
      },
      ...(track.match
        ? []
        : [
            {
              type: 'text',
              text: 'No official dates are shown, and weeks whose tip is about the Match have none.',
            } as const,
          ]),
      ...buttons(
        { label: 'Next eight tips', call: call('setup', { show: 'preview' }) },
        { label: 'Change', call: formCall('setup', { do: 'track' }) },
        { label: 'See the season', call: call('timeline') },
      ),
    ],
    footer: 'It holds for everyone here.',
  });
}
