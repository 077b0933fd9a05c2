/**
 * The sheet that every picture is drawn on, and the few marks on it. A picture is 800 units wide and is looked at on a
 * phone at less than half of that, so no text is smaller than 28 units. It brings its own background with it: the same
 * picture is seen on white and on nearly black.
 */

/** What a picture is made from: its drawing, and its content in words for those who do not see it. */
export interface Drawing {
  svg: string;
  alt: string;
}

export const WIDTH = 800;
/** Between the edge of the sheet and what is on it. */
export const MARGIN = 40;

export const colors = {
  sheet: '#f4f2ec',
  edge: '#d8d4c9',
  ink: '#22303c',
  quiet: '#55626d',
  faint: '#dfe3e4',
  paleSlate: '#a9bccb',
  slate: '#5b7c99',
  deepSlate: '#3f5d78',
  sage: '#4f8a6b',
  amber: '#c79a3b',
} as const;
export type Color = (typeof colors)[keyof typeof colors];

interface Type {
  size?: number;
  bold?: boolean;
  fill?: Color | 'white';
  anchor?: 'start' | 'middle' | 'end';
}

/** A line of text; `y` is its base line. */
export function text(x: number, y: number, words: string, type: Type = {}): string {
  const { size = 30, bold = false, fill = colors.ink, anchor = 'start' } = type;
  const weight = bold ? 600 : 400;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, radius = 14): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

export function dot(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
}

interface Sheet {
  title: string;
  /** Said under the title, quietly. */
  under?: string;
  height: number;
  marks: string[];
  /** The last line: what kind of knowledge this is. */
  foot?: string;
}

/** The whole picture: a sheet with rounded corners, its title, its marks, its last line. */
export function sheet({ title, under, height, marks, foot }: Sheet): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter">`,
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="28" fill="${colors.sheet}" stroke="${colors.edge}" stroke-width="2"/>`,
    text(MARGIN, 74, title, { size: 40, bold: true }),
    under ? text(MARGIN, 118, under, { fill: colors.quiet }) : '',
    ...marks,
    foot ? text(MARGIN, height - 36, foot, { fill: colors.quiet }) : '',
    '</svg>',
  ].join('');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The words in lines of at most so many letters. */
export function wrap(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
