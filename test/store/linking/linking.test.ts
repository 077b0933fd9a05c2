import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../src/core/ports/notifier.ts';
import type { Account } from '../../../src/core/ports/users.ts';
import { type OpenStore, openDatabase, openStore } from '../../../src/store/open.ts';
import { DAY, databases, freshStore, KEY, NOW, newcomer, type Scratch, scratch, sharedStore } from '../databases.ts';
import { blankProgram, keeper, samples, shelfOf } from '../entities/items.ts';
import { deliveryTo, dump, tablesWith } from '../raw.ts';

/** Somebody on another platform, who came `minutes` after the first. */
async function elsewhere(store: OpenStore, platform: Platform = 'discord', minutes = 1) {
  const externalId = `D${crypto.randomUUID()}`;
  const where = { externalId: 'G1', name: 'Borealis' };
  const { account, user } = await store.arrive({ platform, scope: '', externalId }, where, NOW.add({ minutes }));
  const fresh = (later = 0) =>
    store.notebook({ account, requestId: crypto.randomUUID(), now: NOW.add({ minutes: later }) });
  return { account, user, fresh };
}

/** The account as it is by now: its user may be another one. */
const now = async (store: OpenStore, { platform, scope, externalId }: Account) => {
  const { account, user } = await store.arrive({ platform, scope, externalId }, null, NOW);
  return { account, user, notebook: store.notebook({ account, requestId: crypto.randomUUID(), now: NOW }) };
};

const linkingOf = (store: OpenStore, account: Account, minutes = 0) => store.linking(account, NOW.add({ minutes }));

/** Joins the second with the first by a code that the first shows. */
async function joinBy(store: OpenStore, first: Account, second: Account): Promise<string> {
  const result = await linkingOf(store, second).redeem(await linkingOf(store, first).issueCode());
  if (!result.linked) throw new Error(result.why);
  return result.linkId ?? '';
}

/** A code that begins as this one and is another. */
const nearly = (code: string) => code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');

