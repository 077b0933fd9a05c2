import type { Hono, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { readZone } from '../../domain/time/zones.ts';
import { bodyOf } from './body.ts';
import type { Browser } from './guard.ts';
import { identityOf, personaShape } from './people.ts';
import type { Scripts } from './script.ts';
import { type Time, toShape } from './time.ts';

const zone = z.string().max(64);
const moveShape = z.strictObject({ persona: personaShape, zone, to: toShape });
const storyShape = z.strictObject({ persona: personaShape, do: z.enum(['load', 'empty']) });
const seasonShape = z.strictObject({ zone });

/** The zone that a browser names, or UTC where it names none. */
export function zoneOf(text: string | undefined): string {
  const read = readZone((text ?? '').slice(0, 64));
  return read.outcome === 'understood' ? read.value : 'UTC';
}

interface StageParts {
  time: Time;
  scripts: Scripts;
  /** Lets in no more new visitors than may begin. */
  bounded: MiddlewareHandler<Browser>;
}

/** What shows the bot rather than uses it: a time that moves, people who are made up, a season that is played. */
export function addStage(app: Hono<Browser>, { time, scripts, bounded }: StageParts): void {
  app.post('/api/time', bounded, async c => {
    const { persona, to, ...body } = await bodyOf(c, moveShape);
    const zone = zoneOf(body.zone);
    await time.move(to, zone);
    return c.json(await time.shown(identityOf(c.get('browser'), persona), zone));
  });

  app.post('/api/story', bounded, async c => {
    const { persona, ...body } = await bodyOf(c, storyShape);
    await scripts[body.do](c.get('browser'), persona);
    return c.json({ persona });
  });

  app.post('/api/season', bounded, async c => {
    await bodyOf(c, seasonShape);
    if (!time.play) return c.json({});
    await scripts.begin(c.get('browser'), time.play.cycle(), time.play);
    return c.json({ persona: 'sam', from: time.play.firstDay(), to: time.play.lastDay() });
  });
}
