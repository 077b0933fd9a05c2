import { type Block, type Button, buttons } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Contact } from '../../core/ports/notebook.ts';
import type { Reading } from './reading.ts';
import { weekOf } from './week.ts';

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

/** As many as two taps each are worth. */
const NAMES = 3;
const LATEST = 40;

async function lastNames({ notebook }: Reading): Promise<Contact[]> {
  const latest = (await notebook.history({ limit: LATEST })).filter(({ stance }) => stance !== 'treated-badly');
  return [...new Map(latest.map(({ contact }) => [contact.id, contact])).values()].slice(0, NAMES);
}
