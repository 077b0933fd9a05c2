import { expect, test } from 'vitest';
import { createHealth } from '../../../src/doors/slack/health.ts';

/** The health of a connected door whose token is taken again at the n-th try. */
function arrange(takenAt: number) {
  const lines: string[] = [];
  const waits: number[] = [];
  let tries = 0;
  const stopping = new AbortController();
  const health = createHealth({
    announce: line => void lines.push(line),
    stopping: stopping.signal,
    mend: () => 'A new token needs a restart.',
    tryToken: async () => ++tries >= takenAt,
    wait: count => {
      waits.push(count);
      return 0;
    },
  });
  health.set('start', undefined);
  return { health, lines, waits, stop: () => stopping.abort(), tries: () => tries };
}

test('F30: a bot token that is refused is said once by its name, red meanwhile, and tried until it is taken', async () => {
  const { health, lines, waits } = arrange(3);
  expect(health.state()).toEqual({ connected: true });
  for (const kind of ['token_revoked', 'token_revoked', 'invalid_auth']) health.botTokenRefused(kind);
  expect(health.state()).toEqual({ connected: false, why: 'SLACK_BOT_TOKEN was refused (token_revoked)' });
  await expect.poll(() => health.state()).toEqual({ connected: true });
  expect(waits).toEqual([0, 1, 2]);
  expect(lines).toEqual([
    expect.stringMatching(/^SLACK_BOT_TOKEN was refused by Slack \(token_revoked\)\. .*stays due\. A new token needs/),
    'Slack takes SLACK_BOT_TOKEN again. What was due goes out now.',
  ]);
});

test('F30: the app token is named when its socket does not open again, and no try is made after the door stopped', async () => {
  const { health, lines, stop, tries } = arrange(Number.POSITIVE_INFINITY);
  health.set('socket', 'the socket is closed');
  expect(health.state()).toMatchObject({ connected: false });
  health.appTokenRefused('account_inactive');
  health.appTokenRefused('account_inactive');
  expect(lines).toEqual([expect.stringMatching(/^SLACK_APP_TOKEN was refused by Slack \(account_inactive\)/)]);
  health.appTokenRefused(undefined);
  health.set('socket', undefined);
  expect(health.state()).toEqual({ connected: true });
  health.botTokenRefused('invalid_auth');
  stop();
  const asked = tries();
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(tries() - asked).toBeLessThanOrEqual(1);
});
