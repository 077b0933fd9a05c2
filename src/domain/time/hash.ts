/** A 32-bit FNV-1a hash: small, even, the same everywhere. For spreading and comparing, not for secrets. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
