import type { Command } from '../core/commands/command.ts';
import { link } from './account/link.ts';
import { myData } from './account/myData.ts';
import { settings } from './account/settings.ts';
import { stop } from './account/stop.ts';
import { backchannel } from './backchannel.ts';
import { setup } from './community/setup.ts';
import { advice } from './library/advice.ts';
import { draft } from './library/draft.ts';
import { proofread } from './library/proofread.ts';
import { show } from './library/show.ts';
import { timeline } from './library/timeline.ts';
import { history } from './log/history.ts';
import { log } from './log/log.ts';
import { logged } from './log/logged.ts';
import { defenders } from './people/defenders.ts';
import { looseEnds } from './people/looseEnds.ts';
import { people } from './people/people.ts';
import { programs } from './programs/programs.ts';
import { reminders } from './sending/reminders.ts';
import { audit } from './standing/audit.ts';
import { bucket } from './standing/bucket.ts';
import { network } from './standing/network.ts';

const registry = [
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
  logged,
  proofread,
  stop,
] as const;

/** Every command there is, in the order of the help. The only registry. */
export const commands: readonly Command[] = registry;

declare module '../core/commands/typedCalls.ts' {
  interface Registered {
    commands: typeof registry;
  }
}
