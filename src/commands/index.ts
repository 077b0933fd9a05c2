import type { Command } from '../core/command.ts';
import { advice } from './advice.ts';
import { audit } from './audit.ts';
import { backchannel } from './backchannel.ts';
import { bucket } from './bucket.ts';
import { defenders } from './defenders.ts';
import { draft } from './draft.ts';
import { history } from './history.ts';
import { link } from './link.ts';
import { log } from './log.ts';
import { looseEnds } from './looseEnds.ts';
import { myData } from './myData.ts';
import { network } from './network.ts';
import { people } from './people.ts';
import { programs } from './programs.ts';
import { proofread } from './proofread.ts';
import { reminders } from './reminders.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { show } from './show.ts';
import { timeline } from './timeline.ts';

/** Every command there is, in the order of the help. The only registry. */
export const commands: readonly Command[] = [
  backchannel,
  log,
  history,
  people,
  defenders,
  looseEnds,
  programs,
  network,
  audit,
  bucket,
  timeline,
  advice,
  draft,
  reminders,
  settings,
  myData,
  setup,
  link,
  show,
  proofread,
];
