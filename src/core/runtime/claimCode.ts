import { createHmac } from 'node:crypto';

/** Eight letters and digits from the key, so that it is the same over restarts and nothing has to be kept. */
export function claimCode(key: Buffer, community: string): string {
  const digits = createHmac('sha256', key).update(`claim:${community}`).digest('hex').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
