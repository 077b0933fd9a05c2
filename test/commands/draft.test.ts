import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { screens } from '../../src/commands/around/index.ts';
import { commands } from '../../src/commands/index.ts';
import { withoutBold } from '../../src/core/cards/bold.ts';
import { type Card, isLink } from '../../src/core/cards/card.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import { type Call, call, chosen } from '../../src/core/commands/call.ts';
import { type Core, createCore } from '../../src/core/commands/dispatch.ts';
import type { ApplicantType, Market } from '../../src/domain/vocabulary.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { content } from '../support/content.ts';
import { openDoor } from '../support/openDoor.ts';

const now = Temporal.Instant.from('2026-11-04T15:00:00Z');
let folder: string;
let store: OpenStore;
let core: Core;
const failures: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draft-'));
  store = await openStore({ databaseUrl: `file:${join(folder, 'test.db')}`, encryptionKey: Buffer.alloc(32, 7) });
  core = createCore({
    store,
    content,
    commands,
    screens,
    now: () => now,
    report: error => failures.push(error),
  });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
  expect(failures).toEqual([]);
});

/** Each test is somebody else's notebook. */
let person = 0;
let request = 0;
beforeEach(() => {
  person += 1;
});
const who = () => ({ platform: 'playground', scope: '', externalId: `person-${person}` }) as const;

async function ask(wanted: Call): Promise<Card> {
  const made = { call: wanted, via: 'command', requestId: `r${request++}`, who: who(), where: null } as const;
  return (await core.answer({ ...made, mayOrganize: false }, openDoor)).card;
}
const draft = (options: Record<string, string>) => ask(call('draft', options));

/** Somebody whose type is known, with a program that fills its places so. */
async function settle(type: ApplicantType | undefined, market: Market | undefined) {
  await ask(call('settings', { next: 'done', ...(type && { type }) }));
  if (market) await ask(call('bucket', { program: 'Lakeside IM', market, add: 'yes' }));
}

const texts = ({ blocks }: Card): string[] => blocks.flatMap(block => (block.type === 'text' ? [block.text] : []));
/** The message to copy. */
const message = ({ blocks }: Card): string =>
  blocks.flatMap(block => (block.type === 'copy' ? [block.text] : [])).join();
const callsOf = ({ blocks }: Card): [string, Call][] =>
  blocks.flatMap(block => {
    if (block.type === 'select') return [[block.placeholder, block.call] as [string, Call]];
    if (block.type !== 'buttons') return [];
    return block.buttons.flatMap(button => (isLink(button) ? [] : [[button.label, button.call] as [string, Call]]));
  });
const callOf = (card: Card, label: string): Call => {
  const found = callsOf(card).find(([one]) => one === label)?.[1];
  if (!found) throw new Error(`no ${label} in: ${plainText(card)}`);
  return found;
};

const followUp = { kind: 'follow-up', to: 'Dr. Rivera', program: 'Lakeside IM', detail: 'how the seniors teach' };

test('without options the first kinds have a button, and the others are in the menu', async () => {
  await settle('img', undefined);
  const card = await draft({});
  const inMenu = card.blocks.flatMap(block => (block.type === 'select' ? block.choices.map(({ value }) => value) : []));
  const kinds = [...callsOf(card).flatMap(([, { options }]) => options.kind ?? []), ...inMenu];
  expect(kinds).toEqual([
    'follow-up',
    'defender-update',
    'faculty-ask',
    'apology',
    'thank-you',
    'decline',
    'withdrawal',
    'move',
    'cancel-interview',
    'cancel-social',
    'cancel-visit',
    'decline-offer',
    'offer-question',
    'check',
  ]);
  for (const kind of kinds) expect((await draft({ kind })).title).not.toBe('That did not work');
});

test('a kind of which nothing is known shows its blanks, what each asks, and opens the form', async () => {
  await settle('img', undefined);
  const card = await draft({ kind: 'apology' });
  expect(message(card)).toContain('Dear [whom it is to],');
  expect(plainText(card)).toContain('What you did. A whole sentence, no patient in it');
  expect(plainText(card)).not.toContain('reads like a blank');
  const form = core.form(callOf(card, 'Fill it in'));
  expect(form?.fields.map(({ name }) => name)).toEqual(['to', 'program', 'specialty', 'detail', 'change']);
  expect(form?.rest.options).toEqual({ kind: 'apology' });
});

test('a filled draft is bare text with nothing to mend, and says when to send it', async () => {
  await settle('us-md', undefined);
  const card = await draft({
    kind: 'apology',
    to: 'Ana',
    detail: 'I was short with you at sign-out.',
    change: 'when I feel rushed, I take a breath',
  });
  expect(message(card)).toBe(
    'Dear Ana,\n\nI want to apologize. I was short with you at sign-out. It made your work harder, and I’m sorry.\n\nWhen I feel rushed, I take a breath. I wanted you to hear this from me, and no reply is needed.'.replace(
      '’',
      "'",
    ),
  );
  expect(card.answer).toContain('not to ask for forgiveness');
  expect(card.blocks.filter(({ type }) => type === 'list')).toEqual([]);
  expect(core.form(callOf(card, 'Change it'))?.values).toMatchObject({ to: 'Ana' });
});

