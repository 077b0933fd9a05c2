import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig, Seen } from './rig.ts';

/** What came of a flood. Times in milliseconds. */
export interface Flood {
  perSecond: number;
  asked: number;
  saved: number[];
  told: number[];
  /** Neither: no answer, or none that could be read. */
  unanswered: number;
  savedNames: string[];
  toldNames: string[];
  /** Each second. */
  memoryMb: number[];
  /** When the last of the messages that were due arrived, in seconds; undefined where some did not. */
  dueSeconds: number | undefined;
  dueSent: number;
}

/** How many entries a second are saved, where so many wait for their answer at any time. */
export async function capacity(rig: Rig, seconds: number, atOnce: number): Promise<number> {
  const ends = performance.now() + seconds * 1000;
  let saved = 0;
  let next = 0;
  const worker = async () => {
    while (performance.now() < ends) {
      const mine = next++;
      if ((await rig.log(mine, nameOf(mine))) === 'saved') saved += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return saved / seconds;
}

/** Asks so often a second, whether answered or not. Longer than a platform shows anything, nobody waits. */
export async function flood(rig: Rig, perSecond: number, seconds: number, due: number): Promise<Flood> {
  const result: Flood = {
    ...{ perSecond, asked: 0, saved: [], told: [], unanswered: 0, savedNames: [], toldNames: [] },
    ...{ memoryMb: [], dueSeconds: undefined, dueSent: 0 },
  };
  const begun = performance.now();
  const open = new Set<Promise<void>>();
  async function ask(): Promise<void> {
    const mine = FIRST + result.asked++;
    const who = nameOf(mine);
    const at = performance.now();
    const seen: Seen = await Promise.race([
      rig.log(mine, who).catch((): Seen => 'nothing'),
      sleep(LONGEST_MS, 'nothing' as const, { ref: false }),
    ]);
    const took = performance.now() - at;
    if (seen === 'saved') result.saved.push(took);
    else if (seen === 'not saved') result.told.push(took);
    else result.unanswered += 1;
    if (seen === 'saved') result.savedNames.push(who);
    if (seen === 'not saved') result.toldNames.push(who);
  }
  const watch = setInterval(() => result.memoryMb.push(rig.memoryMb()), 1000);
  const lookForDue = setInterval(() => {
    if (result.dueSeconds === undefined && rig.sent() >= due) result.dueSeconds = (performance.now() - begun) / 1000;
  }, 50);
  while (performance.now() - begun < seconds * 1000) {
    for (const wanted = ((performance.now() - begun) / 1000) * perSecond; result.asked < wanted; ) {
      const asked: Promise<void> = ask().finally(() => open.delete(asked));
      open.add(asked);
    }
    await sleep(5);
  }
  clearInterval(watch);
  await Promise.all(open);
  while (result.dueSeconds === undefined && performance.now() - begun < 120_000) await sleep(100);
  clearInterval(lookForDue);
  result.dueSent = rig.sent();
  return result;
}

const LONGEST_MS = 60_000;
/** Names of the flood begin where those of the capacity end. */
const FIRST = 1_000_000;

/** A name of its own, unlike the others and without digits: who may be meant, or might be a patient, is asked about. */
function nameOf(index: number): string {
  const letters = createHash('sha256').update(String(index)).digest().subarray(0, 10);
  return [...letters].map(byte => 'bcdfghjklmnprstvwz'[byte % 18] + 'aeiou'.charAt(byte % 5)).join('');
}

export const median = (times: readonly number[]) => quantile(times, 0.5);
export const quantile = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
export const longest = (times: readonly number[]): number => times.reduce((most, time) => Math.max(most, time), 0);

/** Megabytes a second over the last so many seconds: the slope of a line through them. */
export function slope(memoryMb: readonly number[], seconds: number): number {
  const last = memoryMb.slice(-seconds);
  const x = (last.length - 1) / 2;
  const y = last.reduce((sum, mb) => sum + mb, 0) / last.length;
  const over = last.reduce((sum, mb, index) => sum + (index - x) * (mb - y), 0);
  const under = last.reduce((sum, _, index) => sum + (index - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
