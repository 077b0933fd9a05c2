import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doors } from '../../src/commands/home/doors.ts';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { keysOf } from '../../src/domain/vocabulary.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[America/Chicago]`).toInstant();
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;
let now: Temporal.Instant;

beforeAll(async () => {
  core = await startCore(commands, () => now);
});
afterAll(() => core.stop());
beforeEach(async () => {
  now = at('2026-10-14T12:00');
  people += 1;
  ana = core.member(`ana-${people}`);
});

const home = () => ana.say('backchannel');
const log = (who: string, they: string, more: RawOptions = {}) => ana.say('log', { who, they, ...more });
const welcome = async () => {
  await home();
  await ana.say('settings', { type: 'img', zone: 'America/Chicago' });
};
/** Words that are read, without the footer: what stands on the first screen. */
const wordsOf = (reply: Answer): number => textOf(reply).split(/\s+/).length;
/** Somebody with a concern at Lakeside, who has checked. */
async function inSeason() {
  await welcome();
  await log('Dr. Patel', 'at-once', { role: 'attending', where: 'Mercy', when: '1 Oct' });
  await log('Kim', 'warn', { role: 'chief', where: 'Lakeside' });
  await ana.say('bucket', { skip: 'people,type,market,school,own,alike,us', paper: 'solid', incidents: 'none' });
}
const offer = (by: string) => ana.say('programs', { do: 'offer', name: 'Mercy', by, zone: 'America/Chicago' });
const interview = (when: string) =>
  ana.say('programs', { do: 'interview', name: 'Lakeside', when, zone: 'America/Chicago' });
const openEnd = () => ana.say('loose-ends', { do: 'open', with: 'Kim', kind: 'apology' });

describe('a newcomer', () => {
  test('sees the promise of privacy and one question first', async () => {
    const reply = await home();
    const [promise, question] = reply.card.blocks;
    expect(promise).toMatchObject({ type: 'text', text: expect.stringContaining('Only you see these replies.') });
    expect(question).toMatchObject({ type: 'select', placeholder: 'Which applicant are you? (three taps)' });
    expect(labelsOf(reply)).toEqual(['Log the first person']);
    expect(wordsOf(reply)).toBeLessThanOrEqual(85);
  });
});

describe('the one step is', () => {
  test('an offer that runs out, before all else', async () => {
    await inSeason();
    await openEnd();
    await interview('16 Oct 9am');
    await offer('15 Oct 5 pm');
    const reply = await home();
    expect(reply.card.answer).toBe('Answer Mercy by Thu, Oct 15, 5 PM CT, in 29 hours.');
    expect(labelsOf(reply)).toEqual(['What to check', 'Log someone']);
  });

  test('an interview tomorrow, with what is still open there', async () => {
    await inSeason();
    await openEnd();
    await interview('15 Oct 9am');
    const reply = await home();
    expect(reply.card.answer).toBe(
      'Interview at Lakeside tomorrow: Thu, Oct 15, 9 AM CT. Still open: Kim: an apology.',
    );
  });

  test('what comes first, of an interview tomorrow and an offer in four days', async () => {
    await inSeason();
    await interview('15 Oct 9am');
    await offer('18 Oct 5 pm');
    expect((await home()).card.answer).toContain('Interview at Lakeside tomorrow');
    expect(textOf(await home())).toContain('Then: answer Mercy');
  });

  test('an official deadline that is near', async () => {
    await inSeason();
    now = at('2027-02-27T12:00');
    expect((await home()).card.answer).toContain('Rank list, late registration and withdrawal deadline');
  });

  test('a loose end before an interview there', async () => {
    await inSeason();
    await openEnd();
    await interview('19 Oct 9am');
    const reply = await home();
    expect(reply.card.answer).toBe('Kim: an apology. Before the interview at Lakeside, Mon, Oct 19.');
    expect(textOf(await ana.tap(reply, 'Open the loose end'))).toContain('Under a minute');
  });

  test('the first self-check, and after it the check’s own first move', async () => {
    await welcome();
    await log('Kim', 'warn', { role: 'chief', where: 'Lakeside' });
    expect(labelsOf(await home())[0]).toBe('See your bucket');
    await ana.say('bucket', { skip: 'people,type,market,school,own,alike,us', paper: 'solid', incidents: 'none' });
    const checked = await ana.say('bucket', { skip: 'people,type,market,school,own,alike,us' });
    const reply = await home();
    expect(labelsOf(reply)[0]).toBe(labelsOf(checked)[0]);
    expect(textOf(checked)).toContain(reply.card.answer);
  });

  test('what is due, where the check asks for nothing', async () => {
    await welcome();
    for (const [who, role, where] of [
      ['Dr. Patel', 'attending', 'Mercy'],
      ['Kim', 'chief', 'Mercy'],
      ['Dr. Osei', 'clerkship-director', 'Home'],
      ['Dr. Lee', 'home-faculty', 'Home'],
    ] as const)
      await log(who, 'at-once', { role, where, when: '1 Oct' });
    await ana.say('settings', { type: 'us-md' });
    await ana.say('bucket', { skip: 'people,type,market,school,own,alike,us', paper: 'solid', incidents: 'none' });
    expect((await home()).card.answer).toBe('Name two or three people who would say yes right away.');
    await ana.say('defenders', { name: 'Kim' });
    await ana.say('defenders', { name: 'Dr. Patel' });
    now = at('2026-11-20T12:00');
    expect((await home()).card.answer).toBe('Dr. Patel is due a word.');
  });
});

describe('what moved since last week', () => {
  test('is one line: what was logged, closed, named, and where the bucket went', async () => {
    await inSeason();
    await openEnd();
    now = at('2026-10-24T12:00');
    expect(textOf(await home())).not.toContain('Since ');
    const [end] = await (await ana.notebook()).looseEnds.all();
    await ana.say('loose-ends', { do: 'close', id: end!.id });
    for (const who of ['May', 'Ned']) await log(who, 'at-once', { role: 'resident', where: 'Mercy' });
    await ana.say('defenders', { name: 'Dr. Patel' });
    await ana.say('bucket', { skip: 'people,type,market,school,own,alike,us' });
    expect(textOf(await home())).toContain(
      'Since Sat, Oct 17: two logged, one loose end closed, one defender named, bucket up.',
    );
  });
});

test('every door is in one menu and leads somewhere, with three buttons beside it at most', async () => {
  await inSeason();
  const reply = await home();
  expect(labelsOf(reply).length).toBeLessThanOrEqual(3);
  for (const door of keysOf(doors)) {
    const behind = await ana.choose(reply, 'Go to…', doors[door].label);
    expect(behind.card.title).not.toMatch(/Not quite|Backchannel|Something went wrong|Nothing here/);
  }
});

test('the first screen holds at most 85 words, whatever is urgent', async () => {
  await inSeason();
  await openEnd();
  for (const does of [home, () => interview('19 Oct 9am'), () => interview('15 Oct 9am'), () => offer('15 Oct 5 pm')]) {
    await does();
    const reply = await home();
    expect(wordsOf(reply), textOf(reply)).toBeLessThanOrEqual(85);
    expect((reply.card.answer ?? '').split(/\s+/).length).toBeLessThanOrEqual(25);
  }
});
