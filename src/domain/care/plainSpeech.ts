import { nearestCareWord } from './careSpelling.ts';

/** What is typed on a phone, in the words of a book: the left side as it stands without apostrophes. */
const inFull: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  id: 'i would',
  cant: 'can not',
  cannot: 'can not',
  canot: 'can not',
  cnt: 'can not',
  dont: 'do not',
  dnt: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  wont: 'will not',
  wouldnt: 'would not',
  couldnt: 'could not',
  shouldnt: 'should not',
  isnt: 'is not',
  arent: 'are not',
  aint: 'am not',
  wasnt: 'was not',
  werent: 'were not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  hes: 'he is',
  shes: 'she is',
  theyre: 'they are',
  theyve: 'they have',
  theyll: 'they will',
  youre: 'you are',
  whos: 'who is',
  whats: 'what is',
  wats: 'what is',
  thats: 'that is',
  theres: 'there is',
  hed: 'he would',
  theyd: 'they would',
  wanna: 'want to',
  wana: 'want to',
  wanto: 'want to',
  gonna: 'going to',
  gunna: 'going to',
  gotta: 'have to',
  tryna: 'trying to',
  u: 'you',
  ur: 'your',
  r: 'are',
  w: 'with',
  bc: 'because',
  cuz: 'because',
  coz: 'because',
  cause: 'because',
  b: 'be',
  ppl: 'people',
  ne1: 'anyone',
  anymor: 'anymore',
  nomore: 'anymore',
  kms: 'kill myself',
  kys: 'kill yourself',
  unalive: 'kill',
  unaliving: 'killing',
  sewerslide: 'suicide',
  ctb: 'kill myself',
  mself: 'myself',
  meself: 'myself',
  mistreted: 'mistreated',
  kil: 'kill',
  dye: 'die',
  wnat: 'want',
  wan: 'want',
  mee: 'me',
  everytime: 'every time',
  alot: 'a lot',
};

/** Several words that are one, and the other way round. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bany more\b/g, 'anymore'],
  [/\bno more\b/g, 'anymore'],
  [/\bmy self\b/g, 'myself'],
  [/\b(want|wants|wanted|going|need|ready|have) too\b/g, '$1 to'],
  [/\b(want|going|need|ready|have|try|trying) 2\b/g, '$1 to'],
  [/(^|\b(?:what|that|if|then|think|guess|know|maybe|and|so|because) )ill\b/g, '$1i will'],
  [/\b(kill|hate|hurt|cut|harm|end|hang|shoot)(myself)\b/g, '$1 $2'],
  [/\binfront\b/g, 'in front'],
  [/\bin front off\b/g, 'in front of'],
  [/\bself (harm|injur|hat|worth)/g, 'self$1'],
];

/** After an apostrophe, where a pronoun stands before it. */
const SHORTENED: Readonly<Record<string, string>> = {
  ll: 'will',
  d: 'would',
  re: 'are',
  ve: 'have',
  m: 'am',
  s: 'is',
};

const LETTERS_AS_FIGURES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' };

/**
 * Words as they are meant, for the rules of care: lower case, without accents and apostrophes, in full, text-speak and
 * typing errors of the words that matter put right, one blank between them. Where a sentence or a clause ends stands a
 * mark of its own, `.` or `,`.
 */
export function plainSpeech(text: string): string {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(
      /\b(i|you|he|she|it|we|they|who|that)'(ll|d|re|ve|m|s)\b/g,
      (_, who, short) => `${who} ${SHORTENED[short]}`,
    )
    .replaceAll("'", '')
    // Letters one by one, "k.m.s." or "s u i c i d e", are one word.
    .replace(/(?<![a-z])[a-z](?:[ .*-][a-z]){2,9}(?![a-z])\.?/g, letters => letters.replace(/[ .*-]/g, ''));
  const words = bare.match(/[a-z0-9@$!*]+|[.!?\n;:,()"]+/g) ?? [];
  let plain = words.map(plainWord).join(' ');
  for (const [wrong, right] of joined) plain = plain.replace(wrong, right);
  return plain;
}

/** No word is longer; what is goes on unread. */
const LONGEST_WORD = 30;

function plainWord(typed: string): string {
  if (typed.length > LONGEST_WORD) return typed.slice(0, LONGEST_WORD);
  if (/^[.!?\n;:]/.test(typed)) return '.';
  if (/^[,()"]/.test(typed)) return ',';
  const ended = /^[a-z]+!+$/.test(typed);
  const word = asLetters(typed).replace(/(.)\1{2,}/g, '$1');
  const known = Object.hasOwn(inFull, word) ? inFull[word] : undefined;
  const full = known ?? nearestCareWord(word) ?? word;
  return ended ? `${full} .` : full;
}

/** "su1c1de" and "k!ll" with letters; a number, an age or a year stays one. */
const asLetters = (word: string): string =>
  /[a-z].*[0-9@$!*]|[0-9@$!].*[a-z]{2}/.test(word)
    ? word
        .replace(/!+$/, '')
        .replace(/[01345]/g, figure => LETTERS_AS_FIGURES[figure] ?? figure)
        .replaceAll('@', 'a')
        .replaceAll('$', 's')
        .replaceAll('!', 'i')
        .replaceAll('*', '')
    : word.replace(/[@$!*]/g, '');
