import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const calls = `---
title: When programs call
topic: timing
for: [img]
phases: [middle]
related: [friends]
source: The article
do: { label: Log who saw you, call: log }
covers: [S1, S2]
---
Directors call in the middle of the season.

Most of them ask **one question**
about nights.

- Would you
  take them?
- Why?

> Hello,
> it is me.
`;

export const friends = `---
title: People on your side
topic: network
related: [calls]
do: { label: Read on, call: 'advice piece=calls' }
---
Two or three people are enough.

Ask a letter writer.
`;

export const practice = `---
title: Two people
related: [calls]
choices:
  - { label: Call again, verdict: costly, why: It presses. }
  - { label: Wait a day, verdict: best, why: It leaves room. }
heard:
  directors: Solid.
  dean: Good.
  former: Nothing.
  residents: Liked on nights.
covers: [X4]
---
Both have the same scores.

---

The second was known.
`;

const topics = `- { id: timing, title: When programs ask, description: The season }
- { id: network, title: The four routes, description: Who calls whom }
`;

/** The first week of each phase, in the cycles that end in 2027. */
const phaseStarts: [number, string][] = [
  [52, 'residency-start'],
  [38, 'wait'],
  [36, 'match-week'],
  [27, 'ranking'],
  [21, 'late'],
  [16, 'middle'],
  [13, 'early'],
  [1, 'preparation'],
];

export const tip = (week: number): string => `---
week: ${week}
phase: ${phaseStarts.find(([first]) => week >= first)?.[1]}
title: A week
do: { label: Log it, call: log }
---
This week, write down one name.
`;

const tips = Object.fromEntries(
  Array.from({ length: 52 }, (_, index) => [`tips/${String(index + 1).padStart(2, '0')}.md`, tip(index + 1)]),
);

/** Everything that content needs, and nothing wrong with it. */
const right = {
  'advice/calls.md': calls,
  'advice/friends.md': friends,
  'scenarios/two.md': practice,
  'organizers/pin.md': '---\ntitle: To pin\n---\nA private companion.\n',
  ...tips,
  'topics.yaml': topics,
  'synonyms.yaml': '- [letter, lor]\n',
  'asked.yaml': 'friends: [allies]\n',
  'season.yaml': await readFile(join(import.meta.dirname, '../../src/content/season.yaml'), 'utf8'),
};

/** A folder with these files, gone after the test. A file of `undefined` is left out. */
export async function folder(files: Record<string, string | Buffer | undefined>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'content-'));
  onTestFinished(() => rm(path, { recursive: true }));
  const there = Object.entries(files).flatMap(([name, text]) =>
    text === undefined ? [] : { to: join(path, name), text },
  );
  for (const inside of new Set(there.map(({ to }) => dirname(to)))) await mkdir(inside, { recursive: true });
  await Promise.all(there.map(({ to, text }) => writeFile(to, text)));
  return path;
}

/** A folder of right content in which these files are other or missing. */
export const contentFolder = (other: Record<string, string | Buffer | undefined> = {}): Promise<string> =>
  folder({ ...right, ...other });
