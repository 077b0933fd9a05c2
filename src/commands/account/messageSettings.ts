import { type Block, buttons } from '../../core/cards/card.ts';
import { call, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Profile, Remind, User } from '../../core/ports/users.ts';
import { quietHoursOf } from '../../core/sending/recipient.ts';
import { type NudgeKind, nudgeKinds, remindLevels } from '../../domain/nudges/nudgeKinds.ts';
import { wants } from '../../domain/nudges/nudges.ts';
import { DIGEST_SPREAD_MINUTES } from '../../domain/nudges/rules/digest.ts';
import { afterQuietHours, formatClock, formatShortDay, nextWeekly, weekdayName } from '../../domain/time/localTime.ts';
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
  return {
    ...(quiet && readQuiet(quiet)),
    ...(pause && { pausedUntil: Temporal.PlainDate.compare(pause, today) > 0 ? pause : null }),
    ...(mute && { muted: [...new Set([...user.muted, mute])] }),
    ...(unmute && turnedOn(user, unmute)),
    ...(details !== undefined && { details }),
  };
}

/** This kind comes from now on, and no other does that did not come before. */
function turnedOn(user: User, kind: Mutable): Pick<Profile, 'remind' | 'muted'> {
  const { from } = nudgeKinds[kind];
  const remind = remindLevels.indexOf(user.remind) >= remindLevels.indexOf(from) ? user.remind : from;
  const muted = keysOf(mutable).filter(
    other => other !== kind && !wants(user, other) && wants({ remind, muted: [] }, other),
  );
  return { remind, muted };
}

/** A level that is chosen brings what it is called by, whatever was turned off before. */
export function levelChosen(remind: Remind, muted: readonly NudgeKind[]): Pick<Profile, 'remind' | 'muted'> {
  const called: readonly NudgeKind[] = { nothing: [], eves: ['eve'], weekly: ['eve', 'digest'] }[remind] as NudgeKind[];
  return { remind, muted: muted.filter(kind => !called.includes(kind)) };
}

/** What comes unasked, in a few words: by what is sent, whatever it was called when it was set. */
export function sayLevel(user: Pick<User, 'remind' | 'muted'>): string {
  const on = keysOf(mutable).filter(kind => wants(user, kind));
  if (on.length === 0) return 'Nothing';
  if (on.includes('digest')) return on.includes('eve') ? 'Weekly digest too' : 'Weekly digest, no interview evenings';
  return user.remind === 'eves' && on.includes('eve') ? 'Interview evenings only' : 'Some kinds only';
}

/** "Sunday, 6 to 6:30 PM": when the digest really comes, after quiet hours and a pause; "off" where it does not. */
export function sayDigest(user: User, { now, zone, today }: Pick<Context, 'now' | 'zone' | 'today'>): string {
  if (!wants(user, 'digest')) return 'off';
  const paused = user.pausedUntil && Temporal.PlainDate.compare(user.pausedUntil, today) > 0 ? user.pausedUntil : null;
  const after = paused ? paused.toZonedDateTime(zone).toInstant() : now;
  const quiet = quietHoursOf(user);
  const at = nextWeekly(after, { weekday: user.digestDay, hour: user.digestHour }, zone);
  const [first, last] = [at, at.add({ minutes: DIGEST_SPREAD_MINUTES })].map(moment =>
    afterQuietHours(moment, quiet, zone).toZonedDateTimeISO(zone),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  const from = formatClock(first.toPlainTime());
  const to = formatClock(last.toPlainTime());
  const hours =
    from === to ? from : from.slice(-2) === to.slice(-2) ? `${from.slice(0, -3)} to ${to}` : `${from} to ${to}`;
  return `${weekdayName(first.dayOfWeek)}, ${hours}${paused ? `, from ${formatShortDay(first.toPlainDate())} on` : ''}`;
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

export function messageFields(
  { quietFrom, quietTo, pausedUntil, muted, details, remind }: User,
  today: Temporal.PlainDate,
) {
  // What would not come at this level is not said to be turned off as well.
  const off = muted.filter(kind => wants({ remind, muted: [] }, kind));
  const isPaused = pausedUntil && Temporal.PlainDate.compare(pausedUntil, today) > 0;
  return [
    { label: 'Quiet', value: quietFrom === quietTo ? 'no quiet hours' : `${clock(quietFrom)} to ${clock(quietTo)}` },
    ...(isPaused ? [{ label: 'Paused', value: `until ${formatShortDay(pausedUntil)}` }] : []),
    ...(off.length > 0 ? [{ label: 'Turned off', value: off.map(kind => nudgeKinds[kind].label).join('; ') }] : []),
    ...(details ? [{ label: 'Details in messages', value: 'yes, for whoever sees your screen' }] : []),
  ];
}

const QUIET = ['22-7', '23-6', '20-8', '8-16', 'none'];
const PAUSES = { 1: 'Until tomorrow', 3: 'For three days', 7: 'For a week of nights', 14: 'For two weeks' };

/** What a form of five fields has no room for: hours, a pause, kinds, details. */
export function messageChoices(user: User, today: Temporal.PlainDate): Block[] {
  const { details, pausedUntil } = user;
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
      kinds.filter(kind => wants(user, kind)),
    ),
    ...kindChoice(
      'Turn a kind on',
      'unmute',
      kinds.filter(kind => !wants(user, kind)),
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
