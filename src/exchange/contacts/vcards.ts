import ical from 'ical.js';
import { clip } from '../../core/cards/clip.ts';
import { componentsIn, type Property, propertyOf } from '../file/components.ts';
import { nameFrom } from '../sheet/names.ts';
import { personOf, roleWords } from '../sheet/people.ts';
import { nothingRead, type Reading, type RowsRead } from '../sheet/reading.ts';

/** What of a card is kept; the rest is said to be left out. */
const KEPT = new Set(['N', 'FN', 'ORG', 'TITLE', 'ROLE']);
/** More than any name or title has. */
const LONGEST = 500;
/** What nobody misses: the file's own machinery. */
const MACHINERY = /^(?:VERSION|PRODID|REV|UID|KIND|SOURCE|CLASS|NAME|CATEGORIES|X-.*)$/;
const CALLED: Readonly<Record<string, string>> = {
  TEL: 'phone numbers',
  EMAIL: 'email addresses',
  ADR: 'addresses',
  URL: 'web addresses',
  BDAY: 'birthdays',
  PHOTO: 'pictures',
  NOTE: 'notes of contacts',
};

/** Reads a file of contacts, as phones and mail programs write it. */
export function readVcards(text: string, { answers, ids }: Reading): RowsRead {
  const cards = componentsIn(text, 'VCARD').map(({ line, lines }) => {
    const properties = lines.flatMap(one => propertyOf(one) ?? []);
    return { where: `Line ${line}`, properties, ...contactOf(properties) };
  });
  const words = roleWords(
    cards.map(({ title }) => title),
    answers,
  );
  const read: RowsRead = { ...nothingRead(), questions: words.questions, leftOut: leftOutOf(cards) };
  for (const { where, name, isCompany, title, place } of cards) {
    if (name.name === '' || isCompany) read.mistakes.push(`${where}: ${noPerson(name.name || place)}`);
    else if (name.name.length > 80 || place.length > 80)
      read.mistakes.push(`${where}: a name has more than 80 characters`);
    else {
      const cells: Record<string, string> = { role: title, place };
      const person = personOf({ text: meaning => cells[meaning] ?? '' }, name, words, ids);
      read.pieces.push({ where, tables: { Contact: [person] } });
    }
  }
  return read;
}

const noPerson = (name: string): string => (name === '' ? 'nobody is named' : `"${clip(name, 40)}" is no person`);

function contactOf(properties: readonly Property[]) {
  const value = (name: string): string[] => {
    const found = properties.find(property => property.name === name);
    return found ? valuesOf(found) : [];
  };
  const [last = '', first = '', middle = '', prefix = '', suffix = ''] = value('N');
  const [whole = ''] = value('FN');
  const [place = ''] = value('ORG');
  const [title = ''] = value('TITLE').concat(value('ROLE')).filter(Boolean);
  const isCompany = properties.some(({ name, value }) => name === 'X-ABSHOWAS' && value.toUpperCase() === 'COMPANY');
  const parts = { whole: whole === place ? '' : whole, prefix, first, middle, last, suffix };
  return { name: nameFrom(parts), place, title, isCompany };
}

/** The parts of a value, each freed of its escapes. */
function valuesOf({ name, value }: Property): string[] {
  const line = value.slice(0, LONGEST).replace(/[\r\n]+/g, ' ');
  try {
    const card: unknown[] = ical.parse(`BEGIN:VCARD\r\nVERSION:3.0\r\n${name}:${line}\r\nEND:VCARD`);
    const property = new ical.Component(card).getFirstProperty(name.toLowerCase());
    const found = property?.getFirstValue();
    return [found].flat().map(part =>
      String(part ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  } catch {
    return [line.trim()];
  }
}

function leftOutOf(cards: readonly { properties: readonly Property[] }[]): RowsRead['leftOut'] {
  const names = new Set(cards.flatMap(({ properties }) => properties.map(({ name }) => name)));
  return [...names]
    .filter(name => !KEPT.has(name) && !MACHINERY.test(name))
    .map(name => ({ head: name, why: `I keep no ${CALLED[name] ?? 'such thing'}` }));
}
