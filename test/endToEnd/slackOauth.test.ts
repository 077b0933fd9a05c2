import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Actor, type Channel, type Slack, startSlack, type Team } from '../standins/slack/index.ts';
import { databases } from '../store/databases.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
const PUBLIC_URL = 'https://bot.example.org';
const redirectUrls = [`${PUBLIC_URL}/slack/oauth_redirect`];
const app = { clientId: '12.34', clientSecret: 'client-secret', redirectUrls };
const key = Buffer.alloc(32, 7).toString('base64');
let environment: Record<string, string>;
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;

async function begin(database: (typeof databases)[number], options: object = {}): Promise<void> {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-never-given', oauth: app, eventRetryDelaysMs: [], ...options });
  const { url, remove } = await database.create();
  onTestFinished(remove);
  environment = {
    ...{ DATABASE_URL: url, ENCRYPTION_KEY: key, PUBLIC_URL, PLAYGROUND: 'off', SLACK_API_URL: slack.apiUrl },
    ...{ SLACK_CLIENT_ID: app.clientId, SLACK_CLIENT_SECRET: app.clientSecret, SLACK_SIGNING_SECRET: 'secret' },
  };
  await restart();
}
async function restart(): Promise<void> {
  bot = await startBot(environment, clock);
  slack.useHttp(`${bot.url}/slack/events`);
}
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

/** Somebody's browser, with its cookies. */
function browser() {
  let cookie = '';
  return {
    async goes(address: string) {
      const here = bot.url + new URL(address, PUBLIC_URL).href.slice(PUBLIC_URL.length);
      const response = await fetch(here, { headers: { cookie } });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return { status: response.status, text: await response.text() };
    },
  };
}
type Browser = ReturnType<typeof browser>;

