import { expect } from 'vitest';
import { type Cost, counted, type Phone } from '../support/counted.ts';

interface World<Seen> {
  phone: Phone<Seen>;
  /** Says a whole line, as somebody set up before; it is not counted. */
  prepare(words: string): Promise<unknown>;
  /** Lets the time come to this local moment, and gives the newest message that came by then. */
  message(local: string): Promise<Seen>;
}

/** Far above both would be a way that nobody goes on a phone between two shifts. */
const MOST: Cost = { taps: 7, seconds: 20 };

/** The ten things that an applicant does in a season, each with what it cost; every one stays within the bounds. */
export async function tenTasks<Seen>({ phone: bare, prepare, message }: World<Seen>): Promise<Record<string, Cost>> {
  const phone = counted(bare);
  const costs: Record<string, Cost> = {};
  const done = (task: string, seen: Seen, expected: string | RegExp) => {
    costs[task] = phone.since();
    expect(phone.text(seen), task).toMatch(expected);
  };
  await prepare('log Kim they:at-once role:chief where:Lakeside');
  for (const name of ['Lakeside', 'Mercy', 'Cedar']) {
    const added = await bare.types(`/programs ${name} do:add`);
    await bare.fills(added, 'Say more about it', { pick: { market: 'inside' } });
  }

  const page = await phone.types('/programs Mercy');
  done(
    'note an invitation',
    await phone.picksForm(page, 'Add something else', 'An invitation', { type: { by: '48h' } }),
    /Mercy: Answer by/,
  );

  const warned = await phone.taps(await message('2026-10-15T12:01'), 'Show');
  done('be warned before its clock ends', warned, /An invitation to answer[\s\S]*Mercy/);

  const invitation = await phone.taps(warned, 'Answer it');
  const accepted = await phone.fills(invitation, 'I accepted', { type: { when: 'Tue 20 Oct 9am' } });
  done('accept it', accepted, /Accepted, and noted[\s\S]*Oct 20/);

  await message('2026-10-19T18:01');
  const after = await phone.taps(await message('2026-10-21T18:01'), 'Show');
  const debriefed = await phone.fills(after, 'Debrief in 30 seconds', { pick: { wish: 'yes', knew: 'yes' } });
  done('debrief', debriefed, /would rank it: yes; they knew your name/);

  const flagged = await phone.fills(debriefed, 'Edit', { pick: { flag: 'some' }, type: { line: 'Two left in May' } });
  done('a red flag', flagged, /red flag: some[\s\S]*Two left in May/);

  await phone.taps(flagged, 'On my rank list');
  for (const name of ['Lakeside', 'Cedar']) await prepare(`programs name:${name} do:rank`);
  const list = await phone.types('/programs do:rank');
  const opened = await phone.picks(list, 'Move or compare one', 'Cedar');
  phone.since();
  const compared = await phone.picks(opened, 'Compare it with', 'Mercy');
  done('compare two', compared, /Side by side[\s\S]*Two left in May/);
  const moving = await phone.taps(compared, 'Move Cedar');
  const up = await phone.taps(await phone.taps(moving, 'Up'), 'Up');
  done('order the list', up, /Cedar: number 1 of 3/);

  const there = await phone.types('/programs Mercy');
  const sent = await phone.picksForm(there, 'Add something else', 'What you sent: applied, signaled', {
    pick: { signal: 'gold' },
  });
  done('mark a signal', sent, /You signaled Mercy, and nobody there can speak for you yet/);
  done('see who one knows there', await phone.taps(sent, 'Who could be called'), /Who Mercy could call/);

  const deadline = await phone.taps(await message('2027-02-24T18:01'), 'Show');
  done('get the deadline’s reminder', deadline, /Certify your rank list in NRMP’s system/);

  for (const [task, { taps, seconds }] of Object.entries(costs)) {
    expect(taps, task).toBeLessThanOrEqual(MOST.taps);
    expect(seconds, task).toBeLessThanOrEqual(MOST.seconds);
  }
  return costs;
}
