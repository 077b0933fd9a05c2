import { expect, test } from 'vitest';
import type { DoorState, PlatformDoor } from '../../src/core/ports/door.ts';
import { StartError } from '../../src/core/ports/errors.ts';
import type { Platform } from '../../src/core/ports/notifier.ts';
import { connectDoors } from '../../src/operations/connecting.ts';

const door = (platform: Platform, start: () => Promise<void>, state: () => DoorState): PlatformDoor => ({
  ...{ platform, start, state, lanes: () => [], stop: async () => {} },
  notifier: {
    platform,
    atOnce: 1,
    send: async () => ({ status: 'delivered', messageId: '1' }),
    findByKey: async () => ({ status: 'absent' }),
  },
});
const up = (): DoorState => ({ connected: true });

/** Doors that connect, and what the operator and the log were told of it. */
function connecting(...doors: PlatformDoor[]) {
  const lines: string[] = [];
  const reported: string[] = [];
  const connected: string[] = [];
  const { states, connect } = connectDoors(doors, {
    announce: line => lines.push(line),
    connected: async ({ platform }) => void connected.push(platform),
    report: (_, platform) => reported.push(platform),
    stopping: new AbortController().signal,
  });
  return { states, connect, lines, reported, connected };
}

test('a door that hangs holds back no other, and counts as connecting', async () => {
  const { states, connect, connected } = connecting(
    door('slack', () => new Promise(() => {}), up),
    door('discord', async () => {}, up),
  );
  void connect();
  await expect.poll(() => connected).toEqual(['discord']);
  expect(states()).toEqual({ slack: { connected: false, why: 'still connecting' }, discord: { connected: true } });
});

test('a refused door says its sentence; one that broke says that, and the log has it', async () => {
  const told = 'SLACK_BOT_TOKEN was refused by Slack.';
  const { states, connect, lines, reported } = connecting(
    door('slack', () => Promise.reject(new StartError(told)), up),
    door('discord', () => Promise.reject(new TypeError('of Ana’s')), up),
  );
  await connect();
  const broke = 'The discord door failed; see the log.';
  expect(lines.sort()).toEqual([told, broke]);
  expect(reported).toEqual(['discord']);
  expect(states()).toEqual({ slack: { connected: false, why: told }, discord: { connected: false, why: broke } });
});

test('once it has connected a door tells its state itself', async () => {
  let state: DoorState = { connected: true };
  const { states, connect } = connecting(
    door(
      'discord',
      async () => {},
      () => state,
    ),
  );
  await connect();
  state = { connected: false, why: 'DISCORD_TOKEN was refused' };
  expect(states()).toEqual({ discord: state });
});