test('what the notebook knows is filled in, and the people in it can be tapped', async () => {
  await settle('img', undefined);
  await ask(call('log', { who: 'Dr. Patel', they: 'at-once', role: 'attending', where: 'Mercy' }));
  const card = await draft({ kind: 'defender-update', specialty: 'family medicine', detail: 'your potassium rule' });
  const people = card.blocks.find(block => block.type === 'select' && block.placeholder === 'Whom is it to?');
  const patel = people?.type === 'select' && people.choices.find(({ label }) => label === 'Dr. Patel');
  const picked = await ask(chosen(callOf(card, 'Whom is it to?'), patel ? patel.value : undefined));
  expect(message(picked)).toContain('Dear Dr. Patel,');
  expect(message(picked)).toContain('my weeks with you at Mercy');
  expect(message(picked)).not.toContain('My next interview');
  expect(message(await draft({ kind: 'defender-update', to: 'dr patel' }))).toContain('Dear Dr. Patel,');
});

test('the early-offer line is offered outside the Match to somebody who may accept, and put in on their tap', async () => {
  await settle('img', 'outside');
  const plain = await draft(followUp);
  expect(message(plain)).not.toContain('early offer');
  const withLine = await ask(callOf(plain, 'With the early-offer line'));
  expect(message(withLine)).toContain('Should you make early offers this season, I would seriously consider one');
  expect(withLine.blocks.filter(({ type }) => type === 'list')).toEqual([]);
  expect(message(await ask(callOf(withLine, 'Without the early-offer line')))).toBe(message(plain));
});

test.for([
  ['img', 'inside', 'a program in the Match fills its positions there'],
  ['us-do', 'outside', 'as a US senior you go through a match'],
  ['graduate', 'unknown', 'known to fill its positions outside the Match'],
  ['img', undefined, 'known to fill its positions outside the Match'],
  [undefined, 'outside', 'your applicant type, which is not known yet'],
] as const)('the early-offer line is left out for %s and %s, whatever is asked for', async ([type, market, reason]) => {
  await settle(type, market);
  const card = await draft({ ...followUp, early: 'yes' });
  expect(message(card)).not.toContain('early offer');
  expect(texts(card).join()).toContain('The early-offer line is left out: ');
  expect(texts(card).join()).toContain(reason);
  expect(callsOf(card).map(([label]) => label)).not.toContain('With the early-offer line');
});

test('a program that wants no notes is said to want none', async () => {
  await settle('img', 'inside');
  const { account } = await store.arrive(who(), null, now);
  await store.notebook({ account, requestId: 'notes', now }).nameProgram('Lakeside IM', { thankYou: 'not-welcome' });
  expect(plainText(await draft(followUp))).toContain('Lakeside IM wants no notes after interviews');
  expect(plainText(await draft({ ...followUp, kind: 'withdrawal' }))).not.toContain('wants no notes');
});

test('a text of one’s own is checked, with the words that may be mended', async () => {
  await settle('img', undefined);
  const text = 'Dear Dr. Bell, I beg you to reply as soon as possible.';
  const card = await draft({ kind: 'check', text });
  expect(card.answer).toBe('Two places to look at in 12 words.');
  expect(plainText(card)).toContain('Sounds pressing: “I beg you”');
  expect(core.form(callOf(card, 'Change and check again'))?.values).toEqual({ text });
  expect((await draft({ kind: 'check', text: 'Dear Dr. Bell, thank you for Monday.' })).title).toBe('Reads well');
});

test('of many findings the gravest come first, and the rest is counted', async () => {
  await settle('img', undefined);
  const text =
    'Dear Dr. [Name], I beg you!! Will you rank me to match? You are my backup plan. Where do I stand on your list? Please say that I am calm. Mercy is a terrible place, says MRN 1234567. I want an early offer.';
  const list = (await draft({ kind: 'check', text })).blocks.find(({ type }) => type === 'list');
  const items = list?.type === 'list' ? list.items : [];
  expect(items.map(item => withoutBold(item).split(':')[0])).toEqual([
    'May point to a patient',
    'Still to fill in',
    'The early-offer line',
    'Rank lists and promises',
    'What is theirs to keep',
    'Words put in their mouth',
    'And four kinds more, once these are mended.',
  ]);
});

test('to check a text is to paste it in a form of its own', async () => {
  await settle('img', undefined);
  const paste = callOf(await draft({ kind: 'check' }), 'Paste it');
  expect(core.form(paste)?.fields.map(({ name }) => name)).toEqual(['text', 'program']);
  const checked = await ask({ command: paste.command, options: { text: 'Please rank me to match.' } });
  expect(plainText(checked)).toContain('“rank me to match”');
});

test('one’s own text to a program is checked by what is known of that program', async () => {
  await settle('img', 'outside');
  const text = 'I would seriously consider an early offer.';
  expect((await draft({ kind: 'check', text, program: 'lakeside im' })).title).toBe('Reads well');
  expect(plainText(await draft({ kind: 'check', text }))).toContain(
    'The early-offer line: “would seriously consider an early offer”',
  );
});

test('a text that is too long to read is refused with its length, and kept', async () => {
  await settle('img', undefined);
  const card = await draft({ kind: 'check', text: 'x'.repeat(3001) });
  expect(card.answer).toContain('at most 3,000 characters; yours has 3,001');
});

test('what may point to a patient is shown once and goes into no button', async () => {
  await settle('img', undefined);
  const detail = 'I forgot the drip of MRN 00482913';
  const card = await draft({ kind: 'apology', to: 'Ana', detail, change: 'I read the list aloud' });
  expect(plainText(card)).toContain('May point to a patient: “MRN 00482913”');
  const checked = await draft({ kind: 'check', text: `Dear Ana, ${detail}.` });
  expect(JSON.stringify([callsOf(card), callsOf(checked)])).not.toContain('00482913');
  expect(callOf(card, 'Change it').options.to).toBe('Ana');
});
