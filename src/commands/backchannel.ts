import { z } from 'zod';
import { call, formCall } from '../core/call.ts';
import { type Button, buttons, card } from '../core/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { typeQuestion } from '../core/firstTime.ts';
import { option } from '../core/options.ts';
import type { Check } from '../core/store.ts';
import { phaseOn, phases, weekOfSeason } from '../domain/season.ts';
import { buckets } from '../domain/vocabulary.ts';
import { help } from './help.ts';

export const backchannel = defineCommand({
  name: 'backchannel',
  description: 'Home: the week of the season, where you stand, and the next step',
  audience: 'everyone',
  options: z.strictObject({
    help: option
      .choice({ label: 'Help', description: 'What each command does' }, { commands: { label: 'All commands' } })
      .optional(),
  }),
  examples: ['', 'help:commands'],
  async run(options, context) {
    return options.help ? help(context) : home(context);
  },
});

async function home(context: Context) {
  const { notebook, content, now, zone } = context;
  const here = now.toZonedDateTimeISO(zone);
  const phase = phaseOn(here, content.season);
  const [entries, contacts, [check]] = await Promise.all([
    notebook.countEntries(),
    notebook.contacts(),
    notebook.checks(null, 1),
  ]);
  return card('Backchannel', {
    answer: `Week ${weekOfSeason(here, content.season)} of the season: ${phases[phase.id].label}. ${phase.programs}`,
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: 'People who could be asked about you', value: String(contacts.length) },
          { label: 'Entries', value: String(entries) },
          { label: 'Your bucket', value: bucketLine(check, here.toPlainDate(), zone) },
        ],
      },
      { type: 'text', text: `**Now.** ${phase.you}` },
      ...buttons(
        nextStep(contacts.length, check),
        { label: 'Log', call: formCall('log') },
        { label: 'Season', call: call('timeline') },
      ),
      ...(context.user.applicantType === null && context.user.welcomed ? [typeQuestion()] : []),
      ...buttons(
        { label: 'History', call: call('history') },
        { label: 'Advice', call: call('advice') },
        { label: 'Settings', call: call('settings') },
        { label: 'All commands', call: call('backchannel', { help: 'commands' }) },
      ),
    ],
    footer: 'Only you see this.',
  });
}

function bucketLine(check: Check | undefined, today: Temporal.PlainDate, zone: string): string {
  if (!check) return 'not checked yet';
  const days = check.at.toZonedDateTimeISO(zone).toPlainDate().until(today).days;
  const age = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `${check.checked.bucket ? buckets[check.checked.bucket].label : 'nobody can say yet'}, checked ${age}`;
}

const nextStep = (people: number, check: Check | undefined): Button =>
  people === 0 || check
    ? {
        label: people === 0 ? 'Log the first person' : 'Check again',
        call: people === 0 ? formCall('log') : call('bucket'),
      }
    : { label: 'See your bucket', call: call('bucket') };
