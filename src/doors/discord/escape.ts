import { boldParts } from '../../core/cards/bold.ts';

/** What Discord would read as markup, a mention or a link, made plain: member text pings nobody and links nowhere. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\*_~`|<>#[\]]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, '$1\\$2')
    .replaceAll('://', ':\\/\\/')
    .replaceAll('@', '@\u200b');

/** Text to copy as it is, in a block in which Discord reads nothing; it alone could end that block. */
export const codeBlock = (text: string): string => `\`\`\`\n${text.replace(/`(?=``)/g, '`\u200b')}\n\`\`\``;

/** A card's text: what it marks is bold, all else is escaped. */
export const markup = (text: string): string =>
  boldParts(text)
    .map((part, index) => (index % 2 === 1 ? `**${escapeText(part)}**` : escapeText(part)))
    .join('');
