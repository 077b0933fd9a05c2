import { createHmac, hkdfSync } from 'node:crypto';

/** Eight letters and digits from the key, so that it is the same over restarts and nothing has to be kept. */
export function claimCode(key: Uint8Array, community: string): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'backchannel claim code', 32));
  const digits = createHmac('sha256', own).update(`claim:${community}`).digest('hex').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