describe.each(databases)('a code on $name', ({ create }) => {
  const shared = sharedStore(create);

  test.each(['slack', 'discord', 'playground'] as const)('joins an account on %s with one on Slack', async platform => {
    const store = shared();
    const [one, other] = [await newcomer(store), await elsewhere(store, platform)];
    const code = await linkingOf(store, one.account).issueCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await linkingOf(store, other.account).redeem(code)).toMatchObject({ linked: true });
    expect((await now(store, other.account)).user.id).toBe(one.user.id);
  });

  test('is read in spite of case, blanks, hyphens, and letters that look alike', async () => {
    const store = shared();
    for (let time = 0; time < 8; time++) {
      const [one, other] = [await newcomer(store), await elsewhere(store)];
      const code = await linkingOf(store, one.account).issueCode();
      const typed = code
        .toLowerCase()
        .replaceAll('0', 'o')
        .replace(/1/g, time % 2 ? 'l' : 'I');
      const spaced = ` ${[...typed.replace('-', '')].join(time % 3 ? ' ' : '–')} `;
      expect(await linkingOf(store, other.account).redeem(spaced)).toMatchObject({ linked: true });
    }
  });

  test('is refused where it is wrong, one’s own, or older than fifteen minutes', async () => {
    const store = shared();
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    const code = await linkingOf(store, one.account).issueCode();
    const { redeem } = linkingOf(store, other.account);
    expect(await redeem(nearly(code))).toEqual({ linked: false, why: 'wrong' });
    expect(await redeem('')).toEqual({ linked: false, why: 'wrong' });
    expect(await linkingOf(store, one.account).redeem(code)).toEqual({ linked: false, why: 'own' });
    expect(await linkingOf(store, other.account, 16).redeem(code)).toEqual({ linked: false, why: 'expired' });
    expect(await linkingOf(store, other.account, 15).redeem(code)).toMatchObject({ linked: true });
  });

  test('works once, and an earlier one works no more', async () => {
    const store = shared();
    const [one, other, third] = [await newcomer(store), await elsewhere(store), await elsewhere(store)];
    const earlier = await linkingOf(store, one.account).issueCode();
    const code = await linkingOf(store, one.account).issueCode();
    expect(await linkingOf(store, other.account).redeem(earlier)).toEqual({ linked: false, why: 'wrong' });
    expect(await linkingOf(store, other.account).redeem(code)).toMatchObject({ linked: true });
    expect(await linkingOf(store, third.account).redeem(code)).toEqual({ linked: false, why: 'wrong' });
  });

  test('that has joined says so again to who typed it, and opens nothing once they have parted', async () => {
    const store = shared();
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    const code = await linkingOf(store, one.account).issueCode();
    // As a platform repeats it: known by the user from before, and also by the one from then on.
    const before = linkingOf(store, other.account);
    const first = await before.redeem(code);
    expect(first).toMatchObject({ linked: true });
    expect(await before.redeem(code)).toEqual(first);
    const { account } = await now(store, other.account);
    for (let time = 0; time < 8; time++) expect(await linkingOf(store, account).redeem(code)).toEqual(first);
    if (first.linked) expect(await linkingOf(store, account).unlink(first.linkId ?? '')).toBe(true);
    const parted = (await now(store, other.account)).account;
    expect(await linkingOf(store, parted).redeem(code)).toEqual({ linked: false, why: 'wrong' });
  });

  test('typed twice at once by one account says twice that it joined', async () => {
    const store = shared();
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    const code = await linkingOf(store, one.account).issueCode();
    const twins = await Promise.all([1, 2, 3].map(() => linkingOf(store, other.account).redeem(code)));
    expect(new Set(twins.map(result => JSON.stringify(result))).size).toBe(1);
    expect(twins[0]).toMatchObject({ linked: true });
  });

  test('of two accounts that type it at once, joins one', async () => {
    const store = shared();
    const one = await newcomer(store);
    const others = [await elsewhere(store), await elsewhere(store)];
    const code = await linkingOf(store, one.account).issueCode();
    const results = await Promise.all(others.map(({ account }) => linkingOf(store, account).redeem(code)));
    expect(results.filter(({ linked }) => linked)).toHaveLength(1);
  });
});

describe.each(databases)('tries at codes on $name', ({ create }) => {
  const shared = sharedStore(create);
  const closed = { linked: false, why: 'too-many-tries' };
  const wrong = { linked: false, why: 'wrong' };

  test('F27: five wrong ones end a code, whoever made them', async () => {
    const store = shared();
    const one = await newcomer(store);
    const code = await linkingOf(store, one.account).issueCode();
    for (let tries = 0; tries < 5; tries++) {
      const { account } = await elsewhere(store);
      expect(await linkingOf(store, account).redeem(nearly(code))).toEqual(wrong);
    }
    expect(await linkingOf(store, (await elsewhere(store)).account).redeem(code)).toEqual(closed);
    const anew = await linkingOf(store, one.account).issueCode();
    expect(await linkingOf(store, (await elsewhere(store)).account).redeem(anew)).toMatchObject({ linked: true });
  });

  test('F27: who erases their notebook between them has no more tries than anybody else', async () => {
    const store = shared();
    const one = await newcomer(store);
    const trier = await elsewhere(store);
    const code = await linkingOf(store, one.account).issueCode();
    const begin = async () => (await now(store, trier.account)).account;
    const erase = async () => (await now(store, trier.account)).notebook.eraseAll();
    for (let tries = 0; tries < 5; tries++) {
      expect(await linkingOf(store, await begin()).redeem('ABCDE-FGHJK')).toEqual(wrong);
      await erase();
    }
    // Its own tries are used up, not the code's.
    expect(await linkingOf(store, await begin()).redeem(code)).toEqual(closed);
    await erase();
    expect(await linkingOf(store, await begin(), 15).redeem(code)).toEqual(closed);
    expect(await linkingOf(store, (await elsewhere(store)).account, 15).redeem(code)).toMatchObject({ linked: true });
    const later = await linkingOf(store, one.account, 16).issueCode();
    expect(await linkingOf(store, await begin(), 16).redeem(later)).toMatchObject({ linked: true });
  });

  test('F27: of many at once no more than five are looked at', async () => {
    const store = shared();
    const one = await newcomer(store);
    const code = await linkingOf(store, one.account).issueCode();
    const triers = await Promise.all(Array.from({ length: 12 }, () => elsewhere(store)));
    const results = await Promise.all(triers.map(({ account }) => linkingOf(store, account).redeem(nearly(code))));
    expect(results.filter(result => !result.linked && result.why === 'wrong')).toHaveLength(5);
    expect(results.filter(result => !result.linked && result.why === 'too-many-tries')).toHaveLength(7);
  });

  test('F27: five wrong ones close a take-away code for an hour, and end it not', async () => {
    const store = shared();
    const one = await newcomer(store);
    const code = await linkingOf(store, one.account).issueTakeAway();
    for (let tries = 0; tries < 5; tries++)
      expect(await linkingOf(store, (await elsewhere(store)).account).redeem(nearly(code))).toEqual(wrong);
    const { account } = await elsewhere(store);
    expect(await linkingOf(store, account, 59).redeem(code)).toEqual(closed);
    expect(await linkingOf(store, account, 61).redeem(code)).toMatchObject({ linked: true });
  });
});

