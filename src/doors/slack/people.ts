import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { slackReasonOf } from './clients.ts';

/** What Slack says of somebody. */
export interface Profile {
  zone?: string;
  name?: string;
  /** An admin or owner of this workspace. */
  leads: boolean;
  /** Why Slack did not say it, in its own word. */
  unasked?: string;
}

const FRESH_MS = 10 * 60_000;
/** Of so many people, and channels. */
const MOST_KNOWN = 10_000;
/** How long a request waits for a profile before it goes on without one. */
const WAIT_MS = 800;

/** Profiles and channel names, asked for once in ten minutes; what Slack does not tell is left out. */
export function createDirectory(web: webApi.WebClient) {
  const profiles = createCache((key: string) => lookUp(web, ...(key.split(' ') as [string, string])));
  const names = createCache(async (id: string) => {
    const { channel } = await web.conversations.info({ channel: id });
    return channel?.name ? `#${channel.name}` : UNSEEN;
  });
  const unasked = (reason: string): Profile => ({ leads: false, unasked: reason });
  /** `anew`: what it was minutes ago says nothing about what somebody may do now. */
  const profile = (team: string, user: string, anew: boolean): Promise<Profile> =>
    withTimeout(
      WAIT_MS,
      profiles(`${team} ${user}`, anew).catch((error: unknown) => unasked(slackReasonOf(error))),
      unasked('no answer'),
    );
  return {
    profile,
    personName: async (team: string, user: string): Promise<string> =>
      (await profile(team, user, false)).name ?? 'somebody',
    channelName: (id: string): Promise<string> => withTimeout(WAIT_MS, names(id), UNSEEN),
  };
}

export type Directory = ReturnType<typeof createDirectory>;

const UNSEEN = 'a channel I cannot see';

async function lookUp(web: webApi.WebClient, team: string, id: string): Promise<Profile> {
  const { user } = await web.users.info({ user: id });
  // Somebody from another workspace, in a shared channel, may be an admin there but not here. `is_stranger` does not
  // tell: it is false for them. Of an organization's people it counts which of its workspaces they are in.
  const ours = user?.team_id === team || user?.enterprise_user?.teams?.includes(team) === true;
  return {
    ...(user?.tz && { zone: user.tz }),
    ...(user?.real_name && { name: user.real_name }),
    leads: ours && (user?.is_admin === true || user?.is_owner === true),
  };
}

/** Remembers answers for a while, and failures not at all. */
function createCache<T>(ask: (key: string) => Promise<T>): (key: string, anew?: boolean) => Promise<T> {
  const answers = new LRUCache<string, Promise<T>>({ max: MOST_KNOWN, ttl: FRESH_MS });
  return (key, anew = false) => {
    const known = anew ? undefined : answers.get(key);
    if (known) return known;
    const answer = ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.peek(key) === answer && answers.delete(key));
    return answer;
  };
}
