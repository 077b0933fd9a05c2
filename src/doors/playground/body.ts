import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

export const badRequest = () => new HTTPException(400, { message: 'This is not what the playground’s page sends.' });

/** What a request holds. @throws HTTPException where it is nothing that the page sends */
export async function bodyOf<T extends z.ZodType>(c: Context, shape: T): Promise<z.output<T>> {
  const result = shape.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) throw badRequest();
  return result.data;
}
