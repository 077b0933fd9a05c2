import { afterEach, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startDoor } from '../doors/slack/door.ts';
import type { Actor, Message } from '../standins/slack/index.ts';
import { ALL_SCOPES } from '../standins/slack/methods/index.ts';

type Rig = Awaited<ReturnType<typeof startDoor>>;
let rig: Rig;
afterEach(() => rig.close());

async function connect(without: string[] = []): Promise<(who: Actor, words: string) => Promise<Message>> {
  rig = await startDoor(commands, {}, { scopes: ALL_SCOPES.filter(scope => !without.includes(scope)) });
  const general = rig.slack.addChannel({ name: 'general' });
  return (who, words) => who.command('/backchannel', words, { channel: general }).message();
}
const text = (message: Message) => rig.slack.text(message);
/** The lines of what Slack refused. */
const refused = () => rig.logged.filter(({ msg }) => msg === 'Slack refused');
const REFERENCE = /^[A-Z2-9]{6}$/;

test('F33: what the app lacks is named at the start in one line, and what it has is not', async () => {
  await connect(['users:read', 'files:read']);
  expect(rig.lines).toEqual([
    expect.stringMatching(
      /^Slack \(Applicants\): the app lacks files:read \(imports\), users:read \(.*admin\)\. Add them under/,
    ),
  ]);
  await rig.close();
  await connect();
  expect(rig.lines).toEqual([]);
});

test('F33: an admin whose rights Slack does not tell is told so, and what is missing', async () => {
  const say = await connect(['users:read']);
  const ana = rig.slack.addUser({ name: 'Ana', admin: true });
  const shown = text(await say(ana, 'setup'));
  expect(shown).toContain('Slack refused to say whether you are an admin here (missing_scope)');
  expect(shown).toContain('users:read');
  expect(shown).not.toContain('is for organizers');
  expect(refused()).toContainEqual(
    expect.objectContaining({
      call: 'users.info',
      kind: 'missing_scope',
      reference: expect.stringMatching(REFERENCE),
    }),
  );
});

test('F33: a form that Slack refuses is not called slow, and its card has the reference of the line', async () => {
  const say = await connect();
  const ana = rig.slack.addUser({ name: 'Ana' });
  rig.slack.faults.next('views.open', { error: 'missing_scope' });
  const shown = text(await say(ana, 'log Kim'));
  expect(shown).toContain('Slack refused to open it (missing_scope).');
  const [line] = refused();
  expect(shown).toContain(`Reference ${line?.reference}.`);
  rig.slack.faults.next('views.open', { error: 'expired_trigger_id' });
  const late = text(await say(ana, 'log Kim'));
  expect(late).toContain('It took too long to open.');
  expect(refused().map(({ kind, count }) => [kind, count])).toEqual([
    ['missing_scope', 1],
    ['expired_trigger_id', 1],
  ]);
});

test.each([
  ['users.info', { error: 'user_not_found' }, 'log Kim they:good'],
  ['conversations.open', { error: 'user_disabled' }, 'settings remind:weekly'],
  ['chat.postMessage', { error: 'channel_not_found' }, 'settings remind:weekly'],
  ['conversations.open', { error: 'ratelimited', retryAfter: 1 }, 'my-data do:export'],
  ['files.completeUploadExternal', { error: 'missing_scope' }, 'my-data do:export'],
  ['conversations.info', { error: 'channel_not_found' }, 'setup channel:C012'],
])('F33: a refused %s (%o) leaves one line with its kind, and an answer', async (call, fault, words) => {
  const say = await connect();
  const ana = rig.slack.addUser({ name: 'Ana', admin: true });
  rig.slack.faults.always(call, fault);
  expect(text(await say(ana, words))).not.toContain('failed on our side');
  const lines = refused();
  expect(lines.map(line => line.call)).toEqual([call]);
  expect(lines[0]).toMatchObject({ kind: fault.error, count: 1, reference: expect.stringMatching(REFERENCE) });
});

test('F33: a private channel without the bot is answered with the way in', async () => {
  const say = await connect();
  const ana = rig.slack.addUser({ name: 'Ana', admin: true });
  const secret = rig.slack.addChannel({ name: 'secret', isPrivate: true, members: [ana] });
  expect(text(await say(ana, `setup channel:${secret.id} zone:America/Chicago hour:9`))).toContain(
    '/invite @Backchannel',
  );
});

test('F36: who was an admin a minute ago organizes nothing with an old card, nor in any other way', async () => {
  const say = await connect();
  const ana = rig.slack.addUser({ name: 'Ana', admin: true });
  const card = await say(ana, 'setup');
  expect(text(card)).toContain('Start the weekly tip');
  ana.user.admin = false;
  ana.click(card, 'Start');
  await rig.slack.until(() => text(card).includes('is for organizers'), 'the refusal');
  expect(text(await say(ana, 'setup pause:yes'))).toContain('is for organizers');
  // Where it cannot be asked, there are no rights, and the card says that they could not be checked.
  ana.user.admin = true;
  const again = await say(ana, 'setup');
  rig.slack.faults.always('users.info', { error: 'user_not_visible' });
  rig.slack.requests.length = 0;
  ana.click(again, 'Start');
  await rig.slack.until(() => text(again).includes('did not say whether you are an admin'), 'the refusal');
  expect(rig.slack.requests.map(({ method }) => method)).toContain('users.info');
});
