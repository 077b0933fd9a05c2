import { expect, test } from 'vitest';
import { strings } from '../../scripts/strings.ts';

/** What somebody who works in a hospital in the US would not say, each with what they say instead. */
const UNSAID: [not: RegExp, say: string][] = [
  [/\bwhom\b/i, 'who'],
  [/\b(some|any|every)body\b/i, 'someone, anyone, everyone'],
  [/\bmend(s|ed|ing)?\b/i, 'fix, or make it right'],
  [/\bhangs on it\b/i, 'that decides'],
  [/\bby the account\b/i, 'one insider says'],
  [/\btakes? me at once\b/i, 'would take me in a second'],
  [/\btreated badly\b/i, 'mistreated'],
  [/\bput right what\b/i, "fix what's unresolved"],
  [/\bundo the joining\b/i, 'unlink'],
  [/\bwhat did not arrive\b/i, 'missed messages'],
  [/\bout of your notebook\b/i, 'removed'],
  [/\bcomes again\b/i, 'I’ll remind you'],
  [/\bis no patient\b/i, 'not a patient'],
  [/\bthink back with thanks\b/i, 'I often think about my time with you'],
  [/\bneeds an answer\b/i, 'no reply needed'],
  [/\borganis(e|er|ers|ing|ed)\b/i, 'organize, organizer'],
];

/** Lists of what people type, in whatever English, and the names of files. */
const HEARD =
  /^src\/(domain\/(care|privacy)\/|domain\/drafts\/draft(Meanings|Rules|Words)\.|domain\/(said\.|people\/lexicon)|content\/(searchWords|banned|asked|synonyms|coverage)\.|exchange\/sheet\/heads)/;
const NAMES_PIECES = /^related:|^#|^incident /;

test('every sentence that a person reads is one that a resident would say', async () => {
  const read = (await strings()).filter(({ file, text }) => !HEARD.test(file) && !NAMES_PIECES.test(text));
  const found = read.flatMap(({ file, line, text }) =>
    UNSAID.filter(([not]) => not.test(text)).map(([, say]) => `${file}:${line} (say: ${say}): ${text}`),
  );
  expect(read.length).toBeGreaterThan(5000);
  expect(found).toEqual([]);
});
