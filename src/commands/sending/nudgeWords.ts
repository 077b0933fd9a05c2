import { bold } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type LinkButton } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { referenceOf } from '../../core/runtime/id.ts';
import { quietHoursOf } from '../../core/sending/recipient.ts';
import { guidance } from '../../domain/followUps/looseEnds.ts';
import { entities } from '../../domain/notebook.ts';
import type { NudgeItem, NudgeKind } from '../../domain/nudges/nudgeKinds.ts';
import { planInterview } from '../../domain/programs/interviews.ts';
import { adviseInvitation } from '../../domain/programs/invitations.ts';
import { besideYes, firstSteps, type OfferRule, offerRule, questions } from '../../domain/programs/offerRules.ts';
import { adviseOffer, afterAccepting } from '../../domain/programs/offers.ts';
import { certifyBy } from '../../domain/programs/rankList.ts';
import { clocksDiffer, formatBoth } from '../../domain/time/bothClocks.ts';
import { formatMoment } from '../../domain/time/localTime.ts';
import { interviewKinds } from '../../domain/vocabulary.ts';
import { own } from '../../domain/words/own.ts';
import { capital } from '../../domain/words/sentences.ts';
import { cadenceOf } from '../people/cadence.ts';
import { names, openEndsOf, sentence } from '../people/looseEndCards.ts';
import { debriefCall } from '../programs/debriefCards.ts';
import { offerAlarm, otherYeses } from '../programs/offerAlarm.ts';
import { itemCall } from '../programs/programItems.ts';
import { digestOf } from './digest.ts';
import { sayFirstWeek } from './firstWeekWords.ts';
import type { Reading } from './reading.ts';
import { messageButton } from './reminderCards.ts';
import { updateCall } from './week.ts';

/** What one item says to its member: one line that can be read alone, a little more, and the button that does it. */
export interface Said {
  title: string;
  line: string;
  more: Block[];
  main: Button | LinkButton;
}

const text = (words: string): Block[] => (words ? [{ type: 'text', text: words }] : []);

const steps = (items: string[]): Block[] => (items.length > 0 ? [{ type: 'list', items, ordered: true }] : []);

/** What opens an offer: named by what it asks for first. */
const offerMain = ({ asks, verdict }: OfferRule): string =>
  asks ? 'Answer one question' : verdict === 'write-first' ? 'Who to write to first' : 'What to check';

/** The item from fresh data; undefined where what it was about is gone, done or closed. */
export const sayItem = (item: NudgeItem, context: Reading): Promise<Said | undefined> =>
  words[item.kind](item, context);

