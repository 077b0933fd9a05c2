import type { Screens } from '../../core/commands/screens.ts';
import { firstTime } from './firstTime.ts';
import { notAnOrganizer } from './notAnOrganizer.ts';
import { offerForm } from './offerForm.ts';
import { patientQuestion } from './patientQuestion.ts';
import { unseenFailures } from './unseenFailures.ts';

export const screens: Screens = { patientQuestion, firstTime, unseenFailures, offerForm, notAnOrganizer };