describe.each(databases)('the take-away code on $name', ({ create }) => {
  const shared = sharedStore(create);

  test('is long, opens the notebook for another account however it is typed, and goes on working', async () => {
    const store = shared();
    const lost = await keeper(store);
    const code = await linkingOf(store, lost.account).issueTakeAway();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    for (const account of [(await elsewhere(store)).account, (await elsewhere(store, 'slack')).account]) {
      const first = await linkingOf(store, account).redeem(typed);
      expect(first).toMatchObject({ linked: true });
      expect(await linkingOf(store, (await now(store, account)).account).redeem(typed)).toEqual(first);
      expect(await (await now(store, account)).notebook.people.all()).toMatchObject([{ name: 'Kim' }]);
    }
  });

  test('is replaced by a new one, and refused where it is wrong or one’s own', async () => {
    const store = shared();
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    const earlier = await linkingOf(store, one.account).issueTakeAway();
    const code = await linkingOf(store, one.account).issueTakeAway();
    expect(await linkingOf(store, other.account).redeem(earlier)).toEqual({ linked: false, why: 'wrong' });
    expect(await linkingOf(store, one.account).redeem(code)).toEqual({ linked: false, why: 'own' });
    expect(await linkingOf(store, other.account).redeem(code.slice(0, 11))).toEqual({ linked: false, why: 'wrong' });
  });

  test('that a joined account made opens nothing of the other’s once they have parted', async () => {
    const store = shared();
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    const linkId = await joinBy(store, one.account, other.account);
    const guest = (await now(store, other.account)).account;
    const code = await linkingOf(store, guest).issueTakeAway();
    expect(await linkingOf(store, one.account).unlink(linkId)).toBe(true);
    const third = (await elsewhere(store)).account;
    expect(await linkingOf(store, third).redeem(code)).toEqual({ linked: false, why: 'wrong' });
  });
});

