import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from 'discord.js';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Door } from '../../core/ports/request.ts';
import { notSaved } from '../errorCards.ts';
import type { Refusals } from '../refusals.ts';
import { failureKind } from './failures.ts';
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
  const who = { platform: 'discord', scope: '', externalId: message.author.id } as const;
  const request = {
    call: core.direct(message.content),
    via: 'command',
    requestId: message.id,
    who,
    where: null,
    mayOrganize: false,
  } as const;
  const answer = await core.answerOrOffer(request, door).catch(() => notSaved());
  for (const wait of WAITS_MS) {
    await sleep(wait, undefined, { signal: stopping }).catch(() => {});
    try {
      await message.channel.send(messageOf(answer));
      return;
    } catch (error) {
      const { kind, permanent } = failureKind(error);
      refusals.note('direct message', kind, error);
      if (permanent || stopping.aborted) return;
    }
  }
}
