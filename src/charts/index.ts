import type { Stage } from '../domain/vocabulary.ts';
import { type AuditData, drawAudit } from './audit.ts';
import { drawBuckets } from './buckets.ts';
import { createCache } from './cache.ts';
import type { Drawing } from './canvas.ts';
import { type Checked, drawChecks } from './checks.ts';
import { drawDimensions } from './dimensions.ts';
import { drawNetwork, type NetworkData } from './network.ts';
import { drawPhases } from './phases.ts';
import { toPng } from './png.ts';
import { drawReputation } from './reputation.ts';
import { drawRoutes } from './routes.ts';
import { drawSeason, type SeasonData } from './season.ts';

/** A picture as a card's block takes it. */
export interface Picture {
  png: Uint8Array;
  /** The file's name. */
  name: string;
  /** What it shows, in words; at most 1,000 characters. */
  alt: string;
  /** It shows what is one person's. */
  own?: true;
}

const keep = createCache<Picture>(60);

/** A picture that is drawn once for each content of its data, which is plain data or Temporal. */
function picture<Data extends object>(name: string, draw: (data: Data) => Drawing): (data: Data) => Promise<Picture> {
  return data =>
    keep(`${name} ${JSON.stringify(data)}`, async () => {
      const { svg, alt } = draw(data);
      return { png: await toPng(svg), name: `${name}.png`, alt };
    });
}

const routes = picture('routes', drawRoutes);
const dimensions = picture('dimensions', drawDimensions);
const phases = picture('phases', drawPhases);
const buckets = picture('buckets', drawBuckets);
const reputation = picture('reputation', drawReputation);

/** Every picture of what is the same for everybody. */
export const pictures = {
  season: picture<SeasonData>('season', drawSeason),
  phases: () => phases({}),
  routes: () => routes({}),
  dimensions: () => dimensions({}),
  buckets: () => buckets({}),
  /** With the reader's own stage standing out, where it is one of the five. */
  reputation: (stage?: Stage | null) => reputation({ stage }),
};

/** A picture of what is somebody's own: made when it is asked for, and never kept. */
async function ownPicture({ svg, alt }: Drawing, name: string): Promise<Picture> {
  return { png: await toPng(svg), name: `${name}.png`, alt, own: true };
}

export const ownPictures = {
  network: (data: NetworkData) => ownPicture(drawNetwork(data), 'network'),
  checks: (checks: readonly Checked[]) => ownPicture(drawChecks(checks), 'self-checks'),
  audit: (data: AuditData) => ownPicture(drawAudit(data), 'audit'),
  season: (data: SeasonData) => ownPicture(drawSeason(data), 'season'),
};
