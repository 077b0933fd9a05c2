import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { calendarAddress } from '../../core/ports/calendarFeed.ts';
import { formatShortDay } from '../../domain/time/localTime.ts';
import { calendarFile } from '../../exchange/calendar.ts';
import { readNotebook } from '../../exchange/notebookData.ts';

/** What is done with the address of a calendar. */
export const addressDoings = {
  new: { label: 'Make an address' },
  end: { label: 'End the address' },
  file: { label: 'As a file' },
};
export type AddressDoing = keyof typeof addressDoings;

const at = (address: AddressDoing) => call('my-data', { do: 'calendar', address });

/** One's own dates for the calendar of a phone: by a secret address where browsers reach this bot, else as a file. */
export async function calendarCard(doing: AddressDoing | undefined, context: Context): Promise<Card> {
  const { site } = context;
  if (site === undefined || doing === 'file') return asFile(context);
  if (doing === 'new') return newAddress(site, context);
  if (doing === 'end') return ended(context);
  return overview(context);
}

const back = { label: 'Your data', call: call('my-data') };

async function overview({ calendarFeed, zone }: Context): Promise<Card> {
  const since = await calendarFeed.since();
  const day = since && formatShortDay(since.toZonedDateTimeISO(zone).toPlainDate());
  return card('Your calendar', {
    answer: day
      ? `Your calendar address is on, since ${day}.`
      : 'Your interviews and deadlines can show in your phone’s calendar, and move when they move.',
    blocks: [
      {
        type: 'text',
        text: day
          ? 'It is shown only when it is made. Lost it, or shared it by mistake? A new one ends the old.'
          : 'By a secret address. Titles say “Backchannel: interview”, never the program. You can end it any time.',
      },
      ...buttons(
        { label: day ? 'New address' : 'Make the address', call: at('new') },
        since !== null && { label: 'End it', call: at('end') },
        { label: 'As a file', call: at('file') },
        back,
      ),
    ],
    footer: 'Whoever has the address sees when, not where.',
  });
}

async function newAddress(site: string, { calendarFeed }: Context): Promise<Card> {
  const address = calendarAddress(site, await calendarFeed.issue());
  return card('Your calendar address', {
    answer: 'Copy it now: it is shown only once.',
    tone: 'good',
    blocks: [
      { type: 'copy', text: address },
      {
        type: 'list',
        items: [
          'iPhone: Calendar, Calendars, Add Calendar, Add Subscription Calendar.',
          'Google, on a computer: Other calendars, +, From URL.',
          'Outlook: Add calendar, Subscribe from web.',
        ],
      },
      ...buttons({ label: 'End it', call: at('end') }, back),
    ],
    footer: 'Whoever has it sees when, not where.',
  });
}

async function ended({ calendarFeed }: Context): Promise<Card> {
  const was = await calendarFeed.revoke();
  return card(was ? 'Ended' : 'There is no address', {
    answer: was
      ? 'The address is dead from now on. A calendar drops it when it looks again; you can remove it there now.'
      : 'Nothing was on, so there is nothing to end.',
    tone: 'good',
    blocks: buttons({ label: 'Make an address', call: at('new') }, back),
  });
}

async function asFile({ notebook, now, today, site }: Context): Promise<Card> {
  const text = calendarFile(await readNotebook(notebook), now);
  const file: Block = { type: 'file', bytes: new TextEncoder().encode(text), name: `backchannel-${today}.ics` };
  return card('Your calendar, as a file', {
    answer: 'Interviews, answers due and reminders, to open with any calendar.',
    tone: 'good',
    blocks: [
      file,
      {
        type: 'text',
        text: `It names programs. It does not follow changes: ask for it again after one.${site === undefined ? ' This bot has no public address that a calendar could follow.' : ''}`,
      },
      ...buttons(site !== undefined && { label: 'Your calendar', call: call('my-data', { do: 'calendar' }) }, back),
    ],
    footer: 'Only you see this.',
  });
}
