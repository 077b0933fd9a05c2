import { trackRules } from '../../domain/season/track.ts';
import type { Door, Request } from '../ports/request.ts';
import type { Arrival } from '../ports/store.ts';
import { messagesTo } from '../sending/messages.ts';
import { given } from './call.ts';
import type { Context } from './command.ts';
import type { CoreParts } from './dispatch.ts';
import { createCodeRedeeming } from './redeemCode.ts';
import type { TextReaders } from './textReaders.ts';
import { countUnfound } from './unfound.ts';

/** A context, and what dispatch alone looks at. */
export type Asked = Context & Pick<Arrival, 'hasUnseenFailures'>;

/** Who asks, where, when and with what rights: all that a command gets. */
export function createContextOf({
  store,
  content,
  commands,
  now,
  listen,
  screen,
  proofread,
  site,
}: Pick<CoreParts, 'store' | 'content' | 'commands' | 'now' | 'site'> & TextReaders) {
  const claim = createCodeRedeeming(store);
  return async (request: Request, door: Door): Promise<Asked> => {
    const at = now();
    const { account, user, community, isOrganizer, track, hasUnseenFailures, revision } = await store.arrive(
      request.who,
      request.where,
      at,
      request.zone,
    );
    const organizer = isOrganizer || request.mayOrganize;
    const zone = user.zone ?? community?.tips?.zone ?? community?.zone ?? 'UTC';
    const notebook = store.notebook({ account, requestId: request.requestId, now: at, revision });
    return {
      typed: door.typed,
      channelLabel: door.channelLabel,
      personLabel: door.personLabel,
      canPost: door.canPost,
      post: door.post,
      user,
      account,
      community,
      channel: request.where?.channel ?? null,
      isOrganizer: organizer,
      hasUnseenFailures,
      ...(request.rightsUnknown && { rightsUnknown: request.rightsUnknown }),
      page: request.call.page ?? 1,
      now: at,
      zone,
      today: at.toZonedDateTimeISO(zone).toPlainDate(),
      notebook,
      messages: messagesTo(store.ledger, user.id, at),
      linking: store.linking(account, at),
      calendarFeed: store.calendarFeed(account, at),
      communitySettings: organizer && community ? store.communitySettings(community.id, at, account.id) : null,
      content,
      ...(site && { site }),
      listen,
      proofread,
      countUnfound: words => countUnfound(words, notebook, { questions: store.questions, screen, now: at }),
      season: trackRules(content.season, track),
      commands: commands.filter(({ internal }) => !internal),
      tryDirectMessage: () => door.tryDirectMessage(request.who),
      again(options) {
        const { command, options: before, confirmed, cared } = request.call;
        return {
          command,
          options: given({ ...before, ...options }),
          ...(confirmed && { confirmed }),
          ...(cared && { cared }),
        };
      },
      async redeemCode(given) {
        if (!community) return 'none';
        const code = door.claimCode?.(community.externalId);
        return claim({ community, accountId: account.id, given, code, now: at });
      },
    };
  };
}
