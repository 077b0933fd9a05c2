import type { Uploads } from '../../core/ports/uploads.ts';
import { newId } from '../../core/runtime/id.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, instantOf } from '../entities/rows.ts';

/** Nobody's rows: which file it is, and when it goes. */
export const createUploads = (client: Client): Uploads => ({
  async remember({ team, fileId, deleteAt }) {
    await client.slackUpload.create({ data: { id: newId(), team, fileId, deleteAt: dateOf(deleteAt) } });
  },
  async due(team, now) {
    const rows = await client.slackUpload.findMany({
      where: { team, deleteAt: { lte: dateOf(now) } },
      orderBy: [{ deleteAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id, fileId, deleteAt }) => ({ id, fileId, deleteAt: instantOf(deleteAt) }));
  },
  forget: async id => void (await client.slackUpload.deleteMany({ where: { id } })),
});
