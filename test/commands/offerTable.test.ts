import { beforeAll, describe, expect, test } from 'vitest';
import { withoutBold } from '../../src/core/cards/bold.ts';
import type { Card } from '../../src/core/cards/card.ts';
import { offerRule } from '../../src/domain/programs/offerRules.ts';
import { wordsOf } from '../../src/domain/words/phrases.ts';
import { callsOn, labelsOn, offerTable, type Pair, pairs, type Said, sayPair } from '../support/offerTable.ts';

/** Laws of everything that is said of an offer, held over every pair of applicant and program. */
let table: { pair: Pair; said: Said[] }[];
beforeAll(async () => {
  table = await offerTable();
}, 300_000);

const ruleOf = ({ type, kind }: Pair) => offerRule(type, kind === 'unasked' ? null : kind);
const saidTo = (pair: Pair): Said[] => table.find(one => one.pair === pair)?.said ?? [];
const at = (pair: Pair, where: string): Said => {
  const found = saidTo(pair).find(one => one.where === where);
  if (!found) throw new Error(`nothing is said at "${where}"`);
  return found;
};
const cardAt = (pair: Pair, where: string): Card => {
  const { card } = at(pair, where);
  if (!card) throw new Error(`never sent: "${where}"`);
  return card;
};
const firstItem = (card: Card): string | undefined =>
  card.blocks.flatMap(block => (block.type === 'list' ? block.items : []))[0];
const firstCall = (card: Card): string => callsOn(card)[0] ?? '';

const named = pairs.map(pair => [sayPair(pair), pair] as const);
const may = named.filter(([, pair]) => ruleOf(pair).verdict === 'may');
const others = named.filter(([, pair]) => ruleOf(pair).verdict !== 'may');
const broken = named.filter(([, pair]) => ruleOf(pair).verdict === 'write-first');
const unknown = named.filter(([, pair]) => ruleOf(pair).asks === 'program');

/** Where the offer itself is shown before an answer, and after a yes. */
const open = ['The offer, noted', 'The nudge, 48 hours before', 'The nudge, 12 hours before', 'A second offer, noted'];
const accepted = ['I accepted', 'The program’s page, once accepted'];
/** What would call something off, asked for by name. */
const callingOff = [
  'Canceling an interview elsewhere, once accepted',
  'Withdrawing an application elsewhere, once accepted',
  'The draft "withdrawal", once accepted',
  'The draft "cancel-interview", once accepted',
];
const withTwo = [
  'The second offer, accepted',
  'The first offer, with the second accepted',
  'The program’s page, with two accepted',
  'Home, with two accepted',
  'The weekly digest, with two accepted',
];

describe('where a step would break a rule, or nobody knows', () => {
  test.for(others)('%s: no card, nudge or draft has a step that withdraws or cancels', ([, pair]) => {
    for (const { where, card, text } of saidTo(pair)) {
      expect(text, where).not.toMatch(/withdr|cancel|call(?:ing)? off/i);
      expect(card ? callsOn(card).join(' ') : '', where).not.toMatch(/withdraw|cancel/);
    }
  });

  test.for(others)('%s: nobody is reminded of the withdrawal deadline', ([, pair]) =>
    expect(at(pair, 'The nudge before the withdrawal deadline').card).toBeUndefined(),
  );

  test.for(broken)('%s: the dean, the school or NRMP is written to first, wherever it is said', ([, pair]) => {
    for (const where of [...open, ...accepted, ...callingOff])
      expect(firstItem(cardAt(pair, where)), where).toMatch(/^Write to (your dean’s office|NRMP) today/);
    expect(withoutBold(at(pair, 'Home, once accepted').text)).toMatch(/Write to (your dean’s office|NRMP) today/);
    if (ruleOf(pair).asks === null)
      for (const where of ['The offer, noted', 'I accepted'])
        expect(firstCall(cardAt(pair, where)), where).toContain('offer-question');
  });

  test.for(unknown)('%s: whether it is in the Match is asked first, and nothing accepts it before', ([, pair]) => {
    for (const where of ['The offer, noted', 'I accepted', 'A second offer, noted']) {
      const card = cardAt(pair, where);
      const acts = callsOn(card).map(made => /"act":"(\w+)"/.exec(made)?.[1]);
      expect(acts.slice(0, 2), where).toEqual(['inside', 'outside']);
      expect(callsOn(card).join(' '), where).not.toMatch(/"accept"/);
      expect(labelsOn(card)[2], where).toBe(pair.kind === 'unasked' ? 'I don’t know' : 'How to find out');
      expect(at(pair, where).text, where).toContain(
        pair.kind === 'unasked' ? 'Is this program in the Match?' : 'NRMP’s program directory',
      );
    }
    for (const where of ['The nudge, 48 hours before', 'The nudge, 12 hours before'])
      expect(at(pair, where).text, where).toContain('Is this program in the Match?');
  });
});

