import { type Call, call } from '../commands/call.ts';
import { buttons, type Card, card } from './card.ts';

/** What a message in somebody's direct messages shows: nothing that another person's glance could use. */
export const redacted = (_what: 'test'): Card =>
  card('Backchannel: messages from me arrive here', {
    blocks: buttons({ label: 'Show', call: call('show', { what: 'test' }) }),
  });

/** What the buttons of a delivery's message do; its id is in them, so that they work as long as it is kept. */
export const deliveryCall = (id: string, act?: 'snooze' | 'done' | 'why' | 'mute'): Call =>
  call('show', { id, ...(act && { do: act }) });

/** Whether a tap does something with a delivery: snoozes it, is done with it, turns its kind off. */
export const actsOnDelivery = ({ command, options }: Call): boolean =>
  command === 'show' && options.id !== undefined && ['snooze', 'done', 'mute'].includes(options.do ?? '');

/** Whether its message is over with that: a snooze is once it says until when. */
export const endsDelivery = (made: Call): boolean =>
  actsOnDelivery(made) && (made.options.do !== 'snooze' || Boolean(made.options.for ?? made.options.when));

/** A delivery's message, whatever it is about. `late`: when it was due. */
export const redactedNudge = (id: string, late?: string): Card =>
  card('Backchannel: one thing for today', {
    ...(late && { answer: `It comes late: it was for ${late}.` }),
    blocks: buttons(
      { label: 'Show', call: deliveryCall(id) },
      { label: 'Snooze', call: deliveryCall(id, 'snooze') },
      { label: 'Done', call: deliveryCall(id, 'done') },
    ),
  });

/** A word about the accounts that open a notebook: it is said once Show is tapped. */
export const redactedNotice = (id: string): Card =>
  card('Backchannel: a word about your accounts', { blocks: buttons({ label: 'Show', call: deliveryCall(id) }) });
