import type { Door } from '../../src/core/ports/request.ts';

/** A door at which everything may be posted and nothing comes of it. */
export const openDoor: Door = {
  typed: name => `/${name}`,
  channelLabel: async channel => channel,
  personLabel: async id => id,
  canPost: async () => 'yes',
  post: async () => 'yes',
  tryDirectMessage: async () => 'open',
};
