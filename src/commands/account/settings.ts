import { z } from 'zod';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { Platform } from '../../core/ports/notifier.ts';
import type { DirectMessages } from '../../core/ports/request.ts';
import type { Profile, Remind, User } from '../../core/ports/users.ts';
import { wants } from '../../domain/nudges/nudges.ts';
import { zoneLabel } from '../../domain/time/zoneNames.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { applicantTypes, stages } from '../../domain/vocabulary.ts';
import { count } from '../../domain/words/sentences.ts';
import { type Step, stepCard } from '../around/firstTime.ts';
import { howToOpen } from '../around/platformWords.ts';
import { weekdays } from '../community/weekdays.ts';
import {
  levelChosen,
  messageChoices,
  messageFields,
  messageSettings,
  mutable,
  sayDigest,
  sayLevel,
} from './messageSettings.ts';

const reminds: Record<Remind, { label: string }> = {
  weekly: { label: 'Weekly digest too' },
  eves: { label: 'Interview evenings only' },
  nothing: { label: 'Nothing' },
};
const skippable = { ...applicantTypes, skip: { label: 'Not now' } };
const steps: Record<Step, { label: string }> = {
  zone: { label: 'Zone' },
  remind: { label: 'Remind' },
  done: { label: 'Done' },
};

export const settings = defineCommand({
  name: 'settings',
  description: 'Your time zone, stage, applicant type, and when the bot may write to you',
  audience: 'everyone',
  options: z.strictObject({
    zone: option
      .zone({
        label: 'Time zone',
        description: 'Your city, or a zone: Boston, Central',
        hint: 'Boston, or Central',
      })
      .optional(),
    type: option.choice({ label: 'Applicant type', description: 'For the rules of the Match' }, skippable).optional(),
    stage: option.choice({ label: 'Stage', description: 'Where in training you are' }, stages).optional(),
    remind: option
      .choice({ label: 'Messages to you', description: 'What may be sent to you unasked' }, reminds)
      .optional(),
    hour: option
      .integer(
        {
          label: 'Digest hour (0 to 23)',
          description: 'Local hour of the weekly digest: it comes in the half hour after it',
        },
        0,
        23,
      )
      .optional(),
    day: option.choice({ label: 'Digest day', description: 'Weekday of the digest' }, weekdays).optional(),
    quiet: option
      .text({ label: 'Quiet hours', description: '22-7: nothing is sent then; none: at any hour', screened: false }, 20)
      .optional(),
    pause: option
      .date({ label: 'Pause until', description: 'No messages before this day: in 7 days' }, 'ahead')
      .optional(),
    mute: option.choice({ label: 'Turn off', description: 'A kind of message to turn off' }, mutable).optional(),
    unmute: option
      .choice({ label: 'Turn on', description: 'A kind of message to turn on', hidden: true }, mutable)
      .optional(),
    details: option
      .boolean({ label: 'Details in messages', description: 'Whether messages say what they are about' })
      .optional(),
    next: option.choice({ label: 'Next', description: 'Next question', hidden: true }, steps).optional(),
  }),
  examples: ['zone:Chicago', 'remind:weekly hour:18'],
  form: {
    title: 'Settings',
    submit: 'Save',
    fields: ['zone', 'type', 'stage', 'remind', 'hour'],
    async prefill({ user }) {
      return {
        ...(user.zone && { zone: zoneWords(user.zone) }),
        remind: user.remind,
        hour: String(user.digestHour),
        ...(user.applicantType && { type: user.applicantType }),
        ...(user.stage && { stage: user.stage }),
      };
    },
  },
  needsOwnZone: ({ zone, remind, hour, unmute }) =>
    zone === undefined && (remind === 'weekly' || hour !== undefined || unmute === 'digest'),
  async run({ zone, type, stage, remind, hour, day, next, ...when }, context): Promise<Card> {
    if (type === 'skip') {
      await context.notebook.changeProfile({ welcomed: true });
      return closing(context, undefined);
    }
    const change: Partial<Profile> = {
      ...(zone && { zone }),
      ...(type && { applicantType: type }),
      ...(stage && { stage }),
      ...(remind && levelChosen(remind, context.user.muted)),
      ...(hour !== undefined && { digestHour: hour }),
      ...(day && { digestDay: Number(day) }),
      ...messageSettings(when, context),
      ...(next === 'done' && { welcomed: true }),
    };
    if (Object.keys(change).length === 0) return next ? stepCard(next, context) : overview(context);
    const { value, undoId } = await context.notebook.changeProfile(change);
    if (next === 'done') return closing(context, remind);
    if (next) return stepCard(next, { ...context, zone: value.zone ?? context.zone });
    const isTurnedOn = (remind !== undefined && remind !== 'nothing') || when.unmute !== undefined;
    const opened = isTurnedOn ? await context.tryDirectMessage() : undefined;
    return saved(value, context, undoId, opened);
  },
});

