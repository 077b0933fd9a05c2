import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDirectory } from '../../../src/doors/slack/people.ts';
import { type Slack, startSlack } from '../../standins/slack/index.ts';
import { webClient } from '../../standins/slackBolt.ts';

let slack: Slack;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
});
afterEach(() => slack.close());

const profileOf = (user: string) => createDirectory(webClient(slack)).profile(slack.team.id, user, true);

test('admins and owners of this workspace lead here, also in an organization', async () => {
  for (const about of [{ admin: true }, { owner: true }, { admin: true, enterprise: 'E1' }])
    expect(await profileOf(slack.addUser({ name: 'Ana', ...about }).id)).toMatchObject({ leads: true });
  expect(await profileOf(slack.addUser({ name: 'Ben' }).id)).toMatchObject({ leads: false });
});

test.each([
  ['alone', {}],
  ['in an organization of its own', { enterprise: 'E2' }],
])('an admin of another workspace %s, in a shared channel, organizes nothing here', async (_, about) => {
  const team = slack.addTeam({ name: 'Elsewhere', botToken: 'xoxb-2' });
  const gil = slack.addUser({ name: 'Gil', admin: true, owner: true, team, ...about });
  const shared = slack.addChannel({ name: 'shared', botIsMember: true });
  slack.share(shared, gil);
  expect(await profileOf(gil.id)).toMatchObject({ zone: 'America/New_York', leads: false });
});

test.each([
  ['leads here where they are in this workspace too', true],
  ['organizes nothing here where they are not', false],
])('an admin of another workspace of the same organization %s', async (_, isIn) => {
  const team = slack.addTeam({ name: 'Sister', botToken: 'xoxb-2' });
  const alsoIn = isIn ? [slack.team.id] : [];
  const ina = slack.addUser({ name: 'Ina', admin: true, team, enterprise: 'E1', alsoIn });
  slack.share(slack.addChannel({ name: 'shared', botIsMember: true }), ina);
  expect(await profileOf(ina.id)).toMatchObject({ leads: isIn });
});

test('what Slack refuses is no right, and says why', async () => {
  slack.faults.next('users.info', { error: 'missing_scope' });
  expect(await profileOf('U1')).toEqual({ leads: false, unasked: 'missing_scope' });
});
