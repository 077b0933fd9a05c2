/**
 * What somebody typed, with the plain forms of the signs that phones, Slack and other keyboards make of quotes, colons
 * and blanks. Lines stay lines.
 */
export const plainTyped = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/[“”„‟«»＂″]/g, '"')
    .replace(/[‘’‚‛ʼ`´′]/g, "'")
    .replace(/[：﹕∶]/g, ':')
    .replace(/[＝﹦]/g, '=')
    .replace(/[，、]/g, ',')
    .replace(/；/g, ';')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
