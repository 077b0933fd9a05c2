import { beforeAll, describe, expect, test } from 'vitest';
import { screens } from '../../src/commands/around/index.ts';
import { commands } from '../../src/commands/index.ts';
import { type RawOptions, rawCall } from '../../src/core/commands/call.ts';
import { createCore } from '../../src/core/commands/dispatch.ts';
import type { Request } from '../../src/core/ports/request.ts';
import { openStore } from '../../src/store/open.ts';
import { databases, KEY, NOW } from '../store/databases.ts';
import { content } from '../support/content.ts';
import { openDoor } from '../support/openDoor.ts';
import { hearStatements } from '../support/statements.ts';

/** One in many drawings, by chance, also looks whether too many calls wait. */
const TIDYING = /^SELECT .*letters/;

type Typed = [command: string, options?: RawOptions];

/**
 * As many statements as a request may take, of somebody who was seen within the hour and whom the planner has looked at
 * since they last wrote. BEGIN and COMMIT are not counted.
 */
const limits: [what: string, typed: Typed, most: number][] = [
  ['/log of a known person', ['log', { who: 'Dr. Patel', they: 'good' }], 9],
  ['/log of a known person at a place', ['log', { who: 'Dr. Patel', they: 'warn', where: 'Lakeside' }], 10],
  ['/log of a known person who would take them at once', ['log', { who: 'Kim', they: 'at-once' }], 10],
  ['/log of a new person', ['log', { who: 'Dr. Osei', they: 'at-once', role: 'attending' }], 14],
  ['/log of three people', ['log', { who: 'Dr. Patel, Kim and nurse Joy', they: 'little' }], 7],
  ['Home', ['backchannel'], 8],
  ['/people', ['people'], 3],
  ['/people of one', ['people', { name: 'Patel' }], 5],
  ['/bucket', ['bucket', { skip: 'people,paper,incidents,type,market,school' }], 13],
  ['/network', ['network'], 7],
  ['/defenders', ['defenders'], 4],
  ['/loose-ends', ['loose-ends'], 5],
  ['/history', ['history'], 3],
  ['/programs', ['programs'], 6],
  ['/programs of one', ['programs', { name: 'Lakeside' }], 11],
  ['/settings', ['settings'], 2],
];

describe.each(databases)('on $name', ({ create }) => {
  let statements: ReturnType<typeof hearStatements>;
  let ask: (...typed: Typed) => Promise<string[]>;

  beforeAll(async () => {
    statements = hearStatements();
    const database = await create();
    const store = await openStore({ databaseUrl: database.url, encryptionKey: KEY });
    const report = (error: unknown) => expect.unreachable(`${error}`);
    const core = createCore({ store, content, commands, screens, now: () => now, report });
    let requests = 0;
    let now = NOW;
    ask = async (command, options) => {
      const request: Request = {
        call: rawCall(command, options),
        via: 'command',
        requestId: `r${requests++}`,
        who: { platform: 'slack', scope: 'T1', externalId: 'U1' },
        where: { externalId: 'T1', name: 'Aurora', channel: 'C1' },
        mayOrganize: false,
      };
      const heard = await statements.during(async () => {
        const { card } = await core.answer(request, openDoor);
        // Nothing of what is measured is refused or asked back.
        if (['Not quite', 'Is this someone you know?'].includes(card.title)) expect.unreachable(card.answer);
      });
      const planned = await store.ledger.dueSubjects(now, 10);
      const nextPlanAt = now.add({ hours: 24 });
      await store.ledger.recordPlan(planned.map(subject => ({ subject, deliveries: [], nextPlanAt })));
      return heard;
    };
    for (const typed of season) await ask(...typed);
    now = NOW.add({ minutes: 30 });
    return async () => {
      statements.restore();
      await store.close();
      await database.remove();
    };
  });

  test.each(limits)('%s', async (_, typed, most) => {
    const heard = (await ask(...typed)).filter(sql => !TIDYING.test(sql));
    expect(heard.length, heard.join('\n')).toBeLessThanOrEqual(most);
  });
});

/** What has been written by the time that is measured: something of every kind. */
const season: Typed[] = [
  ['settings', { type: 'graduate', zone: 'America/Chicago' }],
  ['log', { who: 'Dr. Patel', they: 'good', role: 'attending', when: '1 Nov' }],
  ['log', { who: 'Dr. Patel', they: 'good', when: '2 Nov' }],
  ['log', { who: 'Kim', they: 'at-once', role: 'chief', when: '3 Nov' }],
  ['log', { who: 'Joy', they: 'warn', role: 'nurse', when: '4 Nov' }],
  ['defenders', { name: 'Kim' }],
  ['programs', { do: 'add', name: 'Lakeside' }],
  ['programs', { do: 'add', name: 'Mercy' }],
  ['loose-ends', { do: 'open', with: 'Joy', kind: 'apology' }],
  ['programs', { do: 'interview', name: 'Lakeside', when: '2 Dec 9am', zone: 'America/Chicago' }],
  ['bucket', { skip: 'people,paper,incidents,type,market,school' }],
];
