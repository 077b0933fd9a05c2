import type { PlatformDoor } from '../core/ports/door.ts';
import { createHealth } from './health.ts';
import { createMetrics, type MetricsParts } from './metrics.ts';
import { type Access, metricsRoute } from './metricsRoute.ts';

interface WatchParts
  extends Omit<MetricsParts, 'readiness' | 'store'>,
    Omit<Parameters<typeof createHealth>[0], 'doors'> {
  doors: readonly PlatformDoor[];
  store: MetricsParts['store'] & Parameters<typeof createHealth>[0]['store'];
  states: Parameters<typeof createHealth>[0]['doors'];
  access: Access;
}

/** What others watch this process by: `/healthz`, `/readyz` and `/metrics`. */
export function createWatch({ access, states, ...parts }: WatchParts) {
  const { stop, routes, readiness } = createHealth({ ...parts, doors: states });
  return { stop, routes: { ...routes, '/metrics': metricsRoute(createMetrics({ ...parts, readiness }), access) } };
}
