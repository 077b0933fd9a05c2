import type { Block, Button } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { OpenEnd } from '../../domain/followUps/looseEnds.ts';
import { DIGEST_DAYS } from '../../domain/nudges/rules/digest.ts';
import { officialDates, sayOfficialDate } from '../../domain/season/officialDates.ts';
import { cycleOf, dayOf } from '../../domain/season/season.ts';
import { formatShortDay, weekdayName } from '../../domain/time/localTime.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';
import { list } from '../../domain/words/sentences.ts';
import { actionCall } from '../library/pieceCard.ts';
import { cadenceOf } from '../people/cadence.ts';
import { closeCall, names, openEndsOf, sentence } from '../people/looseEndCards.ts';
import { offerAlarm } from '../programs/offerAlarm.ts';
import { agendaOf } from './agenda.ts';
import { tipOf } from './weeklyTip.ts';

/** What is enough to show a member what is theirs. */
export type Reading = Pick<Context, 'notebook' | 'content' | 'season' | 'now' | 'zone' | 'today' | 'user'>;

/** The week in at most four lines, each left out where it would say nothing, and the one thing to do. */
export async function digestOf(context: Reading): Promise<{ lines: Block[]; main: Button }> {
  const { notebook, now, content, season, today } = context;
  const [logged, { cadence }, ends, known, [next], alarm] = await Promise.all([
    notebook.countEntries(now.subtract({ hours: DIGEST_DAYS * 24 })),
    cadenceOf(context),
    openEndsOf(context),
    names(context),
    agendaOf(context),
    offerAlarm(context),
  ]);
  const due = cadence.defenders.filter(defender => defender.due);
  const end = ends.open.find(({ before }) => before) ?? ends.open[0];
  const coming = next ? `${next}${clocksBy(context)}` : officialNear(context)[0];
  const fields = [
    { label: 'First', value: alarm?.line ?? '' },
    { label: 'Logged', value: logged > 0 ? String(logged) : '' },
    {
      label: 'Due a word',
      value: list(
        due.map(({ name, quietDays }) => `${name} (${quietDays} days)`),
        3,
      ),
    },
    { label: 'Open', value: end ? openLine(end, known.get(end.looseEnd.contactId ?? '')) : '' },
    { label: 'Coming', value: coming ?? '' },
  ].filter(({ value }) => value !== '');
  const week = tipOf(content, today, season);
  const [first] = due;
  const main = alarm
    ? alarm.button
    : end?.dueOn || (end && !first)
      ? { label: 'Close what is open', call: closeCall(end.looseEnd) }
      : first
        ? { label: buttonLabel(`Draft to ${first.name}`), call: updateCall(first.name) }
        : 'tip' in week
          ? { label: week.tip.do.label, call: actionCall(week.tip.do) }
          : { label: 'Log', call: formCall('log') };
  return { lines: fields.length > 0 ? [{ type: 'fields', fields }] : [], main };
}

export const updateCall = (name: string): Call => formCall('draft', { kind: 'defender-update', to: name });

function openLine({ looseEnd, before }: OpenEnd, name: string | undefined): string {
  const what = sentence(looseEnd, name).replace(/\.$/, '');
  if (!before) return `${what}.`;
  const { kind, day } = before.interview;
  return `${what}, before ${weekdayName(day.dayOfWeek)}'s ${interviewKinds[kind].label} there (${formatShortDay(day)}).`;
}

/** Official dates of the coming week, as they may be said. */
function officialNear({ season, today }: Reading): string[] {
  return officialDates(cycleOf(today, season), season)
    .filter(({ when, sureness, label }) => {
      const days = today.until(dayOf(when), { largestUnit: 'days' }).days;
      return (sureness !== 'low' || label === 'confirmed') && days >= 0 && days <= DIGEST_DAYS;
    })
    .map(sayOfficialDate);
}

/** A warning where the reader's clock changes within the days that a digest is about. */
function clocksBy({ now, zone }: Reading): string {
  const here = now.toZonedDateTimeISO(zone);
  const change = here.getTimeZoneTransition('next');
  if (!change || here.until(change).total('days') > DIGEST_DAYS) return '';
  const back = change.offsetNanoseconds < here.offsetNanoseconds;
  return `. Your clocks go ${back ? 'back' : 'forward'} on ${formatShortDay(change.toPlainDate())}`;
}