describe.each(databases)('what accounts are told on $name', ({ create }) => {
  /** What is to be sent to an account in its lane, by kind. */
  const toldTo = async (store: OpenStore, account: Account, lane: string) => {
    const claimed = await store.ledger.lease(lane, NOW.add({ minutes: 5 }), 50);
    return claimed.flatMap(({ kind, recipient }) =>
      recipient?.kind === 'person' && recipient.account.id === account.id ? [kind] : [],
    );
  };

  test('F27: who showed a code hears of wrong tries, once, and of the joining; who joined hears nothing', async () => {
    const store = await freshStore(create);
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    const code = await linkingOf(store, one.account).issueCode();
    await linkingOf(store, other.account).redeem('ABCDE-FGHJK');
    expect(await toldTo(store, one.account, 'slack:T1')).toEqual([]);
    for (let tries = 0; tries < 2; tries++) await linkingOf(store, other.account).redeem(nearly(code));
    expect(await toldTo(store, one.account, 'slack:T1')).toEqual(['wrong-code']);
    await linkingOf(store, other.account).redeem(code);
    await linkingOf(store, other.account).redeem(code);
    expect(await toldTo(store, one.account, 'slack:T1')).toEqual(['joined']);
    expect(await toldTo(store, other.account, 'discord')).toEqual([]);
  });

  test('F27: whoever was there first, and by a take-away code too; it is no message to the other account', async () => {
    const store = await freshStore(create);
    const late = await elsewhere(store, 'discord', 5);
    const early = await newcomer(store);
    const code = await linkingOf(store, late.account).issueTakeAway();
    const result = await linkingOf(store, early.account).redeem(code);
    expect(result).toMatchObject({ linked: true });
    // Also where they part before it is sent.
    if (result.linked) await linkingOf(store, early.account).unlink(result.linkId ?? '');
    expect(await toldTo(store, late.account, 'discord')).toEqual(['joined']);
    expect(await toldTo(store, early.account, 'slack:T1')).toEqual([]);
  });

  test('F27: where direct messages are closed it waits for that account, and no other takes it', async () => {
    const store = await freshStore(create);
    const [one, other] = [await newcomer(store), await elsewhere(store)];
    await joinBy(store, one.account, other.account);
    const [notice] = await store.ledger.lease('slack:T1', NOW.add({ minutes: 5 }), 50);
    const closedTo = { status: 'undelivered', reason: 'dms-closed', detail: '' } as const;
    await store.ledger.recordOutcomes([{ id: notice?.id ?? '', outcome: closedTo }]);
    const { user } = await now(store, one.account);
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, other.account.id)).toEqual([]);
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, one.account.id)).toMatchObject([{ kind: 'joined' }]);
    expect(await store.ledger.takeUnseenFailures(user.id, NOW, one.account.id)).toEqual([]);
  });
});