describe('where it may be accepted', () => {
  test.for(may)('%s: what follows is said with its deadline, and reminded of', ([, pair]) => {
    expect(at(pair, 'The offer, noted').text).toContain('You may accept it.');
    for (const where of ['I accepted', 'The nudge before the withdrawal deadline'])
      expect(at(pair, where).text, where).toMatch(
        /withdraw from the NRMP before its deadline[\s\S]*|expected Wed, Mar 3/,
      );
  });

  test.for(may)('%s: not while another yes stands', ([, pair]) => {
    for (const where of ['A second offer, noted', 'The second offer’s nudge, 48 hours before']) {
      expect(at(pair, where).text, where).not.toContain('You may accept it.');
      expect(at(pair, where).text, where).toContain('You said yes to Lakeside already');
    }
  });
});

describe('every pair', () => {
  test.for(named)('%s: a second accepted offer is spoken of at once, and leads to no step', ([, pair]) => {
    for (const where of withTwo) {
      expect(withoutBold(at(pair, where).text), where).toContain('Two offers are accepted: Lakeside and Mercy.');
      expect(at(pair, where).text, where).not.toMatch(/withdr|cancel/i);
    }
    expect(at(pair, 'The nudge before the withdrawal deadline, with two accepted').card).toBeUndefined();
  });

  test.for(named)('%s: no length of sanctions, no fact about visas, no time to answer as a rule', ([, pair]) => {
    for (const { where, text } of saidTo(pair)) {
      expect(text, where).not.toMatch(/sanction|barred|penalt|\bfine[sd]\b|years?\b (?:ban|from)/i);
      expect(text, where).not.toMatch(/\b(?:24|48|72) hours to answer|\$|waiver/i);
      if (where !== 'What to check') expect(text, where).not.toMatch(/visa/i);
    }
    const checks = at(pair, 'What to check').text;
    expect(checks).toMatch(/ACGME accreditation.*state license.*board/);
    expect(/ECFMG certificate/.test(checks)).toBe(pair.type === 'img');
    expect(/visa.*in writing/.test(checks)).toBe(pair.type === 'img');
  });

  /** Cards of our own: Home, the pages and the drafts are held elsewhere. */
  const own = [...open, 'What to check', 'I accepted', 'I declined', ...callingOff, ...withTwo.slice(0, 2)];
  test.for(named)('%s: an answer of 25 words, three buttons beside the main one, nothing twice', ([, pair]) => {
    for (const where of own) {
      if (where.startsWith('The draft') && ruleOf(pair).verdict === 'may') continue;
      const card = cardAt(pair, where);
      const rows = card.blocks.flatMap(block => (block.type === 'buttons' ? [block.buttons.length] : []));
      expect(wordsOf(card.answer ?? '').length, where).toBeLessThanOrEqual(25);
      if (!where.includes('nudge'))
        expect(
          rows.reduce((sum, one) => sum + one, 0),
          where,
        ).toBeLessThanOrEqual(4);
      const words = card.blocks.flatMap(block =>
        block.type === 'text' ? [block.text] : block.type === 'list' ? block.items : [],
      );
      const sentences = [card.answer ?? '', ...words].flatMap(text =>
        withoutBold(text)
          .replace(/ \([^)]*\)$/, '')
          .split(/(?<=[.?!]) /),
      );
      expect(new Set(sentences).size, where).toBe(sentences.length);
      expect(wordsOf([card.title, card.answer ?? '', ...words].join(' ')).length, where).toBeLessThanOrEqual(85);
    }
  });
});
