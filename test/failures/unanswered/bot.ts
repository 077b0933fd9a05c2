// A bot with a door of its own that says on its output what it does, and is to be killed: `node bot.ts MOMENT`.
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../../src/commands/index.ts';
import { loadContent } from '../../../src/content/load.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import { call } from '../../../src/core/commands/call.ts';
import { createCore } from '../../../src/core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../../src/core/ports/request.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { openStore } from '../../../src/store/open.ts';

const { DATABASE_URL = '', ENCRYPTION_KEY = '', SLOW = '' } = process.env;
const [, , moment = ''] = process.argv;
const say = (line: string) => console.log(line);

/** The same store, in which one thing takes longer than anybody lives. */
function slowed(store: Store): Store {
  const forever = async <T>(step: string): Promise<T> => {
    say(step);
    await sleep(60_000);
    throw new Error('nobody waits so long');
  };
  if (SLOW === 'before the save') return { ...store, arrive: () => forever('not saved yet') };
  if (SLOW !== 'after the save') return store;
  return { ...store, notebook: of => ({ ...store.notebook(of), countEntries: () => forever('saved') }) };
}

const store = await openStore({ databaseUrl: DATABASE_URL, encryptionKey: Buffer.from(ENCRYPTION_KEY, 'base64') });
const core = createCore({
  store: slowed(store),
  content: await loadContent(),
  commands,
  now: () => Temporal.Instant.from(moment),
  report: error => say(`failed ${error}`),
});
const door: Door = {
  typed: name => `/${name}`,
  channelLabel: async channel => channel,
  canPost: async () => 'yes',
  post: async () => 'yes',
  tryDirectMessage: async () => 'open',
};
const show = ({ card }: Answer) => say(`shown: ${plainText(card)}`);

const request: Request = {
  call: call('log', { who: 'Dr. Quillfeather', they: 'good' }),
  via: 'command',
  requestId: 'interaction-1',
  who: { platform: 'discord', scope: '', externalId: '1' },
  where: null,
  mayOrganise: false,
};
const reply = await core.answerSoon(request, door, { target: 'here', minutes: 15 }, 200);
if ('card' in reply) show(reply);
else {
  say(reply.isKept ? 'acknowledged' : 'acknowledged, not kept');
  show(await reply.answer);
  await reply.shown();
}
