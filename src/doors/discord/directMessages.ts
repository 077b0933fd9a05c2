import { setTimeout as sleep } from 'node:timers/promises';
import type { Attachment, Message } from 'discord.js';
import { rawCall } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../core/ports/request.ts';
import { MOST_FILES, notSaved, tooManyFiles } from '../errorCards.ts';
import type { Refusals } from '../refusals.ts';
import { failureKind } from './failures.ts';
import { answerTo } from './interactions.ts';
import { messageOf } from './replies.ts';

/** Waits before each try to answer. */
const WAITS_MS = [0, 1000, 5000, 20_000];

interface Parts {
  core: Core;
  door: Door;
  refusals: Refusals;
  stopping: AbortSignal;
}

/** Answers what somebody writes to the bot by direct message; in a server nothing is read. */
export async function onDirectMessage(message: Message, { core, door, refusals, stopping }: Parts): Promise<void> {
  if (message.author.bot || message.inGuild() || !message.channel.isSendable()) return;
  const { channel, attachments, content } = message;
  const who = { platform: 'discord', scope: '', externalId: message.author.id } as const;
  const request = {
    call: core.direct(message.content),
    via: 'command',
    requestId: message.id,
    who,
    where: null,
    mayOrganize: false,
  } as const;
  const say = (answer: Answer) => sendPatiently(() => channel.send(messageOf(answer)), { refusals, stopping });
  for await (const answer of answersToFiles([...attachments.values()], request, { core, door, refusals }))
    await say(answer);
  if (content !== '' || attachments.size === 0)
    await say(await core.answerOrOffer(request, door, content).catch(() => notSaved()));
}

async function sendPatiently(
  send: () => Promise<unknown>,
  { refusals, stopping }: Pick<Parts, 'refusals' | 'stopping'>,
): Promise<void> {
  for (const wait of WAITS_MS) {
    await sleep(wait, undefined, { signal: stopping }).catch(() => {});
    try {
      await send();
      return;
    } catch (error) {
      const { kind, permanent } = failureKind(error);
      refusals.note('direct message', kind, error);
      if (permanent || stopping.aborted) return;
    }
  }
}

/** What an import of each attached file would do, one answer a file. */
async function* answersToFiles(
  files: readonly Attachment[],
  request: Request,
  hearing: Pick<Parts, 'core' | 'door' | 'refusals'>,
): AsyncGenerator<Answer> {
  for (const [index, { url, size, name }] of files.slice(0, MOST_FILES).entries()) {
    const asked = {
      ...request,
      call: rawCall('my-data', { do: 'import' }),
      requestId: `${request.requestId}:${index}`,
    };
    yield await answerTo({ request: asked, files: { file: { url, size, name } } }, hearing);
  }
  if (files.length > MOST_FILES) yield tooManyFiles(files.length);
}
