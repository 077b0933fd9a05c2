import { plainLetters } from '../../words/phrases.ts';

/** One sentence or labeled line of a mail, in plain letters, with single blanks. */
export interface Statement {
  text: string;
  /** It stands among the lines that a mail program puts before a message: From, Sent, Subject. */
  isHeader: boolean;
}

/** A line of at least so many letters that ends no sentence may go on in the next one. */
const WRAPPED = 45;
/** Nothing in a mail that is read says more in one sentence: the rest of it is another. */
const LONGEST_STATEMENT = 600;

const LABEL = /^(?:[A-Z][\w/&' ()-]{0,40}):(?=\s|$)/;
const BULLET = /^(?:[-*•‣◦▪–]|\d{1,2}[.)])\s+/;
const HEADER = /^(?:from|to|cc|bcc|sent|date|received|subject|reply-to)\s*:/i;
const ENVELOPE = /^-{2,}.*-{2,}$|^begin forwarded message/i;
/** What ends with a period and ends no sentence. */
const SHORT =
  /\b(?:Dr|Mr|Mrs|Ms|Prof|St|Ste|Mt|Ft|Dept|Univ|Hosp|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|approx|vs|etc|Inc|M\.D|D\.O|Ph\.D|U\.S|e\.g|i\.e|[A-Z])\.$/;

/** The statements of a mail as it was pasted, quoted or not, in their order. */
export function statementsOf(mail: string): Statement[] {
  const lines = plainLetters(mail)
    .replace(/\b([ap])\. ?m\b\.?/gi, '$1m')
    .split(/\r\n?|\n/)
    .map(line =>
      line
        .replace(/^(?:[>|]\s?)+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  const joined: Statement[] = [];
  let isHead = true;
  let isOpen = false;
  for (const line of lines) {
    if (line === '') {
      isOpen = false;
      continue;
    }
    const isHeader: boolean = isHead && HEADER.test(line);
    isHead = isHeader || (isHead && ENVELOPE.test(line));
    const last = joined.at(-1);
    const text = line.replace(BULLET, '');
    const goesOn = last && isOpen && !last.isHeader && text === line && !LABEL.test(line) && isUnfinished(last.text);
    if (goesOn) last.text += ` ${text}`;
    else joined.push({ text, isHeader });
    isOpen = true;
  }
  return joined.flatMap(({ text, isHeader }) => sentencesIn(text).map(sentence => ({ text: sentence, isHeader })));
}

/** Whether the next line goes on with it: it is a label by itself, or was wrapped. */
const isUnfinished = (line: string): boolean =>
  /:$/.test(line) || (line.length >= WRAPPED && !/[.?!;]["')]?$/.test(line));

function sentencesIn(line: string): string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const part of line.split(/(?<=[.?!]["')]?) (?=["'(]?[A-Z0-9])/)) {
    begun = begun ? `${begun} ${part}` : part;
    if (SHORT.test(begun) && begun.length < LONGEST_STATEMENT) continue;
    sentences.push(begun);
    begun = '';
  }
  if (begun) sentences.push(begun);
  return sentences.flatMap(inPieces);
}

/** Cut where it is far too long to be a sentence, at a blank. */
function inPieces(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST_STATEMENT) {
    const at = rest.lastIndexOf(' ', LONGEST_STATEMENT);
    const cut = at > 0 ? at : LONGEST_STATEMENT;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}
