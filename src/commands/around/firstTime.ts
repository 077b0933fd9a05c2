import { bold } from '../../core/cards/bold.ts';
import { type Block, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Platform } from '../../core/ports/notifier.ts';
import type { Request } from '../../core/ports/request.ts';
import { formatClock, weekdayName } from '../../domain/time/localTime.ts';
import { zoneLabel } from '../../domain/time/zoneNames.ts';
import { likelyZones } from '../../domain/time/zoneSuggestions.ts';
import { applicantTypes } from '../../domain/vocabulary.ts';
import { whoElse } from './platformWords.ts';

const privacy = (platform: Platform): string =>
  `Only you see these replies. ${whoElse(platform, 'Whoever runs this bot')} could obtain what is stored here or sent to you by direct message, so initials are fine. Notes stay until you erase them, which works right away, or until 12 months after your last visit.`;

/** The steps of the first time, each one tap on a `settings` call; `next` is the step shown after it. */
export type Step = 'zone' | 'remind' | 'done';

/**
 * The first reply that somebody gets, whatever they asked for, ends with who can see what and the first question.
 * Nothing is held back for it: what they typed was done first. It is shown once; Home goes on asking.
 */
export async function firstTime(reply: Card, request: Request, context: Context): Promise<Card> {
  const elsewhere = ['setup', 'my-data'].includes(request.call.command);
  const stepping = request.call.command === 'settings' && request.call.options.next;
  const { search, topic } = request.call.options;
  // Whoever looks for help in need finds nothing else on its card.
  const inNeed = request.call.command === 'advice' && (await context.listen(search ?? topic ?? ''));
  if (context.user.welcomed || elsewhere || stepping || inNeed) return reply;
  await context.notebook.changeProfile({ welcomed: true });
  const promise: Block = { type: 'text', text: `${bold('First time here.')} ${privacy(context.account.platform)}` };
  // Home is where somebody looks around first: the promise and one question come before all else there.
  if (request.call.command === 'backchannel' && Object.keys(request.call.options).every(name => name === 'lists'))
    return { ...reply, blocks: [promise, typeQuestion(), ...reply.blocks] };
  return { ...reply, blocks: [...reply.blocks, { type: 'divider' }, promise, typeQuestion()] };
}

/** The first of three taps that tell the bot who somebody is and when it may write. */
export const typeQuestion = (): Block => ({
  type: 'select',
  placeholder: 'Which applicant are you? (three taps)',
  call: selectCall('settings', 'type', { next: 'zone' }),
  choices: [
    ...choicesOf(applicantTypes),
    { value: 'skip', label: 'Not now', description: 'You can say it later in settings' },
  ],
});

/** The second and third question, and the end of the first time. */
export function stepCard(step: Step, context: Context): Card {
  if (step === 'zone')
    return card('What time is it where you are?', {
      answer: sayClock(context),
      blocks: [
        {
          type: 'buttons',
          buttons: [
            ...(isGuessable(context)
              ? [{ label: 'That is right', call: call('settings', { zone: context.zone, next: 'remind' }) }]
              : []),
            { label: 'Type my city', call: formCall('settings', { next: 'remind' }) },
          ],
        },
        {
          type: 'select',
          placeholder: 'Or choose one here',
          call: selectCall('settings', 'zone', { next: 'remind' }),
          choices: likelyZones
            .filter(zone => !isGuessable(context) || zone !== context.zone)
            .map(zone => ({ value: zone, label: zoneLabel(zone) })),
        },
      ],
    });
  return card('When may I write to you?', {
    answer: 'By direct message, discreetly: no name, no program, nothing of your notes.',
    blocks: [
      {
        type: 'buttons',
        buttons: [
          { label: 'Weekly too', call: call('settings', { remind: 'weekly', next: 'done' }) },
          { label: 'Interview evenings only', call: call('settings', { remind: 'eves', next: 'done' }) },
          { label: 'Nothing', call: call('settings', { remind: 'nothing', next: 'done' }) },
        ],
      },
    ],
    footer: 'Weekly: Sunday, 6 to 6:30 PM, if there is something to say; in your first week, two tips.',
  });
}

/** Whether there is a zone to ask about: their own, or that of the community. */
const isGuessable = ({ user, zone }: Context): boolean => user.zone !== null || zone !== 'UTC';

function sayClock(context: Context): string {
  const clock = `${clockIn(context)}, ${zoneLabel(context.zone)}`;
  if (context.user.zone) return `It looks like ${clock}.`;
  return isGuessable(context) ? `A guess, from this community: ${clock}.` : 'Nobody has told me yet.';
}

function clockIn({ now, zone }: Context): string {
  const local = now.toZonedDateTimeISO(zone);
  return `${weekdayName(local.dayOfWeek)}, ${formatClock(local.toPlainTime())}`;
}
