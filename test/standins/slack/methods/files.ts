import { z } from 'zod';
import { post, readContent } from '../messages.ts';
import { SlackError, type SlackFile } from '../types.ts';
import { fileJson } from '../uploads.ts';
import { type Call, method, postable } from './method.ts';

const scope = 'files:write';

const getUploadUrl = method({
  tier: 'tier4',
  scope,
  args: z.object({
    filename: z.string().min(1),
    length: z.coerce.number().int().min(1),
    alt_text: z.string().optional(),
    snippet_type: z.string().optional(),
  }),
  run({ filename, length }, { world, team, origin }) {
    const id = world.id('F');
    world.files.set(id, {
      id,
      teamId: team.id,
      name: filename,
      title: filename,
      bytes: new Uint8Array(),
      deleted: false,
    });
    return { file_id: id, upload_url: `${origin}/upload/${id}?length=${length}` };
  },
});

const complete = method({
  tier: 'tier4',
  scope,
  args: z.object({
    files: z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1),
    channel_id: z.string().optional(),
    initial_comment: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
  run(args, call) {
    const { world, team } = call;
    const files = args.files.map(({ id, title }) => {
      const file = ownFile(call, id);
      if (file.bytes.length === 0) throw new SlackError('file_not_found');
      return Object.assign(file, { title: title ?? file.name });
    });
    if (args.channel_id) {
      const channel = postable(call, args.channel_id);
      const said = args.initial_comment
        ? readContent(world, { text: args.initial_comment })
        : { text: '', blocks: [], pings: [] };
      post(world, channel, { ...said, author: team.botUserId, files, threadTs: args.thread_ts });
    }
    return { files: files.map(({ id, title, name }) => ({ id, title, name })) };
  },
});

const info = method({
  tier: 'tier4',
  scope: 'files:read',
  args: z.object({ file: z.string() }),
  run: ({ file: id }, call) => ({ file: fileJson(ownFile(call, id), call.origin) }),
});

const remove = method({
  tier: 'tier3',
  scope,
  args: z.object({ file: z.string() }),
  run({ file: id }, call) {
    const file = ownFile(call, id);
    Object.assign(file, { deleted: true, bytes: new Uint8Array() });
    call.world.changed();
    return {};
  },
});

function ownFile({ world, team }: Call, id: string): SlackFile {
  const file = world.files.get(id);
  if (!file || file.teamId !== team.id) throw new SlackError('file_not_found');
  if (file.deleted) throw new SlackError('file_deleted');
  return file;
}

export const files = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
  'files.info': info,
  'files.delete': remove,
};
