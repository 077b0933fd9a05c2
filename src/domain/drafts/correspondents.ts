/** A greeting, and whom it is to. */
const GREETING =
  /^\s*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\s+|(?=(?:dr|mr|mrs|ms|miss|prof)\b))([^,:\n!-]{1,80})/i;
/** Where the last lines begin, in which one's own name and number stand. */
const SIGN_OFF =
  /(?:^|[.!?\n]\s*)(?:(?:with )?(?:best|kind|warm|kindest|warmest)(?: (?:regards|wishes))?|sincerely|respectfully|regards|thank you|thanks|many thanks|yours(?: \w+)?|cheers|gratefully|warmly),?[ \t]*(?:\n|,\s*(?=\p{Lu}))/giu;

/** A line with a name, a number or an address: it says nothing of anybody else. */
const isPlate = (line: string): boolean => line.split(/\s+/).length <= 5 || /\d{3}[\s.-]?\d{4}|@|aamc|eras/i.test(line);
const PLATES = 4;

/** Where a message's last lines begin, by their sign-off, or as the short lines after its last sentence; else its end. */
export function signatureAt(text: string): number {
  const signOff = [...text.matchAll(SIGN_OFF)].at(-1)?.index;
  if (signOff !== undefined) return signOff;
  const lastSentence = [...text.matchAll(/[.?!][ \t]*\n/g)].at(-1)?.index;
  if (lastSentence === undefined) return text.length;
  const rest = text
    .slice(lastSentence + 1)
    .trim()
    .split(/\n+/);
  const isSigned = rest.length <= PLATES && rest.every(line => isPlate(line) && !/[.?!]$/.test(line));
  return isSigned ? lastSentence + 1 : text.length;
}

/** Whom a message greets and who signs it: they are no patients. */
export function correspondents(text: string): string[] {
  const greeted = GREETING.exec(text)?.[1]?.split(/\s+(?:and|&)\s+/) ?? [];
  const signed = text.slice(signatureAt(text)).match(/\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]+){0,3}/gu) ?? [];
  return [...greeted, ...signed].map(name => name.trim()).filter(name => name !== '');
}
