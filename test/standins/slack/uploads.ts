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
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return request.bytes();
  const part = [...(await request.formData()).values()].find(value => value instanceof File);
  return part ? part.bytes() : new Uint8Array();
}
