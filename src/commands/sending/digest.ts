import { bold } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import type { OpenEnd } from '../../domain/followUps/looseEnds.ts';
import { DIGEST_DAYS } from '../../domain/nudges/rules/digest.ts';
import { sayDebrief } from '../../domain/programs/debriefs.ts';
import { officialDates, sayOfficialDate } from '../../domain/season/officialDates.ts';
import { cycleOf, dayOf, weekOfSeason } from '../../domain/season/season.ts';
import { formatShortDay, weekdayName } from '../../domain/time/localTime.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';
import { fullStop, list } from '../../domain/words/sentences.ts';
import { actionCall } from '../library/pieceCard.ts';
import { cadenceOf } from '../people/cadence.ts';
import { closeCall, names, openEndsOf, sentence } from '../people/looseEndCards.ts';
import { offerAlarm } from '../programs/offerAlarm.ts';
import { agendaOf } from './agenda.ts';
import { tipOf } from './weeklyTip.ts';

/** What is enough to show a member what is theirs. */
export type Reading = Pick<Context, 'notebook' | 'content' | 'season' | 'now' | 'zone' | 'today' | 'user'>;

/** What the week's message shows: who comes to mind, the one thing to do, and one line of what comes. */
export async function digestOf(context: Reading): Promise<{ more: Block[]; main: Button }> {
  const [week, last] = await Promise.all([weekOf(context), lastNames(context)]);
  const { doing, main, coming } = week;
  return {
    more: [
      ...buttons(...last.map(({ id, name }) => ({ label: buttonLabel(name), call: call('logged', { who: id }) }))),
      { type: 'text', text: `One thing to do: ${doing}.` },
      ...(coming ? [{ type: 'text', text: `Coming: ${coming}.` } as const] : []),
      ...buttons(
        { label: last.length > 0 ? 'Someone else' : 'Log someone', call: formCall('log') },
        { label: 'More', call: call('show', { what: 'week' }) },
      ),
    ],
    main,
  };
}

/** The rest of the week, and a practice case. */
export async function weekCard(context: Reading): Promise<Card> {
  const { fields, main } = await weekOf(context);
  const cases = [...context.content.scenarios.values()];
  const practice = cases[weekOfSeason(context.today, context.season) % cases.length];
  return card('More of your week', {
    answer: fields.length > 0 ? 'What was, and what is open.' : 'A quiet week so far.',
    blocks: [
      ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : []),
      ...(practice
        ? [{ type: 'text', text: `${bold('This week’s practice case.')} ${fullStop(practice.title)}` } as const]
        : []),
      ...buttons(practice && { label: 'Decide', call: call('advice', { case: practice.id }) }, main, {
        label: 'Home',
        call: call('backchannel'),
      }),
    ],
    footer: 'Only you see this.',
  });
}

/** As many as two taps each are worth. */
const NAMES = 3;
const LATEST = 40;

async function lastNames({ notebook }: Reading): Promise<Contact[]> {
  const latest = (await notebook.history({ limit: LATEST })).filter(({ stance }) => stance !== 'treated-badly');
  return [...new Map(latest.map(({ contact }) => [contact.id, contact])).values()].slice(0, NAMES);
}

async function weekOf(context: Reading) {
  const { notebook, now, content, season, today } = context;
  const [logged, { cadence }, ends, known, [next], alarm, programs] = await Promise.all([
    notebook.countEntries(now.subtract({ hours: DIGEST_DAYS * 24 })),
    cadenceOf(context),
    openEndsOf(context),
    names(context),
    agendaOf(context),
    offerAlarm(context),
    notebook.programs.all(),
  ]);
  const weekAgo = today.subtract({ days: DIGEST_DAYS });
  const debriefed = programs
    .filter(({ debriefedOn: on }) => on && Temporal.PlainDate.compare(on, weekAgo) > 0)
    .map(program => `${program.name} (${sayDebrief(program)})`);
  const due = cadence.defenders.filter(defender => defender.due);
  const end = ends.open.find(({ before }) => before) ?? ends.open[0];
  const open = end && openLine(end, known.get(end.looseEnd.contactId ?? ''));
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
    { label: 'Open', value: open ?? '' },
    { label: 'Debriefed', value: list(debriefed, 3) },
    { label: 'Coming', value: coming ?? '' },
  ].filter(({ value }) => value !== '');
  const week = tipOf(content, today, season);
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
        : 'tip' in week
          ? {
              doing: `this week’s tip, "${week.tip.title}"`,
              main: { label: week.tip.do.label, call: actionCall(week.tip.do) },
            }
          : { doing: 'log someone', main: { label: 'Log', call: formCall('log') } };
  return { fields, coming, doing, main };
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
