import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { ContentError } from '../../src/content/mistakes.ts';
import { checkDraft } from '../../src/domain/drafts/draftCheck.ts';
import { DRAFT_WORDS } from '../../src/domain/drafts/draftKinds.ts';
import { type Draft, type DraftSource, fillDraft } from '../../src/domain/drafts/drafts.ts';
import { content } from '../support/content.ts';
import { contentFolder } from './fixtures.ts';
import { banned, bannedIn, gradeOf, isWord, misspelledIn } from './prose.ts';

const { drafts } = content;
const all = [...drafts.values()];

/** What people typically give, at some length. */
const typical: Record<DraftSource, string> = {
  contact: 'Dr. Montgomery',
  place: 'Saint Mary General Hospital',
  program: 'Lakeside Internal Medicine',
  specialty: 'internal medicine',
  detail: 'how your senior residents teach on rounds without any hurry',
  change: 'When I feel rushed, I take a breath before I answer',
};
const filled = ({ asks, body }: Draft) =>
  fillDraft({ asks, body }, Object.fromEntries(Object.entries(asks).map(([name, { from }]) => [name, typical[from]])));

test('there is a draft for each occasion', () => {
  expect([...drafts.keys()].sort()).toEqual([
    'apology',
    'cancel-interview',
    'cancel-social',
    'cancel-visit',
    'decline',
    'decline-offer',
    'defender-update',
    'faculty-ask',
    'follow-up',
    'follow-up-early',
    'move',
    'offer-question',
    'thank-you',
    'withdrawal',
  ]);
});

test.for(all)('$id is short and complete when it is filled, and reads well', draft => {
  const { text, words, missing } = filled(draft);
  expect(missing).toEqual([]);
  expect(words).toBeLessThan(DRAFT_WORDS.long);
  expect(checkDraft(text, { market: 'outside', applicantType: 'img' })).toEqual([]);
});

test.for(all)('$id is written as all texts are', draft => {
  const asked = Object.values(draft.asks).flatMap(({ label, description }) => [`${label}.`, `${description}.`]);
  const text = [draft.when, filled(draft).text, ...asked].join('\n\n');
  expect(gradeOf([draft.when, filled(draft).text].join('\n\n'))).toBeLessThanOrEqual(10);
  expect(bannedIn({ name: draft.id, title: draft.title, text }, banned)).toEqual([]);
  expect(misspelledIn({ name: draft.id, title: draft.title, text }, word => isWord(word) || names.has(word))).toEqual(
    [],
  );
});
const names = new Set(['Dr', 'Patel', 'Sato', 'Rivera', 'Ortiz', 'Doyle', 'Ana', 'Wren', 'Lakeside', 'Montgomery']);

test('the early-offer line is in one draft alone', () => {
  const withLine = all.filter(draft => checkDraft(filled(draft).text).some(({ kind }) => kind === 'early-offer'));
  expect(withLine.map(({ id }) => id)).toEqual(['follow-up-early']);
});

const right = `---
title: A note
when: Once, and only if they take notes.
asks:
  person: { label: Whom, description: A name, required: true, from: contact }
---
Dear {person},

Thank you.
`;

const broken: [string, string, string][] = [
  ['a blank that nobody asks for', right.replace('Thank you', 'Thank you, {friend}'), 'nobody asks for: friend'],
  ['an ask without a blank', right.replace('{person}', 'you'), 'has no blank for: person'],
  ['a list', right.replace('Thank you.', '- Thank you.'), 'is plain paragraphs'],
  ['bold', right.replace('Thank you.', '**Thank you.**'), 'is plain paragraphs'],
  ['an unknown source', right.replace('from: contact', 'from: phone'), 'asks.person.from: should be one of contact'],
  ['two sentences on when', right.replace('notes.', 'notes. Or not.'), 'when: is one sentence'],
  ['nothing', `${right.split('---\n').slice(0, 2).join('---\n')}---\n`, 'body: empty'],
];

test.for(broken)('%s in a draft is a mistake', async ([, text, message]) => {
  const shipped = await contentFolder({ 'drafts/note.md': text });
  const error = await loadContent({ shipped }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).message).toContain('drafts/note.md');
  expect((error as ContentError).message).toContain(message);
});

test('a right draft is read', async () => {
  const content = await loadContent({ shipped: await contentFolder({ 'drafts/note.md': right }) });
  expect(content.drafts.get('note')).toEqual({
    id: 'note',
    title: 'A note',
    when: 'Once, and only if they take notes.',
    asks: { person: { label: 'Whom', description: 'A name', required: true, from: 'contact' } },
    body: 'Dear {person},\n\nThank you.',
  });
});
