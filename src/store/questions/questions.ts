import type { Questions } from '../../core/ports/questions.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, instantOf } from '../entities/rows.ts';

/** More are no list that anybody reads; beyond it those not asked for longest go. */
const MOST = 500;
const KEPT = { hours: 180 * 24 };

export const createQuestions = (client: Client, digest: (text: string) => string): Questions => ({
  async count(words, now) {
    const id = digest(`question ${words}`);
    await client.unfoundQuestion.upsert({
      where: { id },
      create: { id, words, askedAt: dateOf(now) },
      update: { times: { increment: 1 }, askedAt: dateOf(now) },
    });
    const over = await client.unfoundQuestion.findMany({
      orderBy: [{ askedAt: 'desc' }, { times: 'desc' }],
      skip: MOST,
      select: { id: true },
    });
    if (over.length > 0) await client.unfoundQuestion.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } });
  },
  async list() {
    const rows = await client.unfoundQuestion.findMany({ orderBy: [{ times: 'desc' }, { askedAt: 'desc' }] });
    return rows.map(({ words, times, askedAt }) => ({ words, times, askedAt: instantOf(askedAt) }));
  },
});

/** Removes what nobody asked for in half a year. */
export const oldQuestions = (client: Client, now: Temporal.Instant) =>
  client.unfoundQuestion.deleteMany({ where: { askedAt: { lt: dateOf(now.subtract(KEPT)) } } });