describe.each(databases)('two notebooks that are joined on $name', ({ create }) => {
  const shared = sharedStore(create);

  /** Two people with a Kim and a Baylor each, and what only one of them has. */
  async function arrange() {
    const store = shared();
    const older = await keeper(store);
    const younger = await elsewhere(store);
    await older.fresh().changeProfile({ stage: 'm3', zone: 'Asia/Tokyo' });
    await older.fresh(1).logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    await older.fresh().defenders.add(samples.defenders(older.ids).item);
    await older.fresh().answer({ paper: 'weak' });

    await younger.fresh().changeProfile({ stage: 'm4', remind: 'weekly' });
    await younger.fresh().answer({ paper: 'solid' });
    const kim = {
      name: 'Dr. KIM',
      role: 'dean',
      place: 'Rush',
      trainedAt: [],
      knownAt: ['Emory'],
      letter: false,
      letterAskedOn: null,
    };
    const { id: contactId } = (await shelfOf(younger.fresh(), 'people').add(kim)).value;
    const { id: programId } = (
      await younger.fresh().programs.add({ ...blankProgram, name: 'BAYLOR', market: 'inside' })
    ).value;
    const ids = { contactId, programId };
    await younger.fresh(2).logInteraction({ who: 'Kim', stance: 'warn', sentence: 'Late.', day: DAY });
    await younger.fresh(3).logInteraction({ who: 'Lee', role: 'nurse', stance: 'good', day: DAY });
    for (const name of ['interviews', 'invitations', 'offers', 'clues'] as const)
      await shelfOf(younger.fresh(), name).add(samples[name](ids).item);
    await younger.fresh().looseEnds.add(samples.looseEnds(ids).item);
    await younger.fresh().defenders.add(samples.defenders(ids).item);
    await younger.fresh().reminders.add(samples.reminders(ids).item);
    await younger.fresh().audit.add(samples.audit(ids).item);
    await younger.fresh().recordCheck({ programId, checked: { bucket: null, rules: [], fingerprint: 'f' } });
    return { store, older, younger, ids };
  }
  const join = ({ store, older, younger }: Awaited<ReturnType<typeof arrange>>) =>
    joinBy(store, older.account, younger.account);

  test('are one, seen by both accounts: the older user’s settings, one Kim, one Baylor, all that hung on either', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    await join(arranged);
    const [one, other] = [await now(store, older.account), await now(store, younger.account)];
    expect(other.user).toStrictEqual(one.user);
    expect(one.user).toMatchObject({ id: older.user.id, stage: 'm3', zone: 'Asia/Tokyo', remind: 'nothing' });
    expect(await other.notebook.exportAll()).toStrictEqual(await one.notebook.exportAll());
    const { notebook } = one;
    expect(await notebook.people.all()).toMatchObject([
      {
        id: older.ids.contactId,
        name: 'Kim',
        role: 'chief',
        place: 'Rush',
        trainedAt: [],
        knownAt: ['Emory'],
        letter: false,
        letterAskedOn: null,
      },
      { name: 'Lee' },
    ]);
    expect(await notebook.programs.all()).toMatchObject([
      { id: older.ids.programId, name: 'Baylor', market: 'inside' },
    ]);
    const who = (await notebook.history({ limit: 9 })).map(({ contact, stance }) => `${contact.name}: ${stance}`);
    expect(who).toEqual(['Lee: good', 'Kim: warn', 'Kim: good']);
    expect(await notebook.looseEnds.all()).toMatchObject([{ contactId: older.ids.contactId }]);
    expect(await notebook.defenders.all()).toHaveLength(1);
    expect(await notebook.answers()).toEqual({ paper: 'weak' });
    for (const shelf of [notebook.interviews, notebook.invitations, notebook.offers, notebook.clues])
      expect(await shelf.all()).toMatchObject([{ programId: older.ids.programId }]);
    expect(await notebook.checks(older.ids.programId, 9)).toHaveLength(1);
    expect(await notebook.reminders.all()).toHaveLength(1);
    expect((await notebook.logInteraction({ who: 'lee', stance: 'good', day: DAY })).value.newContact).toBe(false);
  });

  test('come apart as they were', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    const look = async (account: Account) => {
      const { user, notebook } = await now(store, account);
      return { user, all: await notebook.exportAll(), entries: await notebook.history({ limit: 9 }) };
    };
    const before = [await look(older.account), await look(younger.account)];
    const linkId = await join(arranged);
    expect(await linkingOf(store, older.account).unlink(linkId)).toBe(true);
    expect([await look(older.account), await look(younger.account)]).toStrictEqual(before);
    const again = await now(store, younger.account);
    expect((await again.notebook.logInteraction({ who: 'LEE', stance: 'good', day: DAY })).value.newContact).toBe(
      false,
    );
    expect(await linkingOf(store, older.account).unlink(linkId)).toBe(false);
  });

  test('come apart at the word of either account, and nobody else’s', async () => {
    const arranged = await arrange();
    const { store, younger } = arranged;
    const linkId = await join(arranged);
    const stranger = await newcomer(store);
    expect(await linkingOf(store, stranger.account).unlink(linkId)).toBe(false);
    const { account } = await now(store, younger.account);
    expect(await linkingOf(store, account).unlink(linkId)).toBe(true);
    expect((await now(store, younger.account)).user.id).toBe(younger.user.id);
  });

  test('leave what was written since with the older user, and whom rows of both hang on with both', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    const linkId = await join(arranged);
    const { account } = await now(store, younger.account);
    const together = (minutes: number) =>
      store.notebook({ account, requestId: crypto.randomUUID(), now: NOW.add({ minutes }) });
    await together(5).logInteraction({ who: 'Lee', stance: 'warn', day: DAY });
    await together(6).logInteraction({ who: 'Kim', stance: 'little', day: DAY });
    const lee = (await together(7).people.all()).find(({ name }) => name === 'Lee');
    await together(7).people.change(lee?.id ?? '', { place: 'Duke' });
    const [interview] = await together(7).interviews.all();
    await together(7).interviews.change(interview?.id ?? '', { followUpSentOn: DAY });
    await together(8).programs.change(older.ids.programId, { market: 'outside' });

    expect(await linkingOf(store, account).unlink(linkId)).toBe(true);
    const said = async (who: Account) =>
      (await (await now(store, who)).notebook.history({ limit: 9 })).map(
        ({ contact, stance }) => `${contact.name} at ${contact.place}: ${stance}`,
      );
    expect(await said(older.account)).toEqual(['Kim at null: little', 'Lee at Duke: warn', 'Kim at null: good']);
    expect(await said(younger.account)).toEqual(['Lee at Duke: good', 'Dr. KIM at Rush: warn']);
    const [first, second] = [await now(store, older.account), await now(store, younger.account)];
    expect(await first.notebook.interviews.all()).toEqual([]);
    expect(await second.notebook.interviews.all()).toMatchObject([{ followUpSentOn: DAY }]);
    expect(await first.notebook.programs.all()).toMatchObject([{ name: 'Baylor', market: 'outside' }]);
    expect(await second.notebook.programs.all()).toMatchObject([{ name: 'BAYLOR', market: 'inside' }]);
  });

  test('give rows back whose person was merged away or removed since', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    const linkId = await join(arranged);
    const { notebook } = await now(store, older.account);
    const lee = (await notebook.people.all()).find(({ name }) => name === 'Lee');
    await notebook.mergePeople(lee?.id ?? '', older.ids.contactId);
    await notebook.programs.remove(older.ids.programId);
    expect(await linkingOf(store, older.account).unlink(linkId)).toBe(true);
    const apart = (await now(store, younger.account)).notebook;
    const names = (await apart.history({ limit: 9 })).map(({ contact }) => contact.name);
    expect(names).toEqual(['Dr. KIM', 'Dr. KIM']);
    expect(await apart.interviews.all()).toEqual([]);
    expect((await (await now(store, older.account)).notebook.history({ limit: 9 })).length).toBe(1);
  });

  test('of three accounts come apart in any order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const arranged = await arrange();
      const { store, older, younger } = arranged;
      const third = await elsewhere(store, 'playground', 2);
      await third.fresh().people.add({
        name: 'Moe',
        role: 'nurse',
        place: null,
        trainedAt: [],
        knownAt: [],
        letter: false,
        letterAskedOn: null,
      });
      const links = [await joinBy(store, younger.account, third.account)];
      links.push(await join(arranged));
      expect((await (await now(store, third.account)).notebook.people.all()).map(({ name }) => name)).toEqual([
        'Kim',
        'Lee',
        'Moe',
      ]);
      for (const index of order) {
        const holder = index === 0 ? third.account : older.account;
        expect(await linkingOf(store, (await now(store, holder)).account).unlink(links[index] ?? '')).toBe(true);
      }
      const names = [older, younger, third].map(async ({ account }) =>
        (await (await now(store, account)).notebook.people.all()).map(({ name }) => name),
      );
      expect(await Promise.all(names)).toEqual([['Kim'], ['Dr. KIM', 'Lee'], ['Moe']]);
    }
  });

  test('tell each account of the others, with the joining between them', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    expect(await linkingOf(store, older.account).linkedAccounts()).toEqual([]);
    const linkId = await join(arranged);
    const { account } = await now(store, younger.account);
    expect(await linkingOf(store, older.account).linkedAccounts()).toEqual([{ account, linkId }]);
    expect(await linkingOf(store, account).linkedAccounts()).toEqual([{ account: older.account, linkId }]);
  });

  test('are erased as one', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    await join(arranged);
    await (await now(store, younger.account)).notebook.eraseAll();
    for (const { account, user } of [older, younger]) {
      const begun = await now(store, account);
      expect([older.user.id, younger.user.id]).not.toContain(begun.user.id);
      expect(user.id).not.toBe(begun.user.id);
      expect(await begun.notebook.people.all()).toEqual([]);
    }
  });

  test('take no undo of the younger user’s from before along, and keep the older one’s', async () => {
    const arranged = await arrange();
    const { store, older, younger } = arranged;
    const kept = await older.fresh().reminders.add(samples.reminders(older.ids).item);
    const lost = await younger.fresh().reminders.add({ ...samples.reminders(older.ids).item, text: 'Other' });
    await join(arranged);
    const { notebook } = await now(store, younger.account);
    expect(await notebook.undo(lost.undoId)).toEqual({ undone: false, why: 'unknown' });
    expect(await notebook.undo(kept.undoId)).toMatchObject({ undone: true });
  });
});

