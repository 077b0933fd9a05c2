import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openBeside } from '../../src/store/driver/beside.ts';
import { type DoorName, doorNames, startDoors, type Watched } from '../doors/rigs/index.ts';
import { NotSent, type Seen, type Tester } from '../doors/rigs/tester.ts';
import { movableClock } from '../support/bot.ts';
import { isLong } from '../support/long.ts';
import fc from '../support/properties.ts';
import { brokenOnSqlite, brokenRows } from './brokenRows.ts';
import { type Deed, deed } from './requests.ts';

const REQUESTS = isLong ? 5000 : 150;
/** After so many, a week passes, and the witnesses must have had what is theirs. */
const A_WEEK = isLong ? 1000 : 150;
const EACH = 4;
const broken = Object.values({ ...brokenRows, ...brokenOnSqlite });
/** A word that stands in one member's notebook alone. */
const mark = (member: number) => `Zb${'abcdefghijklmnop'[member]}qx`;

interface Member {
  door: DoorName;
  tester: Tester;
  /** What they saw last, whose buttons they may press. */
  last?: Seen;
  userId?: string;
}

test(
  `${REQUESTS} generated requests through Slack, Discord and the playground: each is answered, with nothing of another's`,
  async () => {
    // A Sunday.
    const clock = movableClock('2026-10-18T12:00[UTC]');
    const doors = await startDoors(clock, { LOG_LEVEL: 'silent' });
    const { people, bot } = doors;
    onTestFinished(() => doors.stop());
    const raw = openBeside(`file:${bot.folder}/backchannel.db`);
    onTestFinished(() => raw.$disconnect());

    const members: Member[] = [];
    for (let index = 0; index < EACH; index += 1)
      for (const door of doorNames) {
        const tester = await people[door](`M${members.length}`);
        await tester.types('log', { who: `Dr. ${mark(members.length)}`, they: 'good', role: 'attending' });
        members.push({ door, tester });
      }
    // The first of each door has rows broken now and then, straight in the database.
    const users = await raw.$queryRawUnsafe<{ userId: string; platform: string }[]>(
      'SELECT "userId", "platform" FROM "Account" ORDER BY "createdAt", "id"',
    );
    const victims = doorNames.flatMap(door => users.find(({ platform }) => platform === door)?.userId ?? []);
    expect(victims).toHaveLength(3);
    const isVictim = (member: number) => member < doorNames.length;

    const witnesses = await Promise.all(doors.watched.map(watched => arrangeWeek(watched)));
    clock.pass({ minutes: 1 });

    const count = { answered: 0, notSent: 0 };
    const generated = fc.sample(
      fc.record({ member: fc.nat(members.length - 1), made: deed, breaks: fc.nat(999) }),
      REQUESTS,
    );
    for (const [index, { member: number, made, breaks }] of generated.entries()) {
      const member = members[number] as Member;
      if (breaks < 20 && isVictim(number)) {
        const sql = broken[breaks % broken.length] ?? '';
        await raw.$executeRawUnsafe(sql.replaceAll("'id'", `'${victims[number]}'`));
      }
      try {
        const seen = await carryOut(member, made);
        if (seen) {
          for (let other = 0; other < members.length; other += 1)
            if (other !== number && seen.text.includes(mark(other)))
              throw new Error(`${JSON.stringify(made)} showed a foreign row`);
          member.last = seen;
        }
        count.answered += 1;
      } catch (error) {
        if (!(error instanceof NotSent)) throw new Error(`${member.door}: ${JSON.stringify(made)}`, { cause: error });
        count.notSent += 1;
      }
      if ((index + 1) % A_WEEK === 0) {
        // On to Sunday evening, when the week's digest, the reminder and the tip have come; then to the next noon.
        const before = witnesses.map(({ sent, tips }) => ({ sent: sent(), tips: tips() }));
        const week = () =>
          witnesses.map(({ door, sent, tips }, which) => ({
            door,
            sent: sent() - (before[which]?.sent ?? 0),
            tips: tips() - (before[which]?.tips ?? 0),
          }));
        clock.pass({ minutes: 331 });
        await waitFor(() => week().every(({ sent }) => sent > 0));
        clock.pass({ minutes: 60 });
        await waitFor(() => week().every(({ sent, tips }) => sent > 1 && tips > 0));
        expect(week()).toEqual(doors.watched.map(({ door }) => ({ door, sent: 2, tips: 1 })));
        clock.pass({ minutes: 7 * 24 * 60 - 391 });
      }
    }
    console.log(`${REQUESTS} requests: ${count.answered} answered, ${count.notSent} that no client sends`);
    expect(count.answered).toBeGreaterThan(REQUESTS / 3);
  },
  isLong ? 3_600_000 : 240_000,
);

/** Until it is so, for at most twenty seconds: what it says then is for the test. */
async function waitFor(probe: () => boolean): Promise<void> {
  for (let left = 400; left > 0 && !probe(); left -= 1) await sleep(50);
}

/** Somebody who only waits for what is theirs, on a Sunday evening: a digest, a reminder of their own, and a tip. */
async function arrangeWeek({ door, tester, organizer, sent, tips }: Watched): Promise<Watched> {
  await tester.types('settings', { zone: 'UTC', remind: 'weekly', day: 'Sunday', hour: '17' });
  await tester.types('log', { who: 'Dr. Witness', they: 'good' });
  // A digest that would say nothing is not sent: this stays open over all the weeks.
  await tester.types('loose-ends', { about: 'Thank the night team' });
  await tester.types('reminders', { what: 'water the plants', when: 'every Sunday at 6:30 pm' });
  await organizer.types('setup', { zone: 'UTC', hour: '18', weekday: door === 'discord' ? '7' : 'Sunday' });
  return { door, tester, organizer, sent, tips };
}

async function carryOut({ tester, last }: Member, made: Deed): Promise<Seen | undefined> {
  switch (made.kind) {
    case 'command':
      return tester.types(made.command, made.options);
    case 'tap': {
      const label = last?.buttons[made.button % Math.max(1, last.buttons.length)];
      if (last?.form) return last.submit({});
      return label === undefined ? undefined : last?.tap(label);
    }
    case 'token':
      return tester.types(made.token);
    case 'complete':
      await tester.completes(made.command, made.option, made.text);
      return undefined;
    case 'words':
      return tester.writes(made.text);
    case 'import':
      return tester.gives({ name: 'file.csv', content: made.file });
  }
}
