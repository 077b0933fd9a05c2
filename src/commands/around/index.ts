import type { Screens } from '../../core/commands/screens.ts';
import { careFirst } from './careFirst.ts';
import { firstTime } from './firstTime.ts';
import { notAnOrganizer } from './notAnOrganizer.ts';
import { offerForm } from './offerForm.ts';
import { patientQuestion } from './patientQuestion.ts';
import { unseenFailures } from './unseenFailures.ts';
import { zoneQuestion } from './zoneQuestion.ts';

export const screens: Screens = {
  patientQuestion,
  zoneQuestion,
  careFirst,
  firstTime,
  unseenFailures,
  offerForm,
  notAnOrganizer,
};
