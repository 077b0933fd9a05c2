import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Message, type Reply, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let slack: Slack;
let bot: Bot;
let general: ReturnType<Slack['addChannel']>;

beforeAll(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  general = slack.addChannel({ name: 'general' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
});
afterAll(async () => {
  await bot.remove();
  await slack.close();
});

const person = (name: string, more = {}): Actor => slack.addUser({ name, ...more });
const say = (who: Actor, command: string, text = ''): Reply => who.command(command, text, { channel: general });
/** The answer, past the word of patience where it took a second. */
const shown = async (reply: Reply): Promise<string> =>
  slack.text(await slack.until(() => reply.messages().find(({ text }) => text !== 'One moment…'), 'an answer'));
const entriesOf = async (who: Actor): Promise<string> => shown(say(who, '/backchannel', 'history'));
const NONE = 'Nothing logged yet';

describe('/log', () => {
  test('takes one line, curly quotes and all, and only the person sees the answer', async () => {
    const [ana, ben] = [person('Ana'), person('Ben')];
    const reply = say(ana, '/log', '“Dr. O’Neill & Co” they:good when:“yesterday”');
    expect(await reply.ack).toMatchObject({ ok: true });
    expect(await reply.message()).toMatchObject({ ephemeralFor: ana.id });
    expect(await shown(reply)).toContain("Dr. O'Neill & Co: good things. Tue, Oct 13, 2026");
    expect(ben.sees(general)).toEqual([]);
  });

  test('opens its form where something is missing, with what was typed, and takes an emoji as a name', async () => {
    const cyn = person('Cyn');
    const opened = say(cyn, '/log', '🦉');
    const form = await opened.modal();
    expect(form.title).toBe('Log an interaction');
    expect(await cyn.submit(form, { they: 'at-once', sentence: 'Take her any day', when: 'last Tue' })).toMatchObject({
      closed: true,
    });
    const text = await shown(opened);
    expect(text).toContain('🦉: would take me in a second. Tue, Oct 13, 2026');
    expect(text).toContain('Take her any day');
  });

  test('takes a day that is picked, and asks where the words say another', async () => {
    const pam = person('Pam');
    const opened = say(pam, '/log', '🦉');
    const form = await opened.modal();
    await pam.choose(form, 'day', '2026-10-12');
    const wrong = await pam.submit(form, { they: 'good', when: 'yesterday' });
    expect(wrong.errors).toEqual({ when: 'You typed Tue, Oct 13, 2026 and picked Mon, Oct 12, 2026. Which is it?' });
    expect(await pam.submit(form, { when: null })).toMatchObject({ closed: true });
    expect(await shown(opened)).toContain('🦉: good things. Mon, Oct 12, 2026');
  });

  test('says beside a field what is wrong in it, and keeps what was typed', async () => {
    const dan = person('Dan');
    const opened = say(dan, '/log');
    const modal = await opened.modal();
    const wrong = await dan.submit(modal, { who: 'Dr. Osei', they: 'good', when: '31 Nov' });
    expect(wrong.errors).toEqual({ when: expect.stringContaining('has 30 days') });
    expect(dan.modals()).toEqual([modal]);
    expect(await entriesOf(dan)).toContain(NONE);
    await dan.submit(modal, { when: 'today' });
    expect(await shown(opened)).toContain('Dr. Osei');
  });

  test('is taken back by its button, within ten minutes and not after', async () => {
    const eve = person('Eve');
    const first = await say(eve, '/log', 'A they:good').message();
    expect(await shown(eve.click(first, 'Undo'))).toContain('Taken back');
    expect(first.edited).toBe(true);
    expect(await entriesOf(eve)).toContain(NONE);
    const second = await say(eve, '/log', 'B they:good').message();
    clock.pass({ minutes: 11 });
    expect(await shown(eve.click(second, 'Undo'))).toContain('More than ten minutes');
    expect(await entriesOf(eve)).toContain('1 entry');
  });

  test('stores one row where Slack delivers the same command or the same form twice', async () => {
    const fay = person('Fay');
    const typed = say(fay, '/log', 'Dr. Patel they:good');
    await typed.message();
    await typed.again();
    await slack.until(() => typed.messages().length === 2, 'the second answer');
    expect(await entriesOf(fay)).toContain('1 entry');
    const opened = say(fay, '/log');
    const { reply } = await fay.submit(await opened.modal(), { who: 'Chief Kim', they: 'good' });
    await opened.message();
    await reply?.again();
    await slack.until(() => opened.messages().length === 2, 'the second answer');
    expect(await entriesOf(fay)).toContain('2 entries');
  });
});

describe('bad input gets one clear sentence and saves nothing', () => {
  const cases: [string, string, string][] = [
    ['an unknown option', 'Dr. Patel they:good shade=warm', 'There is no option "shade" here.'],
    ['an impossible date', 'Dr. Patel they:good when:"31 Nov"', 'has 30 days. The nearest is'],
    ['a day to come', 'Dr. Patel they:good when:tomorrow', 'has not come yet'],
    [
      'a note of 10,000 characters',
      `Dr. Patel they:good sentence:"${'x'.repeat(10_000)}"`,
      'at most 1,000 characters; yours has 10,000',
    ],
    [
      'more than a form can carry along',
      `Dr. Patel where:"${'x'.repeat(3000)}"`,
      '"Where?" may have at most 80 characters',
    ],
  ];
  for (const [what, words, sentence] of cases)
    test(what, async () => {
      const gus = person('Gus');
      expect(await shown(say(gus, '/log', words))).toContain(sentence);
      expect(await entriesOf(gus)).toContain(NONE);
    });

  test('a word that is no command', async () => {
    const hal = person('Hal');
    const text = await shown(say(hal, '/backchannel', 'histroy'));
    expect(text).toContain('There is no command "histroy". Did you mean /backchannel history?');
    expect(await shown(say(hal, '/backchannel', 'help'))).toContain('/backchannel history');
  });

  test('an empty form, and one of blanks', async () => {
    const ida = person('Ida');
    const modal = await say(ida, '/log').modal();
    expect((await ida.submit(modal)).errors).toHaveProperty('who');
    await expect(ida.submit(modal, { who: '   ', they: 'good' })).rejects.toThrow('Nothing is suggested');
    expect(await entriesOf(ida)).toContain(NONE);
  });

  test('and what was typed comes back in the form', async () => {
    const jon = person('Jon');
    const message = await say(jon, '/log', 'Dr. Osei they:little when:"next Thrusday"').message();
    const again = jon.click(message, 'Try again');
    await jon.submit(await again.modal(), { when: 'yesterday' });
    await slack.until(() => slack.text(message).includes("Dr. Osei: wouldn't say much"), 'the entry');
    expect(await entriesOf(jon)).toContain('1 entry');
  });
});

test('the self-check asks by tapping and ends in a bucket with its reasons', async () => {
  const kim = person('Kim');
  await say(kim, '/log', '"Dr. Patel" they:at-once role:home-faculty where:Home').message();
  await say(kim, '/log', '"Chief Kim" they:at-once role:chief where:Lakeside').message();
  const check = await say(kim, '/bucket').message();
  expect(slack.text(check)).toContain('a bad day');
  for (const answer of ['None', 'Borderline', 'IMG', 'Yes'])
    expect(await kim.click(check, answer).message()).toBe(check);
  expect(slack.text(check)).toContain('safe to pre-match');
  expect(slack.text(check)).toContain('Chief Kim and Dr. Patel would take you in a second.');
  expect(await shown(say(kim, '/bucket'))).toContain('Nothing has changed since');
});

test('nobody sees anything of another person', async () => {
  const [lea, max] = [person('Lea'), person('Max')];
  await say(lea, '/log', '"Dr. Secret" they:warn').message();
  for (const words of ['history', '', 'bucket', 'settings', 'timeline'])
    expect(await shown(say(max, '/backchannel', words))).not.toContain('Secret');
  expect(max.sees(general).filter(({ ephemeralFor }) => ephemeralFor !== max.id)).toEqual([]);
});

test('what somebody typed pings nobody and links nowhere', async () => {
  const ned = person('Ned');
  const words = '"<!channel> <@U1> *x* https://a.example" they:good sentence:"<!here> &amp; @everyone"';
  const message = await say(ned, '/log', words).message();
  expect(message.pings).toEqual([]);
  expect(slack.text(message)).toContain('<!channel> <@U1> *x* https://a.example: ');
  const history = await say(ned, '/backchannel', 'history').message();
  expect(history.pings).toEqual([]);
});

describe('outside of a channel', () => {
  test('the Home tab shows where one stands, and its buttons answer in a modal', async () => {
    const ora = person('Ora');
    ora.opensHome();
    const home = await slack.until(() => ora.home(), 'the Home tab');
    expect(slack.text(home)).toContain('of the season');
    const form = await ora.click(home, 'Log the first person').modal();
    await ora.submit(form, { who: 'Dr. Patel', they: 'good' });
    await expect
      .poll(() => ora.modals().map(slack.text).join('\n'), { timeout: 10_000 })
      .toContain('Dr. Patel: good things');
    const season = await (await ora.choose(home, 'backchannel*to', ['Season'])).modal();
    expect(slack.text(season)).toContain('The season');
    await ora.click(season, 'Log someone').ack;
    await slack.until(() => season.title === 'Log an interaction', 'the form in its place');
  });

  test('the Home tab has what is ahead, the defenders and what is open below it', async () => {
    const pam = person('Pam');
    await say(pam, '/log', 'Dr. Osei they:at-once role:attending').message();
    await say(pam, '/backchannel', 'defenders Osei').message();
    await say(pam, '/backchannel', 'loose-ends about:"thank the coordinator" kind:thank-you').message();
    await say(pam, '/backchannel', 'programs name:Mercy do:interview when:"Tue 3 Nov 9am"').message();
    pam.opensHome();
    const home = slack.text(await slack.until(() => pam.home(), 'the Home tab'));
    for (const line of ['Interview at Mercy, Tue, Nov 3', 'Dr. Osei: next word', 'thank the coordinator (a thank-you)'])
      expect(home).toContain(line);
    // What is done elsewhere stands there without its being opened again.
    await say(pam, '/backchannel', 'loose-ends about:"a word to the clerk" kind:apology').message();
    const shown = () => slack.text(pam.home() as NonNullable<ReturnType<typeof pam.home>>);
    await expect.poll(shown, { timeout: 10_000 }).toContain('a word to the clerk');
  });

  test('words written to the bot come back in the form', async () => {
    const pia = person('Pia');
    const offer = await pia.says('She said I was R & R on a <hard> night').message();
    expect(slack.text(offer)).not.toContain('hard');
    const tap = pia.click(offer, 'Log it');
    await pia.submit(await tap.modal(), { who: 'Nurse May', they: 'good' });
    const logged = await tap.message();
    expect(logged).toMatchObject({ ephemeralFor: pia.id });
    expect(slack.text(logged)).toContain('She said I was R & R on a <hard> night');
    expect(offer.edited).toBe(false);
  });

  test('a form that Slack does not open is offered again', async () => {
    const qui = person('Qui');
    slack.faults.next('views.open', { error: 'expired_trigger_id' });
    const message: Message = await say(qui, '/log', 'Dr. Patel').message();
    const modal = await qui.click(message, 'Open the form').modal();
    expect((await qui.submit(modal, { they: 'good' })).closed).toBe(true);
    await slack.until(() => slack.text(message).includes('Dr. Patel: good things'), 'the entry');
  });
});
