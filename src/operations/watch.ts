import type { PlatformDoor } from '../core/ports/door.ts';
import { createHealth } from './health.ts';
import { createMetrics, type MetricsParts } from './metrics.ts';
import { metricsRoute } from './metricsRoute.ts';

interface WatchParts
  extends Omit<MetricsParts, 'readiness' | 'store'>,
    Omit<Parameters<typeof createHealth>[0], 'doors' | 'checkSeconds'> {
  doors: readonly PlatformDoor[];
  store: MetricsParts['store'] & Parameters<typeof createHealth>[0]['store'];
  states: Parameters<typeof createHealth>[0]['doors'];
  config: { tickSeconds: number; metricsToken: string | undefined; publicUrl: string | undefined };
}

/** What others watch this process by: `/healthz`, `/readyz` and `/metrics`. */
export function createWatch({ config, states, ...parts }: WatchParts) {
  const { stop, routes, readiness } = createHealth({ ...parts, doors: states, checkSeconds: config.tickSeconds });
  const access = { token: config.metricsToken, isProxied: config.publicUrl !== undefined };
  return { stop, routes: { ...routes, '/metrics': metricsRoute(createMetrics({ ...parts, readiness }), access) } };
}