function fields(user: User, context: Context) {
  const { zone, today } = context;
  return [
    { label: 'Time zone', value: user.zone ? zoneLabel(user.zone) : `${zoneLabel(zone)}, a guess` },
    { label: 'Applicant type', value: user.applicantType ? applicantTypes[user.applicantType].label : 'not said' },
    { label: 'Stage', value: user.stage ? stages[user.stage].label : 'not said' },
    { label: 'Messages to you', value: sayLevel(user) },
    { label: 'Digest', value: sayDigest(user, context) },
    ...messageFields(user, today),
  ];
}

const overview = (context: Context): Card => {
  const { user, today } = context;
  return card('Settings', {
    answer: 'How the bot knows your hours, and when it may write.',
    blocks: [
      { type: 'fields', fields: fields(user, context) },
      ...buttons(
        { label: 'Change', call: formCall('settings') },
        wants(user, 'digest')
          ? { label: 'Turn the digest off', call: call('settings', { mute: 'digest' }) }
          : { label: 'Turn the digest on', call: call('settings', { unmute: 'digest' }) },
        { label: 'Link accounts', call: call('link') },
      ),
      {
        type: 'select',
        placeholder: 'Digest day',
        call: selectCall('settings', 'day'),
        choices: choicesOf(weekdays),
      },
      ...messageChoices(user, today),
    ],
    footer: 'Only you see this.',
  });
};

const dmsAre: Record<Extract<DirectMessages, string>, (platform: Platform) => string> = {
  open: () => 'I just sent you a test message, so you know where they will arrive.',
  closed: platform =>
    `Your direct messages are closed to me, so nothing would arrive.${howToOpen(platform)} Open them, then save this once more.`,
  unknown: () => 'I could not send a test message just now; your choice is saved.',
};

/** The truth about the test message, also where it has to wait its turn. */
function sayDms(dms: DirectMessages | undefined, platform: Platform): Block[] {
  if (dms === undefined) return [];
  if (typeof dms === 'string') return [{ type: 'text', text: dmsAre[dms](platform) }];
  const minutes = count(dms.withinMinutes, 'minute', 'minutes');
  return [
    {
      type: 'text',
      text: `Many people are joining right now: your test message comes within ${minutes}. If it does not, your direct messages are closed to me.${howToOpen(platform)}`,
    },
  ];
}

const saved = (user: User, context: Context, undoId: string, dms?: DirectMessages): Card =>
  card('Saved', {
    answer: 'These are your settings now.',
    tone: dms === 'closed' ? 'careful' : 'good',
    blocks: [
      { type: 'fields', fields: fields(user, { ...context, zone: user.zone ?? context.zone }) },
      ...sayDms(dms, context.account.platform),
      ...buttons(
        { label: 'Change', call: formCall('settings') },
        { label: 'Undo', call: call('history', { undo: undoId }) },
      ),
    ],
  });

/** The end of the first time: what is set, the one thing of the first day, and how to hear no more of the kind. */
async function closing(context: Context, remind: Remind | undefined): Promise<Card> {
  const dms = remind === undefined || remind === 'nothing' ? undefined : await context.tryDirectMessage();
  const teaches = remind !== undefined && wants({ ...context.user, remind }, 'first-week');
  return card('You are set', {
    answer: `One thing for today: log the last person who saw you work, with ${context.typed('log')}.`,
    tone: dms === 'closed' ? 'careful' : 'good',
    blocks: [
      ...sayDms(dms, context.account.platform),
      ...(teaches
        ? [
            {
              type: 'text',
              text: 'On day 7 I’ll show what you have; on day 3 I write only if nothing is logged.',
            } as const,
          ]
        : []),
      ...buttons(
        { label: 'Log the first', call: formCall('log') },
        { label: 'Home', call: call('backchannel') },
        teaches && { label: 'No first-week tips', call: call('settings', { mute: 'first-week' }) },
      ),
    ],
    footer: `All of this can be changed: ${context.typed('settings')}`,
  });
}
