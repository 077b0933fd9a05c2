/** The most that a file may hold. */
export const MOST_LETTERS = 2_000_000;

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index));
const notebook = (tables: object) => JSON.stringify({ version: 1, exportedAt: 'x', profile: {}, tables });

/** The worst files of the allowed size that we could think of. */
export const worstFiles: Readonly<Record<string, string>> = {
  'thousands of rows that could point to patients': [
    'who,they,day,sentence',
    ...rows(4600, index => `Ann Lee${index},good,yesterday,pt John Smith${index} coded`),
  ].join('\n'),
  'names that share their words': ['name,role', ...rows(9000, index => `John Smith pt John ${index},nurse`)].join('\n'),
  'one line': `who,they,day,${'x'.repeat(MOST_LETTERS - 100)}`,
  'a quote that never ends': `who,they,day\n"${'Ann,good,yesterday\n'.repeat(100_000)}`,
  'many columns': `${rows(10_000, index => `c${index}`).join(',')}\n${','.repeat(10_000)}`,
  'nothing but separators': ','.repeat(MOST_LETTERS - 1),
  'nothing but line breaks': 'who,they,day'.padEnd(MOST_LETTERS - 1, '\n'),
  'a deep notebook': `{"version":1,"tables":${'['.repeat(900_000)}${']'.repeat(900_000)}}`,
  'a notebook of too many rows': notebook({
    Contact: rows(40_000, index => `{"id":"${index}"}`).map(text => JSON.parse(text)),
  }),
  'long notes': ['who,they,day,sentence', ...rows(1900, () => `Ann,good,yesterday,${'pt John '.repeat(120)}`)].join(
    '\n',
  ),
  'at signs': ['who,they,day,sentence', ...rows(1900, () => `Ann,good,yesterday,${'@a.'.repeat(330)}`)].join('\n'),
};
