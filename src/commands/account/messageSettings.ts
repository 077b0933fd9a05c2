import { type Block, buttons } from '../../core/cards/card.ts';
import { call, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Profile, User } from '../../core/ports/users.ts';
import { type NudgeKind, nudgeKinds } from '../../domain/nudges/nudgeKinds.ts';
import { formatClock, formatShortDay } from '../../domain/time/localTime.ts';
import { keysOf } from '../../domain/vocabulary.ts';
import { capital } from '../../domain/words/sentences.ts';

/** The kinds of messages that can be turned off one by one. */
export const mutable = Object.fromEntries(
  keysOf(nudgeKinds).flatMap(kind =>
    nudgeKinds[kind].mute ? [[kind, { label: capital(nudgeKinds[kind].label) }]] : [],
  ),
) as Record<Mutable, { label: string }>;
type Mutable = { [Kind in NudgeKind]: (typeof nudgeKinds)[Kind]['mute'] extends true ? Kind : never }[NudgeKind];

interface Given {
  quiet?: string | undefined;
  pause?: Temporal.PlainDate | undefined;
  mute?: Mutable | undefined;
  unmute?: Mutable | undefined;
  details?: boolean | undefined;
}

/** What was said about messages, as a change of the profile. @throws UserError on hours that cannot be read */
export function messageSettings(
  { quiet, pause, mute, unmute, details }: Given,
  { user, today }: Context,
): Partial<Profile> {
  const muted = new Set(user.muted);
  if (mute) muted.add(mute);
  if (unmute) muted.delete(unmute);
  return {
    ...(quiet && readQuiet(quiet)),
    ...(pause && { pausedUntil: Temporal.PlainDate.compare(pause, today) > 0 ? pause : null }),
    ...((mute || unmute) && { muted: [...muted] }),
    ...(details !== undefined && { details }),
  };
}

const HOUR = '(\\d{1,2})(?::00)? ?([ap]m)?';
const EXPECTED = 'Quiet hours are two whole hours, such as "22-7", or "none".';

/** "22-7", "10 pm to 7 am", "none" */
function readQuiet(text: string): Pick<Profile, 'quietFrom' | 'quietTo'> {
  if (/^none$/i.test(text)) return { quietFrom: 0, quietTo: 0 };
  const [, from, fromHalf, to, toHalf] = new RegExp(`^${HOUR} ?(?:-|to) ?${HOUR}$`, 'i').exec(text) ?? [];
  const [quietFrom, quietTo] = [hourOf(from, fromHalf), hourOf(to, toHalf)];
  if (quietFrom === undefined || quietTo === undefined) throw new UserError(EXPECTED, { quiet: EXPECTED });
  return { quietFrom, quietTo };
}

function hourOf(text: string | undefined, half: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const hour = half ? (Number(text) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(text) % 24;
  return hour < 24 && Number(text) <= 24 ? hour : undefined;
}

const clock = (hour: number): string => formatClock(new Temporal.PlainTime(hour));

export const messageFields = ({ quietFrom, quietTo, pausedUntil, muted, details }: User) => [
  { label: 'Quiet', value: quietFrom === quietTo ? 'no quiet hours' : `${clock(quietFrom)} to ${clock(quietTo)}` },
  ...(pausedUntil ? [{ label: 'Paused', value: `until ${formatShortDay(pausedUntil)}` }] : []),
  ...(muted.length > 0 ? [{ label: 'Turned off', value: muted.map(kind => nudgeKinds[kind].label).join('; ') }] : []),
  ...(details ? [{ label: 'Details in messages', value: 'yes, for whoever sees your screen' }] : []),
];

const QUIET = ['22-7', '23-6', '20-8', '8-16', 'none'];
const PAUSES = { 1: 'Until tomorrow', 3: 'For three days', 7: 'For a week of nights', 14: 'For two weeks' };

/** What a form of five fields has no room for: hours, a pause, kinds, details. */
export function messageChoices({ muted, details, pausedUntil }: User, today: Temporal.PlainDate): Block[] {
  const kinds = keysOf(mutable);
  return [
    {
      type: 'select',
      placeholder: 'Quiet hours',
      call: selectCall('settings', 'quiet'),
      choices: QUIET.map(value => ({ value, label: quietLabel(value) })),
    },
    {
      type: 'select',
      placeholder: 'Pause all messages',
      call: selectCall('settings', 'pause'),
      choices: [
        ...(pausedUntil ? [{ value: today.toString(), label: 'End the pause' }] : []),
        ...Object.entries(PAUSES).map(([days, label]) => ({
          value: today.add({ days: Number(days) }).toString(),
          label,
        })),
      ],
    },
    ...kindChoice(
      'Turn a kind off',
      'mute',
      kinds.filter(kind => !muted.includes(kind)),
    ),
    ...kindChoice(
      'Turn a kind on again',
      'unmute',
      kinds.filter(kind => muted.includes(kind)),
    ),
    ...buttons(
      { label: 'A week of nights', call: call('settings', { pause: today.add({ days: 7 }).toString() }) },
      details
        ? { label: 'Discreet messages', call: call('settings', { details: 'no' }) }
        : { label: 'Details in messages', call: call('settings', { details: 'yes' }) },
    ),
  ];
}

function quietLabel(value: string): string {
  const { quietFrom, quietTo } = readQuiet(value);
  return quietFrom === quietTo ? 'None' : `${clock(quietFrom)} to ${clock(quietTo)}`;
}

function kindChoice(placeholder: string, choose: 'mute' | 'unmute', kinds: readonly Mutable[]): Block[] {
  if (kinds.length === 0) return [];
  const choices = kinds.map(kind => ({ value: kind, label: mutable[kind].label }));
  return [{ type: 'select', placeholder, call: selectCall('settings', choose), choices }];
}
