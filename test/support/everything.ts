import { bold } from '../../src/core/cards/bold.ts';
import { buttons, card } from '../../src/core/cards/card.ts';
import { call } from '../../src/core/commands/call.ts';

/** A card with every kind of block. */
export const everything = card('Liked, not yet known', {
  answer: `For Lakeside: ${bold('rank only')}.`,
  tone: 'careful',
  blocks: [
    { type: 'text', text: `One ${bold('bold')} word & <none> other.\n\nA second paragraph.` },
    {
      type: 'fields',
      fields: [
        { label: 'Entries', value: '3' },
        { label: 'Next', value: 'Tue, Nov 3, 9 AM' },
      ],
    },
    { type: 'list', items: [`${bold('Dr. Patel')} (attending)`, 'Chief Kim'] },
    { type: 'list', items: ['first', 'second'], ordered: true },
    { type: 'quote', text: 'Take her any day' },
    { type: 'copy', text: 'Dear Dr. Patel,\n\n**thank you** for <Monday>.' },
    { type: 'meter', label: 'Reliability', value: 3, max: 10 },
    { type: 'picture', png: new Uint8Array(), name: 'map.png', alt: 'Two of four routes reach Lakeside' },
    { type: 'divider' },
    ...buttons(
      { label: 'Log it', call: call('log', { who: 'Dr. Patel' }) },
      { label: 'The rules', url: 'https://www.nrmp.org' },
    ),
    {
      type: 'select',
      placeholder: 'Browse',
      call: { ...call('advice'), choose: 'topic' },
      choices: [{ value: 'network', label: 'Network', description: 'Who knows whom' }],
    },
  ],
  footer: 'Only you see this.',
});
