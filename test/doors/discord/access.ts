import { pino } from 'pino';
import { createCounters } from '../../../src/core/runtime/counters.ts';
import { deliveryRest } from '../../../src/doors/discord/connection.ts';
import { createRefusals } from '../../../src/doors/refusals.ts';

/** What a notifier sends with, where no gateway is wanted: the token is taken. */
export function tokenTaken(apiUrl: string) {
  const rest = deliveryRest('good-token', apiUrl);
  return {
    connection: { rest: () => rest, isRefused: () => false, unauthorized: async () => false },
    refusals: createRefusals('Discord', pino({ level: 'silent' }), createCounters()),
  };
}
