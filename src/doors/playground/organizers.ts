import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Block } from '../../core/cards/card.ts';
import { readZone } from '../../domain/time/zones.ts';
import { badRequest } from './body.ts';
import type { Browser } from './guard.ts';

interface Plan {
  weekday: number;
  hour: number;
  zone: string;
  shiftDays: number;
  match: boolean;
}

/** What organizers can look at before anything is posted; it throws a ContentError where a text has a mistake. */
export interface Desk {
  posts(plan: Plan): Promise<{ when: string; title: string; blocks: Block[]; button?: string }[]>;
  calendar(plan: Plan): Promise<string>;
  page(id: string, platform: string): Promise<{ title: string; blocks: Block[] } | undefined>;
}

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
/** How far a season may be shifted, in days: half a year either way, as in the setup. */
const MOST_SHIFT = 182;

const planShape = z.object({
  weekday: whole(1, 7),
  hour: whole(0, 23),
  zone: z.string().max(64),
  shift: whole(-MOST_SHIFT, MOST_SHIFT).default(0),
  match: z.enum(['yes', 'no']).default('yes'),
});
const pageShape = z.object({ id: z.string().max(64), on: z.enum(['slack', 'discord']) });

/** Reads what the address asks for. @throws HTTPException 400 */
function asked<Shape extends z.ZodType>(c: Context<Browser>, shape: Shape): z.output<Shape> {
  const read = shape.safeParse(c.req.query());
  if (!read.success) throw badRequest();
  return read.data;
}

/** The plan, or in a sentence why its zone is none. */
function planOf(c: Context<Browser>): Plan | string {
  const { weekday, hour, shift, match, zone } = asked(c, planShape);
  const read = readZone(zone.trim() === '' ? 'UTC' : zone);
  if (read.outcome !== 'understood') return read.outcome === 'asked' ? read.question : read.because;
  return { weekday, hour, zone: read.value, shiftDays: shift, match: match === 'yes' };
}

/** For organizers: what would be posted on which day, as a page and as a calendar, and the texts to hand on. */
export function addOrganizers(app: Hono<Browser>, desk: Desk): void {
  app.get('/api/posts', async c => {
    const plan = planOf(c);
    if (typeof plan === 'string') return c.json({ problem: plan });
    return told(async () => ({ posts: await desk.posts(plan), zone: plan.zone })).then(answer => c.json(answer));
  });
  app.get('/api/page', async c => {
    const { id, on } = asked(c, pageShape);
    return told(async () => ({ page: await desk.page(id, on) })).then(answer => c.json(answer));
  });
  app.get('/posts.ics', async c => {
    const plan = planOf(c);
    if (typeof plan === 'string') return c.text(`${plan}\n`, 400);
    return c.body(await desk.calendar(plan), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="backchannel-posts.ics"',
    });
  });
}

/** What a text has wrong is for whoever writes it: by file, line and field. */
const told = <Answer extends object>(work: () => Promise<Answer>): Promise<Answer | { problem: string }> =>
  work().catch((error: unknown) => {
    if (error instanceof Error && error.name === 'ContentError') return { problem: error.message };
    throw error;
  });
