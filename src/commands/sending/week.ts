import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card, section } from '../../core/cards/card.ts';
import { buttonLabel, limits, menuLine } from '../../core/cards/limits.ts';
import { type Call, call, formCall, selectCall } from '../../core/commands/call.ts';
import type { OpenEnd } from '../../domain/followUps/looseEnds.ts';
import { DIGEST_DAYS } from '../../domain/nudges/rules/digest.ts';
import { sayDebriefShort } from '../../domain/programs/debriefs.ts';
import { officialDates, sayOfficialDate } from '../../domain/season/officialDates.ts';
import { cycleOf, dayOf, weekOfSeason } from '../../domain/season/season.ts';
import { formatShortDay, weekdayName } from '../../domain/time/localTime.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';
import { capital, fullStop, list } from '../../domain/words/sentences.ts';
import { actionCall } from '../library/pieceCard.ts';
import { cadenceOf } from '../people/cadence.ts';
import { closeCall, names, openEndsOf, sentence } from '../people/looseEndCards.ts';
import { offerAlarm } from '../programs/offerAlarm.ts';
import { itemOf } from '../programs/programItems.ts';
import { type Ahead, comingUp } from './agenda.ts';
import type { Reading } from './reading.ts';
import { tipOf } from './weeklyTip.ts';

/** So many are said; the season has them all. */
const LISTED = 5;

/** The coming seven days: what is ahead, who is due, what is open, and the one thing to do. */
export async function weekCard(context: Reading): Promise<Card> {
  const { fields, lines, week, clocks, doing, main } = await weekOf(context);
  const cases = [...context.content.scenarios.values()];
  const practice = cases[weekOfSeason(context.today, context.season) % cases.length];
  const more = lines.length - LISTED;
  return card('Your next seven days', {
    answer: `One thing to do: ${doing}.`,
    blocks: [
      ...section('Coming', lines.length > 0 ? lines.slice(0, LISTED) : ['Nothing has a day of its own this week.']),
      ...(more > 0 ? [{ type: 'text', text: `And ${more} more, in your season.` } as const] : []),
      ...(clocks ? [{ type: 'text', text: `${clocks.slice(2)}.` } as const] : []),
      ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : []),
      ...(practice
        ? [{ type: 'text', text: `${bold('This week’s practice case.')} ${fullStop(practice.title)}` } as const]
        : []),
      ...buttons(
        main,
        practice && { label: 'Decide', call: call('advice', { case: practice.id }) },
        { label: 'My season', call: call('timeline') },
        { label: 'Home', call: call('backchannel') },
      ),
      ...openMenu(week),
    ],
    footer: 'Only you see this.',
  });
}

/** Opens what is ahead: an invitation to answer, an interview to get ready for. */
const openMenu = (week: readonly Ahead[]): Block[] =>
  week.length === 0
    ? []
    : [
        {
          type: 'select',
          placeholder: 'Open one of these',
          call: selectCall('programs', 'item'),
          choices: week
            .slice(0, limits.menuChoices)
            .map(({ kind, id, line }) => ({ value: itemOf(kind, id), label: menuLine(capital(line)) })),
        },
      ];

const isWithinWeek = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, today.add({ days: DIGEST_DAYS })) <= 0;

/** What a week comes to: what was, what is open, what comes, and the one thing to do. */
export async function weekOf(context: Reading) {
  const { notebook, now, content, season, today } = context;
  const [logged, { cadence }, ends, known, ahead, alarm, programs] = await Promise.all([
    notebook.countEntries(now.subtract({ hours: DIGEST_DAYS * 24 })),
    cadenceOf(context),
    openEndsOf(context),
    names(context),
    comingUp(context),
    offerAlarm(context),
    notebook.programs.all(),
  ]);
  const weekAgo = today.subtract({ days: DIGEST_DAYS });
  const debriefed = programs
    .filter(({ debriefedOn: on }) => on && Temporal.PlainDate.compare(on, weekAgo) > 0)
    .map(program => `${program.name} (${sayDebriefShort(program)})`);
  const due = cadence.defenders.filter(defender => defender.due);
  const end = ends.open.find(({ before }) => before) ?? ends.open[0];
  const open = end && openLine(end, known.get(end.looseEnd.contactId ?? ''));
  const clocks = clocksBy(context);
  const week = ahead.filter(({ at }) => isWithinWeek(at.toZonedDateTimeISO(context.zone).toPlainDate(), today));
  const coming = ahead[0] ? `${ahead[0].line}${clocks}` : officialNear(context)[0];
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
    { label: 'Open', value: open ?? '' },
    { label: 'Debriefed', value: list(debriefed, 3) },
  ].filter(({ value }) => value !== '');
  const tip = tipOf(content, today, season);
  const [first] = due;
  const { doing, main } = alarm
    ? { doing: `open the offer. ${alarm.line.replace(/\.$/, '')}`, main: alarm.button }
    : end && open && (end.dueOn || !first)
      ? {
          doing: `close what is open. ${open.replace(/\.$/, '')}`,
          main: { label: 'Close it', call: closeCall(end.looseEnd) },
        }
      : first
        ? {
            doing: `write to ${first.name}, who is due a word`,
            main: { label: buttonLabel(`Draft to ${first.name}`), call: updateCall(first.name) },
          }
        : 'tip' in tip
          ? {
              doing: `this week’s tip, "${tip.tip.title}"`,
              main: { label: tip.tip.do.label, call: actionCall(tip.tip.do) },
            }
          : { doing: 'log someone', main: { label: 'Log', call: formCall('log') } };
  const official = officialNear(context);
  return { fields, coming, week, lines: [...week.map(({ line }) => capital(line)), ...official], clocks, doing, main };
}

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

export const updateCall = (name: string): Call => formCall('draft', { kind: 'defender-update', to: name });
