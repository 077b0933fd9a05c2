import type { LocalFile } from './formState.ts';
import type { Json, SlackFile } from './types.ts';
import type { World } from './world.ts';

/** Takes in what was sent to an upload URL, raw or as a form; the complaint if it is not what was announced. */
export async function receiveUpload(
  world: World,
  id: string,
  length: number,
  request: Request,
): Promise<string | undefined> {
  const file = world.files.get(id);
  if (!file || file.bytes.length > 0) return 'unknown or used upload URL';
  const bytes = await bytesOf(request);
  if (bytes.length !== length) return `announced ${length} bytes, received ${bytes.length}`;
  file.bytes = bytes;
  world.changed();
  return undefined;
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return new Uint8Array(await request.arrayBuffer());
  const part = [...(await request.formData()).values()].find(value => value instanceof File);
  return part ? part.bytes() : new Uint8Array();
}

/** Takes in a file that a person sends. */
export function keepFile(world: World, teamId: string, { name, content }: LocalFile): SlackFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { id: world.id('F'), teamId, name, title: name, deleted: false, bytes };
  world.files.set(file.id, file);
  return file;
}

/** A file as payloads and `files.info` describe it. */
export const fileJson = ({ id, name, title, bytes }: SlackFile, origin: string): Json => ({
  id,
  name,
  title,
  size: bytes.length,
  mode: 'hosted',
  url_private: `${origin}/files/${id}`,
  url_private_download: `${origin}/files/${id}?download`,
});

const SIGN_IN = '<!DOCTYPE html><title>Sign in to Slack</title>';

/** What a private address gives: the file to whoever has a token that may read it, a page to everybody else. */
export function download(world: World, id: string, token: string): Response {
  const file = world.files.get(id);
  const team = [...world.teams.values()].find(({ botToken }) => botToken === token);
  if (!file || file.deleted) return new Response('Not found', { status: 404 });
  const may = team?.id === file.teamId && !team.tokenError && team.scopes.has('files:read');
  return may
    ? new Response(file.bytes.slice(), { headers: { 'content-type': 'application/octet-stream' } })
    : new Response(SIGN_IN, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
