import { screen } from '../../../src/domain/privacy/privacy.ts';
import { corpus, type Kind } from '../kind.ts';

/** What could point to a patient, and what only looks like it. */
export const patientNotes: Kind = {
  name: 'patient notes',
  cases: corpus('patient-notes'),
  bar: 0.85,
  mostFalse: 0.05,
  read: ({ said }) => ({ understood: screen(said).length > 0 ? 'held' : 'free' }),
  judge({ is }, outcome) {
    const heard = typeof outcome === 'string' ? outcome : outcome.understood;
    if (heard === is) return 'right';
    return is === 'held' ? 'missed' : 'false';
  },
};
