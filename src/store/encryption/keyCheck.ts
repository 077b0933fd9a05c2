import { StartError } from '../../core/ports/errors.ts';
import { type BareClient, isTaken } from '../driver/client.ts';
import type { FieldCipher } from './cipher.ts';

/**
 * A word sealed at the first start opens with the same key alone.
 * @throws StartError where it does not
 */
export async function checkKey(client: BareClient, cipher: FieldCipher): Promise<void> {
  const place = { table: 'KeyCheck', column: 'word', id: 'check' };
  const known = () => client.keyCheck.findUnique({ where: { id: place.id } });
  const row =
    (await known()) ??
    (await client.keyCheck
      .create({ data: { id: place.id, word: cipher.seal('backchannel', place) } })
      .catch(error => (isTaken(error) ? known() : Promise.reject(error))));
  try {
    cipher.open(row?.word ?? '', place);
  } catch {
    throw new StartError('The encryption key is not the one that this database was made with; give it that one.');
  }
}
