import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/ports/errors.ts';
import type { Checked } from '../../../src/domain/bucket/change.ts';
import { DAY, databases, NOW, newcomer, sharedStore } from '../databases.ts';

describe.each(databases)('a notebook on $name', ({ create }) => {
  const store = sharedStore(create);

  test('an interaction with somebody new makes them known', async () => {
    const { fresh } = await newcomer(store());
    const { value, repeated } = await fresh().logInteraction({
      who: ' Dr. Anita Patel ',
      role: 'chief',
      stance: 'warn',
      worry: 'reliability',
      sentence: 'Late twice.',
      place: 'Baylor',
      day: DAY,
    });
    expect(repeated).toBe(false);
    expect(value.newContact).toBe(true);
    expect(value.contact).toMatchObject({ name: 'Dr. Anita Patel', role: 'chief', place: 'Baylor' });
    const [item] = await fresh().history({ limit: 10 });
    expect(item).toStrictEqual({ ...value.entry, contact: value.contact });
    expect(item?.day.equals(DAY)).toBe(true);
    expect(item?.loggedAt.equals(NOW)).toBe(true);
  });

  test('somebody met before is known again however their name is typed', async () => {
    const { fresh } = await newcomer(store());
    const log = async (who: string) => (await fresh().logInteraction({ who, stance: 'good', day: DAY })).value;
    const { contact } = await log('Dr. Anita Patel');
    for (const who of ['anita   patel', 'Prof. Ánita Patel', 'ANITA PATEL'])
      expect(await log(who)).toMatchObject({ newContact: false, contact });
    expect((await log('Patel')).newContact).toBe(true);
  });

  test('what is new of somebody known is added, and what is known stays', async () => {
    const { fresh } = await newcomer(store());
    await fresh().logInteraction({ who: 'Kim', stance: 'good', place: 'Baylor', day: DAY });
    await fresh().logInteraction({ who: 'Kim', role: 'nurse', stance: 'good', place: 'Emory', day: DAY });
    expect(await fresh().people.all()).toMatchObject([{ name: 'Kim', role: 'nurse', place: 'Baylor' }]);
  });

  test('text is kept with its emoji and without NUL', async () => {
    const { fresh } = await newcomer(store());
    const { value } = await fresh().logInteraction({ who: '🦉', stance: 'good', sentence: 'a\0b 👩‍⚕️', day: DAY });
    expect(value.contact.name).toBe('🦉');
    expect(value.entry.sentence).toBe('ab 👩‍⚕️');
    expect(await fresh().undo('\0')).toEqual({ undone: false, why: 'unknown' });
  });

  test('history comes newest first, by pages that neither repeat nor skip', async () => {
    const { fresh } = await newcomer(store());
    for (const [minutes, days] of [
      [0, 3],
      [1, 1],
      [2, 2],
      [2, 2],
      [3, 1],
    ] as const)
      await fresh(minutes).logInteraction({ who: 'Kim', stance: 'good', day: DAY.subtract({ days }) });
    const all = await fresh().history({ limit: 10 });
    expect(all.map(({ day }) => DAY.since(day).days)).toEqual([1, 1, 2, 2, 3]);
    expect(Temporal.Instant.compare(all[0]?.loggedAt ?? NOW, all[1]?.loggedAt ?? NOW)).toBe(1);
    const pages = [];
    for (let before: string | undefined; ; ) {
      const page = await fresh().history({ limit: 2, before });
      if (page.length === 0) break;
      pages.push(...page);
      before = page.at(-1)?.id;
    }
    expect(pages).toStrictEqual(all);
  });

  test('entries are counted, all or since a moment', async () => {
    const { fresh } = await newcomer(store());
    await fresh(0).logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    await fresh(30).logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    expect(await fresh().countEntries()).toBe(2);
    expect(await fresh().countEntries(NOW.add({ minutes: 30 }))).toBe(1);
  });

  test('the same request writes once, however often and whatever it says the second time', async () => {
    const { request, fresh } = await newcomer(store());
    const first = await request('r1').logInteraction({ who: 'Kim', stance: 'good', sentence: 'Kind.', day: DAY });
    const again = await request('r1').logInteraction({ who: 'Dr. Kim', stance: 'warn', day: DAY });
    expect(again).toStrictEqual({ ...first, repeated: true });
    expect(await fresh().countEntries()).toBe(1);
  });

  test('one request logs several people, each once', async () => {
    const { request, fresh } = await newcomer(store());
    for (const who of ['Kim', 'Lee', 'Kim', 'Lee'])
      await request('r1').logInteraction({ who, stance: 'good', day: DAY });
    expect(await fresh().countEntries()).toBe(2);
  });

  test('two of one request at once write once', async () => {
    const { request, fresh } = await newcomer(store());
    const entry = { who: 'Kim', stance: 'good', day: DAY } as const;
    const twins = await Promise.all([1, 2, 3].map(() => request('r1').logInteraction(entry)));
    expect(new Set(twins.map(({ value }) => value.entry.id)).size).toBe(1);
    expect(twins.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await fresh().countEntries()).toBe(1);
  });

  test('the same request id of somebody else is another request', async () => {
    const [one, other] = [await newcomer(store()), await newcomer(store())];
    await one.request('r1').logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    const theirs = await other.request('r1').logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    expect(theirs).toMatchObject({ repeated: false, value: { newContact: true } });
  });

  test('a write that fails leaves nothing behind, and its request may come again', async () => {
    const { request, fresh } = await newcomer(store());
    const { value } = await fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    await expect(request('r1').removeEntry('nothing')).rejects.toBeInstanceOf(UserError);
    await expect(request('r1').nameRole('nothing', 'nurse')).rejects.toBeInstanceOf(UserError);
    expect(await request('r1').nameRole(value.contact.id, 'nurse')).toMatchObject({ repeated: false });
  });

  test('a role is named later', async () => {
    const { fresh } = await newcomer(store());
    const { value } = await fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    expect(value.contact.role).toBe('other');
    expect((await fresh().nameRole(value.contact.id, 'dean')).value.role).toBe('dean');
    expect(await fresh().people.all()).toMatchObject([{ name: 'Kim', role: 'dean' }]);
  });

  test('people come by name', async () => {
    const { fresh } = await newcomer(store());
    for (const who of ['zoe', 'Ángel', 'Bo']) await fresh().logInteraction({ who, stance: 'good', day: DAY });
    expect((await fresh().people.all()).map(({ name }) => name)).toEqual(['Ángel', 'Bo', 'zoe']);
  });

  test('an entry is removed and its person stays', async () => {
    const { fresh } = await newcomer(store());
    const { value } = await fresh().logInteraction({ who: 'Kim', stance: 'good', sentence: 'Kind.', day: DAY });
    expect((await fresh().removeEntry(value.entry.id)).value).toStrictEqual({ ...value.entry, contact: value.contact });
    expect(await fresh().history({ limit: 10 })).toEqual([]);
    expect(await fresh().people.all()).toHaveLength(1);
  });

  test('answers are added to those given before', async () => {
    const { fresh } = await newcomer(store());
    expect(await fresh().answers()).toEqual({});
    await fresh().answer({ paper: 'borderline' });
    expect((await fresh().answer({ incidents: 'none' })).value).toEqual({ paper: 'borderline', incidents: 'none' });
    expect(await fresh().answers()).toEqual({ paper: 'borderline', incidents: 'none' });
  });

  test('a program is found again by its name, and told more of', async () => {
    const { fresh } = await newcomer(store());
    const { value } = await fresh().nameProgram('Baylor IM', { market: 'outside' });
    await fresh().nameProgram('baylor  im', { school: 'known' });
    expect(await fresh().programs.all()).toEqual([{ ...value, market: 'outside', school: 'known' }]);
  });

  test('checks are kept by program, newest first', async () => {
    const { fresh } = await newcomer(store());
    const { value: program } = await fresh().nameProgram('Baylor', {});
    const checked = (fingerprint: string): Checked => ({ bucket: 'rank-only', rules: ['R4'], fingerprint });
    const first = await fresh(0).recordCheck({ programId: null, checked: checked('a') });
    const second = await fresh(1).recordCheck({ programId: null, checked: checked('b') });
    const other = await fresh(2).recordCheck({ programId: program.id, checked: checked('c') });
    expect(await fresh().checks(null, 5)).toStrictEqual([second, first]);
    expect(await fresh().checks(null, 1)).toStrictEqual([second]);
    expect(await fresh().checks(program.id, 5)).toStrictEqual([other]);
    expect(second.checked).toEqual(checked('b'));
  });

  test('a check is recorded once a request', async () => {
    const { request } = await newcomer(store());
    const check = { programId: null, checked: { bucket: null, rules: [], fingerprint: '' } };
    expect(await request('r1').recordCheck(check)).toStrictEqual(await request('r1').recordCheck(check));
    expect(await request('r2').checks(null, 5)).toHaveLength(1);
  });

  test('a kept call is its owner’s, until its hours are over', async () => {
    const [one, other] = [await newcomer(store()), await newcomer(store())];
    const call = { command: 'log', options: { who: 'Kim', sentence: 'x'.repeat(500) }, form: true };
    const id = await one.fresh().keepPendingCall(call);
    const brief = await one.fresh().keepPendingCall({ ...call, form: false }, 1);
    expect(id).toHaveLength(22);
    expect(await one.fresh(23 * 60).pendingCall(id)).toEqual(call);
    expect(await one.fresh(60).pendingCall(brief)).toBeUndefined();
    expect(await one.fresh(24 * 60).pendingCall(id)).toBeUndefined();
    expect(await other.fresh().pendingCall(id)).toBeUndefined();
    expect(await one.fresh().pendingCall('nothing')).toBeUndefined();
  });

  test('what has expired is swept away, and nothing else', async () => {
    const { fresh } = await newcomer(store());
    const { undoId } = await fresh().changeProfile({ stage: 'm4' });
    const id = await fresh().keepPendingCall({ command: 'log', options: {} }, 48);
    const brief = await fresh().keepPendingCall({ command: 'log', options: { who: 'Lou' } }, 1);
    await store().sweep(NOW.add({ hours: 2 }));
    expect(await fresh().pendingCall(brief)).toBeUndefined();
    expect(await fresh().pendingCall(id)).toBeDefined();
    expect(await fresh().undo(undoId)).toEqual({ undone: false, why: 'unknown' });
  });
});