const words: Record<NudgeKind, (item: NudgeItem, context: Reading) => Promise<Said | undefined>> = {
  async eve({ subject }, context) {
    const meeting = await meetingOf(subject, context);
    if (!meeting) return undefined;
    const { interview, program, plan } = meeting;
    return {
      title: 'Before tomorrow',
      line: `${capital(interviewKinds[interview.kind].label)} at ${program.name}: ${plan.when}.`,
      more: [...text(plan.eve.tip), ...text(await stillOpen(interview.id, context))],
      main: { label: 'Open it', call: itemCall('interview', interview.id) },
    };
  },
  async 'day-after'({ subject }, context) {
    const meeting = await meetingOf(subject, context);
    if (!meeting) return undefined;
    const { interview, program, plan } = meeting;
    const note = { label: 'Write the note', call: formCall('draft', { kind: 'follow-up', program: program.name }) };
    const debrief = { label: 'Debrief in 30 seconds', call: debriefCall(program) };
    const takesNote = plan.followUp.fit === 'fits' || plan.followUp.fit === 'look-first';
    const isDebriefed = program.debriefedOn !== null;
    return {
      title: isDebriefed ? 'A follow-up' : 'While it is fresh',
      line: `Your ${interviewKinds[interview.kind].label} at ${program.name}: ${isDebriefed ? plan.followUp.reason : 'how was it?'}`,
      more: isDebriefed ? [] : [...text(plan.followUp.reason), ...(takesNote ? buttons(debrief) : [])],
      main: takesNote ? note : debrief,
    };
  },
  async offer({ subject }, context) {
    const { notebook, user, now, zone } = context;
    const [offer, programs] = await Promise.all([notebook.offers.get(subject), notebook.programs.all()]);
    const program = programs.find(({ id }) => id === offer?.programId);
    if (!offer?.replyBy || !program) return undefined;
    const { replyBy, zone: place } = offer;
    const asked = { market: program.market ?? 'unknown', replyBy, now, zone: place } as const;
    const { answer, rule: alone } = adviseOffer({ ...asked, applicantType: user.applicantType });
    const yeses = await otherYeses(offer, context);
    const rule = yeses.length > 0 ? besideYes(alone, yeses) : alone;
    return {
      title: 'An offer to answer',
      line: `${program.name}: ${answer}`,
      more: [
        ...(clocksDiffer(replyBy, place, zone) ? text(`On your clock: ${formatMoment(replyBy, zone)}.`) : []),
        ...text(`${bold(rule.says)} ${rule.reason}`),
        ...steps(firstSteps(rule)),
        ...text(rule.asks ? bold(questions[rule.asks]) : ''),
      ],
      main: { label: offerMain(rule), call: itemCall('offer', offer.id) },
    };
  },
  async invitation({ subject }, { notebook, now, zone }) {
    const [invitation, programs] = await Promise.all([notebook.invitations.get(subject), notebook.programs.all()]);
    const program = programs.find(({ id }) => id === invitation?.programId);
    if (!invitation?.replyBy || !program) return undefined;
    const { replyBy, receivedAt, zone: place } = invitation;
    const { answer } = adviseInvitation({ market: program.market ?? 'unknown', receivedAt, replyBy, now, zone: place });
    return {
      title: 'An invitation to answer',
      line: `${program.name}: ${answer}`,
      more: text(`That is ${formatBoth(replyBy, place, zone)}.`),
      main: { label: 'Answer it', call: itemCall('invitation', invitation.id) },
    };
  },
  async withdrawal({ subject }, context) {
    const { user, season, now, notebook } = context;
    const offer = await notebook.offers.get(subject);
    const program = offer && (await notebook.programs.get(offer.programId));
    if (offer?.state !== 'accepted' || !program) return undefined;
    const main = { label: 'Open it', call: itemCall('offer', subject) };
    const alarm = await offerAlarm(context);
    // What was sent may be shown after the notebook has changed.
    if (alarm) return { title: 'One thing first', line: alarm.line, more: steps(alarm.steps), main };
    const after = afterAccepting(offerRule(user.applicantType, program.market), now, season);
    return {
      title: 'Withdraw from the Match',
      line: `You accepted ${program.name}. ${after.deadlineSentence ?? ''}`.trim(),
      more: steps(after.steps),
      main,
    };
  },
  async certify(_, { user, now, zone, season }) {
    const by = certifyBy(user.certifyBy, { now, zone, rules: season });
    if (!by) return undefined;
    return {
      title: 'Certify your rank list',
      line: `Certify your rank list in NRMP’s system by ${by.words}`,
      more: steps(['Enter your order there, as you made it.', 'Certify it, and keep the confirmation.']),
      main: { label: 'Open my list', call: call('programs', { do: 'rank' }) },
    };
  },
  async 'loose-end'({ subject }, context) {
    const [ends, known] = await Promise.all([openEndsOf(context), names(context)]);
    const end = ends.open.find(({ looseEnd }) => looseEnd.id === subject);
    if (!end) return undefined;
    const { looseEnd, reason } = end;
    return {
      title: 'A loose end',
      line: `${sentence(looseEnd, known.get(looseEnd.contactId ?? ''))} ${reason}`,
      more: [{ type: 'list', items: guidance[looseEnd.kind].steps }],
      main: { label: 'Open it', call: call('loose-ends', { id: subject }) },
    };
  },
  async defender({ subject }, context) {
    const { cadence } = await cadenceOf(context);
    const due = cadence.defenders.find(({ contactId }) => contactId === subject);
    if (!due) return undefined;
    return {
      title: 'A word to a defender',
      line: `${due.name} is due a word.`,
      more: text(due.reason),
      main: { label: 'Write an update', call: updateCall(due.name) },
    };
  },
  async digest(_, context) {
    return { title: 'Your week', line: 'Who saw you work this week?', ...(await digestOf(context)) };
  },
  async 'first-week'({ occurrence }, context) {
    return sayFirstWeek(occurrence, context);
  },
  async reminder({ subject }, { notebook }) {
    const reminder = await notebook.reminders.get(subject);
    if (!reminder || reminder.state === 'cancelled') return undefined;
    const main = messageButton(reminder) || { label: 'Open it', call: call('reminders', { id: subject }) };
    return { title: 'Your reminder', line: reminder.text, more: [], main };
  },
  async unreadable({ subject }) {
    const [model = '', id = ''] = subject.split(' ');
    if (model === 'Reminder')
      return {
        title: 'A reminder that can’t come',
        line: 'I can’t read when one of your reminders comes. Set a new time for it.',
        more: text('Everything else goes on as it was.'),
        main: { label: 'Open it', call: call('reminders', { id }) },
      };
    return {
      title: 'Something can’t be read',
      line: `${capital(own(entities, model)?.one ?? 'something')} in your notebook can’t be read, so nothing comes about it.`,
      more: text(
        `Everything else goes on as it was. Whoever runs this bot can look for it by this reference: ${referenceOf(id)}.`,
      ),
      main: { label: 'Your data', call: call('my-data') },
    };
  },
  async snoozed({ subject }, context) {
    const snooze = await context.notebook.reminders.get(subject);
    const said = (await Promise.all((snooze?.about ?? []).map(item => sayItem(item, context)))).filter(
      one => one !== undefined,
    );
    const [first, ...others] = said;
    if (!first) return undefined;
    return { ...first, more: [...first.more, ...others.flatMap(({ line, more }) => [...text(line), ...more])] };
  },
};

async function meetingOf(id: string, { notebook, user, zone, now }: Reading) {
  const interview = await notebook.interviews.get(id);
  const program = interview && (await notebook.programs.get(interview.programId));
  if (!program) return undefined;
  const quiet = quietHoursOf(user);
  const applicantType = user.applicantType ?? 'graduate';
  return { interview, program, plan: planInterview({ interview, program, applicantType, zone, quiet, now }) };
}

/** What should be closed before a meeting. */
async function stillOpen(interviewId: string, context: Reading): Promise<string> {
  const [ends, known] = await Promise.all([openEndsOf(context), names(context)]);
  const open = ends.open.filter(({ before }) => before?.interview.id === interviewId);
  return open
    .map(({ looseEnd }) => `Still open: ${sentence(looseEnd, known.get(looseEnd.contactId ?? ''))}`)
    .join('\n');
}
