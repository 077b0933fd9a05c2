import { createHash } from 'node:crypto';
import type { SlackApps } from '../../core/ports/slackApps.ts';
import { type Client, isTaken } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';

/** How long one process has to renew a token before another may. */
const TENDING = { minutes: 5 };

/** So many may be on their way to Slack and back. */
const MOST_UNDER_WAY = 1000;

const digest = (state: string): string => createHash('sha256').update(state).digest('base64url');

export const createSlackApps = (client: Client): SlackApps => ({
  async keep({ key: id, app }, now) {
    const data = { app, changedAt: dateOf(now) };
    const write = () => client.slackInstallation.updateMany({ where: { id }, data });
    if ((await write()).count > 0) return;
    await client.slackInstallation.create({ data: { id, ...data, tendedAt: new Date(0) } }).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      return write();
    });
  },
  async find(id) {
    return (await client.slackInstallation.findUnique({ where: { id } }))?.app;
  },
  async changed(since) {
    const where = since && { where: { changedAt: { gte: dateOf(since) } } };
    const rows = await client.slackInstallation.findMany({ ...where, orderBy: { id: 'asc' } });
    return rows.map(({ id: key, app }) => ({ key, app }));
  },
  forget: async keys => void (await client.slackInstallation.deleteMany({ where: { id: { in: [...keys] } } })),
  async tend(id, now) {
    const where = { id, tendedAt: { lt: dateOf(now.subtract(TENDING)) } };
    return (await client.slackInstallation.updateMany({ where, data: { tendedAt: dateOf(now) } })).count > 0;
  },
  async issue(state, until) {
    // Whoever asks for many takes the place of others who asked, and no more room.
    const beyond = { orderBy: { expiresAt: 'desc' }, skip: MOST_UNDER_WAY, select: { id: true } } as const;
    const oldest = (await client.slackInstallState.findMany(beyond)).map(({ id }) => id);
    if (oldest.length > 0) await client.slackInstallState.deleteMany({ where: { id: { in: oldest } } });
    await client.slackInstallState.create({ data: { id: digest(state), expiresAt: dateOf(until) } });
  },
  async take(state, now) {
    const where = { id: digest(state), expiresAt: { gt: dateOf(now) } };
    return (await client.slackInstallState.deleteMany({ where })).count > 0;
  },
  async join(team, enterprise) {
    const here = await client.account.findMany({ where: { platform: 'slack', scope: team } });
    for (const { id } of here)
      await client.account.update({ where: { id }, data: { scope: enterprise } }).catch((error: unknown) => {
        // They came by the organization before: that notebook stays theirs.
        if (!isTaken(error)) throw error;
      });
  },
});