describe.each(databases)('what is to be sent to two who are joined on $name', ({ create }) => {
  /** Runs with a store on a file, then looks into the file. */
  const using = async <Result>(url: string, use: (store: OpenStore) => Promise<Result>): Promise<Result> => {
    const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };
  const arrange = async (createScratch: () => Promise<Scratch>) => {
    const { url } = await scratch(createScratch);
    const people = await using(url, async store => ({ older: await newcomer(store), younger: await elsewhere(store) }));
    const { older, younger } = people;
    const { client, close } = await openDatabase(url);
    await client.delivery.createMany({
      data: [
        deliveryTo(older, '11-22'),
        { ...deliveryTo(younger, '11-22'), status: 'sent' },
        deliveryTo(older, '11-29'),
        deliveryTo(younger, '11-29'),
        deliveryTo(younger, '12-06'),
      ],
    });
    await close();
    return { url, ...people };
  };
  const deliveriesOf = async (url: string, userId: string) => {
    const { client, close } = await openDatabase(url);
    const rows = await client.delivery.findMany({ where: { userId, recipientKey: `user:${userId}`, kind: 'digest' } });
    await close();
    return rows.map(({ occurrence, status }) => `${occurrence} ${status}`).sort();
  };

  test('follows, the same for one day once, and parts again', async () => {
    const { url, older, younger } = await arrange(create);
    const linkId = await using(url, store => joinBy(store, older.account, younger.account));
    expect(await deliveriesOf(url, older.user.id)).toEqual(['11-22 sent', '11-29 due', '12-06 due']);
    expect(tablesWith(await dump(url), younger.user.id).filter(table => table !== 'Link')).toEqual([]);
    expect(await using(url, store => linkingOf(store, older.account).unlink(linkId))).toBe(true);
    expect(await deliveriesOf(url, younger.user.id)).toEqual(['11-22 sent', '12-06 due']);
    expect(await deliveriesOf(url, older.user.id)).toEqual(['11-29 due']);
  });

  test('codes are kept as digests, and swept away when they are over', async () => {
    const { url, older } = await arrange(create);
    const [code, long] = await using(url, async store => [
      await linkingOf(store, older.account).issueCode(),
      await linkingOf(store, older.account).issueTakeAway(),
    ]);
    const rows = await dump(url);
    expect(rows.LinkCode).toHaveLength(1);
    for (const text of [code, long, long.replaceAll('-', '')])
      expect(tablesWith({ ...rows, User: [] }, `"${text}"`)).toEqual([]);
    await using(url, store => store.sweep(NOW.add({ minutes: 16 })));
    const { LinkCode, TakeAway } = await dump(url);
    expect([LinkCode?.length, TakeAway?.length]).toEqual([0, 1]);
  });
});
