import { call } from './call.ts';
import { buttons, type Card, card } from './card.ts';

/** What a message in somebody's direct messages shows: nothing that another person's glance could use. */
export const discreet = (what: 'digest' | 'test'): Card =>
  card(what === 'test' ? 'Backchannel: messages from me arrive here' : 'Backchannel: one thing for today', {
    blocks: buttons({ label: 'Show', call: call('show', { what }) }),
  });
