import type { Check, HistoryItem } from '../../core/ports/notebook.ts';
import { goodness } from '../../domain/bucket/bucket.ts';
import type { Defender, LooseEnd } from '../../domain/notebook.ts';
import { formatShortDay } from '../../domain/time/localTime.ts';
import { count } from '../../domain/words/sentences.ts';

interface Moving {
  entries: readonly Pick<HistoryItem, 'loggedAt'>[];
  looseEnds: readonly Pick<LooseEnd, 'closedOn'>[];
  defenders: readonly Pick<Defender, 'since'>[];
  /** The newest first. */
  checks: readonly Check[];
  today: Temporal.PlainDate;
  zone: string;
}

/** "Since Sat, Nov 21: three logged, one loose end closed, bucket up."; nothing where nothing has moved. */
export function movedSince({ entries, looseEnds, defenders, checks, today, zone }: Moving): string | undefined {
  const from = today.subtract({ days: 7 });
  const isSince = (day: Temporal.PlainDate | null) => day !== null && Temporal.PlainDate.compare(day, from) >= 0;
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate();
  const logged = entries.filter(({ loggedAt }) => isSince(dayOf(loggedAt))).length;
  const closed = looseEnds.filter(({ closedOn }) => isSince(closedOn)).length;
  const named = defenders.filter(({ since }) => isSince(since)).length;
  const moved = bucketMoved(checks, at => !isSince(dayOf(at)));
  const parts = [
    logged > 0 && `${count(logged, 'logged', 'logged')}`,
    closed > 0 && count(closed, 'loose end closed', 'loose ends closed'),
    named > 0 && count(named, 'defender named', 'defenders named'),
    moved && `bucket ${moved}`,
  ].filter(part => part !== false && part !== undefined);
  return parts.length > 0 ? `Since ${formatShortDay(from)}: ${parts.join(', ')}.` : undefined;
}

function bucketMoved(checks: readonly Check[], isBefore: (at: Temporal.Instant) => boolean): string | undefined {
  const [newest] = checks;
  const before = checks.find(({ at }) => isBefore(at));
  if (!newest || !before || newest === before) return undefined;
  const step = goodness(newest.checked.bucket) - goodness(before.checked.bucket);
  return step === 0 ? undefined : step > 0 ? 'up' : 'down';
}