/** Where the button of the page leads. */
async function buttonOf(visitor: Browser): Promise<string> {
  const { text } = await visitor.goes('/slack/install');
  return (/href="(http[^"]+authorize[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&#38;', '&');
}
async function install(into: Team, options = {}): Promise<void> {
  const visitor = browser();
  const { status, text } = await visitor.goes(slack.allow(await buttonOf(visitor), into, options));
  expect(status, text).toBe(200);
}

const say = async (who: Actor, words: string, channel?: Channel): Promise<string> =>
  slack.text(await who.command('/backchannel', words, channel ? { channel } : {}).message());

/** What everybody reads in its channel. */
const posts = ({ tips }: Pick<Place, 'tips'>) => tips.messages.filter(({ ephemeralFor }) => !ephemeralFor);

/** Tips come on Mondays at this hour. */
async function setUp({ organizer, tips }: Pick<Place, 'organizer' | 'tips'>, hour: number): Promise<void> {
  const plan = `setup channel:${tips.id} zone:${zone} hour:${hour} weekday:Monday`;
  expect(await say(organizer, plan, tips)).toContain('Monday');
}

/** Whether the bot takes a command. */
const answers = async (who: Actor): Promise<boolean> => (await who.command('/backchannel', 'history').ack).ok;

interface Place {
  team: Team;
  tips: Channel;
  organizer: Actor;
  member: Actor;
}
function workspace(name: string): Place {
  const team = slack.addTeam({ name, botToken: `xoxb-none-${name}` });
  const tips = slack.addChannel({ name: 'tips', team });
  const organizer = slack.addUser({ name: `Org ${name}`, tz: zone, admin: true, team });
  return { team, tips, organizer, member: slack.addUser({ name: `Ana ${name}`, tz: zone, team }) };
}

describe.each(databases)('two workspaces on $name', database => {
  beforeEach(() => begin(database));

  test('have tips and members of their own, and what happens to one leaves the other alone', async () => {
    const [east, west] = [workspace('East'), workspace('West')];
    for (const { team } of [east, west]) await install(team);
    for (const [{ organizer, tips, member }, hour] of [
      [east, 9],
      [west, 10],
    ] as const) {
      await setUp({ organizer, tips }, hour);
      await say(member, 'settings remind:weekly');
      expect(await say(member, `log Kim-${hour} they:good`)).toContain(`Kim-${hour}`);
    }
    expect(await say(east.member, 'history')).not.toContain('Kim-10');

    await slack.uninstall(east.team);
    await expect.poll(() => answers(east.member), { timeout: 20_000 }).toBe(false);
    clock.moveTo(`2026-10-19T10:01[${zone}]`);
    await slack.until(() => posts(west).length > 0, 'the tip of the other workspace', 15_000);
    expect(posts(east)).toEqual([]);
    expect(await say(west.member, 'history')).toContain('Kim-10');

    await install(east.team);
    expect(await say(east.member, 'history')).toContain('Kim-9');
    clock.moveTo(`2026-10-26T09:01[${zone}]`);
    await slack.until(() => posts(east).length > 0, 'its own tip, once it is installed again', 15_000);
    expect(posts(west)).toHaveLength(1);
  }, 60_000);
});

test('of two replicas each knows what was installed at the other, and one of them renews a token', async () => {
  await begin(databases[1], { oauth: { ...app, rotation: { expiresIn: 3600 } } });
  const other = await startBot(environment, clock);
  onTestFinished(other.stop);
  const { team, member } = workspace('East');
  await install(team);
  slack.useHttp(`${other.url}/slack/events`);
  expect(await say(member, 'log Kim they:good')).toContain('Kim');
  const renewals = () => slack.requests.filter(({ args }) => args.grant_type === 'refresh_token');
  await slack.until(() => renewals().length === 1, 'the renewal', 15_000);
  // Two ticks of both.
  await new Promise(resolve => setTimeout(resolve, 2200));
  expect(renewals()).toHaveLength(1);
  for (const { url } of [bot, other]) {
    slack.useHttp(`${url}/slack/events`);
    expect(await say(member, 'history')).toContain('Kim');
  }
  expect(slack.requests.filter(({ error }) => error === 'token_revoked')).toEqual([]);
}, 60_000);

describe('installing by OAuth', () => {
  beforeEach(() => begin(databases[0]));

  test('a state is taken once, and from the browser that it was given to alone', async () => {
    const { team, member } = workspace('East');
    const visitor = browser();
    const back = slack.allow(await buttonOf(visitor), team);
    expect(await browser().goes(back)).toMatchObject({ status: 400 });
    expect(await visitor.goes(back.replace(/state=[^&]+/, 'state=guessed'))).toMatchObject({ status: 400 });
    const again = slack.allow(await buttonOf(visitor), team);
    expect(await visitor.goes(again)).toMatchObject({ status: 200 });
    expect(await visitor.goes(again)).toMatchObject({ status: 400 });
    expect(await say(member, 'history')).toContain('Nothing logged yet');
  });

  test('a state is over after ten minutes, and a code is not taken twice', async () => {
    const { team } = workspace('East');
    const [late, twice] = [browser(), browser()];
    const back = slack.allow(await buttonOf(late), team);
    clock.pass({ minutes: 11 });
    expect(await late.goes(back)).toMatchObject({ status: 400 });
    const code = new URL(back).searchParams.get('code') ?? '';
    const spent = new URL(slack.allow(await buttonOf(twice), team));
    await install(team);
    expect(await twice.goes(spent.href)).toMatchObject({ status: 200 });
    const mixed = new URL(slack.allow(await buttonOf(twice), team));
    mixed.searchParams.set('code', spent.searchParams.get('code') ?? code);
    expect(await twice.goes(mixed.href)).toMatchObject({ status: 400 });
    expect(slack.requests.at(-1)).toMatchObject({ method: 'oauth.v2.access', error: 'code_already_used' });
  });

  test('whoever says no at Slack reads that nothing was changed', async () => {
    const visitor = browser();
    await buttonOf(visitor);
    const { status, text } = await visitor.goes('/slack/oauth_redirect?error=access_denied&state=any');
    expect(status).toBe(200);
    expect(text).toContain('Nothing was changed');
  });

  test('where it was never installed nothing is answered, and no page but two is there', async () => {
    const { member } = workspace('East');
    const { ack } = member.command('/backchannel', 'history');
    expect(await ack).toMatchObject({ ok: false });
    expect(member.sees(member.dm)).toEqual([]);
    for (const path of ['/slack/', '/slack/other']) expect((await fetch(bot.url + path)).status, path).toBe(404);
    expect((await fetch(`${bot.url}/slack/install`, { method: 'PUT' })).status).toBe(404);
  });

  test('after a restart each workspace is there, and sends before anybody has come from it', async () => {
    const { team, organizer, tips } = workspace('East');
    await install(team);
    await setUp({ organizer, tips }, 9);
    await bot.stop();
    await restart();
    clock.moveTo(`2026-10-19T09:01[${zone}]`);
    await slack.until(() => posts({ tips }).length > 0, 'the tip', 15_000);
  });

  test('a workspace that joins an organization keeps its notebooks', async () => {
    const { team, member } = workspace('East');
    await install(team);
    await say(member, 'log Kim they:good');
    slack.joinOrganization(team, { id: 'E1', name: 'Hospitals' });
    expect(await say(member, 'history')).toContain('Kim');
    await bot.stop();
    await restart();
    expect(await say(member, 'history')).toContain('Kim');
    await say(member, 'settings remind:weekly');
    clock.moveTo(`2026-10-18T18:31[${zone}]`);
    await slack.until(() => member.dms().length > 1, 'the digest', 15_000);
  });

  test('a word of its removal that comes late takes nothing from who installed it again', async () => {
    const { team, member } = workspace('East');
    await install(team);
    await slack.uninstall(team);
    await expect.poll(() => answers(member), { timeout: 10_000 }).toBe(false);
    await install(team);
    await slack.sendEvent({ type: 'app_uninstalled' }, team);
    await slack.sendEvent({ type: 'tokens_revoked', tokens: { oauth: [], bot: [team.botUserId] } }, team);
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(await say(member, 'history')).toContain('Nothing logged yet');
  });

  test('installed in an organization as a whole, it is in each of its workspaces, and gone from all when removed', async () => {
    const [east, west, other] = [workspace('East'), workspace('West'), workspace('Other')];
    for (const { team } of [east, west]) slack.joinOrganization(team, { id: 'E1', name: 'Hospitals' });
    await install(east.team, { org: true });
    await install(other.team);
    for (const { member } of [east, west]) expect(await say(member, 'log Kim they:good')).toContain('Kim');
    await setUp(west, 9);
    await bot.stop();
    await restart();
    clock.moveTo(`2026-10-19T09:01[${zone}]`);
    await slack.until(() => posts(west).length > 0, 'the tip', 15_000);
    for (const { team } of [east, west]) team.tokenError = 'account_inactive';
    const event = slack.sendEvent({ type: 'app_uninstalled' }, east.team, { org: true });
    expect(await event).toMatchObject({ ok: true });
    for (const { member } of [east, west]) await expect.poll(() => answers(member), { timeout: 10_000 }).toBe(false);
    expect(await say(other.member, 'history')).toContain('Nothing logged yet');
  });
});

describe('tokens that end', () => {
  beforeEach(() => begin(databases[0], { oauth: { ...app, rotation: { expiresIn: 3600 } } }));
  const renewed = () =>
    slack.requests.filter(({ method, args }) => method === 'oauth.v2.access' && args.grant_type === 'refresh_token');

  test('are renewed before they do, and the old one is asked no more', async () => {
    const { team, member } = workspace('East');
    await install(team);
    await slack.until(() => renewed().length === 1, 'the first renewal', 15_000);
    clock.pass({ minutes: 6 });
    await slack.until(() => renewed().length === 2, 'the second renewal', 15_000);
    expect(renewed().every(({ ok }) => ok)).toBe(true);
    await bot.stop();
    await restart();
    await say(member, 'settings remind:weekly');
    await slack.until(() => member.dms().length === 1, 'the test message');
    expect(slack.requests.filter(({ error }) => error === 'token_revoked')).toEqual([]);
  });

  test('which cannot be renewed stop that workspace alone, and installing again mends it', async () => {
    const [east, west] = [workspace('East'), workspace('West')];
    for (const { team } of [east, west]) await install(team);
    east.team.tokenError = 'token_revoked';
    await east.member.command('/backchannel', 'settings remind:weekly').message();
    await expect.poll(() => bot.lines.join(), { timeout: 10_000 }).toContain('Slack (East) refuses its token');
    expect(bot.lines.join()).not.toContain('West');
    await say(west.member, 'settings remind:weekly');
    await slack.until(() => west.member.dms().length === 1, 'the test message of the other');
    await install(east.team);
    await say(east.member, 'settings remind:weekly');
    await slack.until(() => east.member.dms().length === 1, 'the test message');
  });
});
