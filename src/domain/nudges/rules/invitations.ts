import type { Invitation } from '../../notebook.ts';
import { reminderHours } from '../../programs/invitations.ts';
import { answers } from './answers.ts';

/** Before the time to answer an interview invitation is over. */
export const invitations = answers<'invitation', Invitation>({
  kind: 'invitation',
  label: 'An invitation',
  all: facts => facts.invitations,
  hours: reminderHours,
  since: ({ receivedAt }) => receivedAt,
});
