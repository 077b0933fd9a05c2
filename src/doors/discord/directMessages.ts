import type { Message } from 'discord.js';
import { call } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Door } from '../../core/ports/request.ts';
import { renderMessage } from './render.ts';

/** Answers what somebody writes to the bot by direct message; in a server nothing is read. */
export async function onDirectMessage(message: Message, core: Core, door: Door): Promise<void> {
  if (message.author.bot || message.inGuild() || !message.channel.isSendable()) return;
  const who = { platform: 'discord', scope: '', externalId: message.author.id } as const;
  const request = {
    call: call('log'),
    via: 'command',
    requestId: message.id,
    who,
    where: null,
    mayOrganise: false,
  } as const;
  const { card, tokenOf } = await core.offerToLog(message.content, request, door);
  await message.channel.send(renderMessage(card, tokenOf));
}
