import { LRUCache } from 'lru-cache';
import type { Address, Failed, Notifier } from '../../core/ports/notifier.ts';
import type { Workspace } from './workspace.ts';
import { scopesOf, type Workspaces } from './workspaces.ts';

/** People of organizations whose workspace is remembered. */
const MOST_KNOWN = 10_000;

const NOT_INSTALLED: Failed = {
  status: 'failed',
  permanent: false,
  reason: 'token-refused',
  detail: 'the app is not installed there',
};

/** Sends by the token of the workspace that a message is for; somebody of an organization, by one that they are in. */
export function createSending({ all }: Pick<Workspaces, 'all'>): Notifier {
  const reachedBy = new LRUCache<string, Workspace>({ max: MOST_KNOWN });
  const keyOf = (address: Address): string =>
    `${address.scope} ${address.kind === 'person' ? address.account : address.channel}`;

  function waysTo(address: Address): Workspace[] {
    const ways = all().filter(workspace => scopesOf(workspace).includes(address.scope));
    const known = reachedBy.get(keyOf(address));
    return known && ways.includes(known) ? [known, ...ways.filter(way => way !== known)] : ways;
  }

  return {
    platform: 'slack',
    // In each lane by itself.
    atOnce: 5,
    async send(address, ...rest) {
      let sent: Awaited<ReturnType<Notifier['send']>> = NOT_INSTALLED;
      for (const workspace of waysTo(address)) {
        sent = await workspace.notifier.send(address, ...rest);
        if (sent.status === 'delivered') reachedBy.set(keyOf(address), workspace);
        // They are not in this workspace of the organization.
        if (sent.status === 'delivered' || !sent.permanent || sent.reason !== 'person-gone') return sent;
      }
      return sent;
    },
    async findByKey(address, ...rest) {
      let found: Awaited<ReturnType<Notifier['findByKey']>> = NOT_INSTALLED;
      for (const workspace of waysTo(address)) {
        found = await workspace.notifier.findByKey(address, ...rest);
        if (found.status === 'found') return found;
      }
      return found;
    },
  };
}
