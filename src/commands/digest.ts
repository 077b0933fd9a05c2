import type { Content } from '../content/types.ts';
import { call, formCall } from '../core/call.ts';
import { buttons, type Card, card } from '../core/card.ts';
import type { Notebook } from '../core/store.ts';
import { formatDay } from '../domain/localTime.ts';
import type { DigestFacts } from '../domain/nudges.ts';
import { officialDates } from '../domain/officialDates.ts';
import { cycleOf, dayOf, phaseOn, weekOfSeason } from '../domain/season.ts';
import { actionCall } from './pieceCard.ts';

const WEEK = { hours: 7 * 24 };

/** What this person's digest could say now, counted afresh. */
export async function digestFacts(
  notebook: Notebook,
  { season }: Content,
  now: Temporal.Instant,
  zone: string,
): Promise<DigestFacts> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const soon = officialDates(cycleOf(today, season), season).filter(({ when, sureness }) => {
    const days = today.until(dayOf(when)).days;
    return sureness !== 'low' && days >= 0 && days <= 7;
  });
  return {
    logged: await notebook.countEntries(now.subtract(WEEK)),
    coming: soon.map(({ title, label, when }) => ({ title, at: `${label} ${formatDay(dayOf(when))}` })),
  };
}

/** The week, for this person: one thing to do, and at most four lines. */
export function digestCard(
  { logged, coming }: DigestFacts,
  content: Content,
  now: Temporal.Instant,
  zone: string,
): Card {
  const here = now.toZonedDateTimeISO(zone);
  const phase = phaseOn(here, content.season);
  const tip = content.tips.get(Math.min(weekOfSeason(here, content.season), 52));
  return card('Your week', {
    answer: phase.you,
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: 'Logged this week', value: String(logged) },
          ...coming.slice(0, 3).map(({ title, at }) => ({ label: title, value: at })),
        ],
      },
      ...buttons(
        tip && { label: tip.do.label, call: actionCall(tip.do.call) },
        { label: 'Log', call: formCall('log') },
        { label: 'Home', call: call('backchannel') },
      ),
    ],
    footer: 'Only you see this. Change it any time in settings.',
  });
}
