import { unzipSync } from 'fflate';

/** What a file of two megabytes may grow to: a workbook of 10,000 rows has a tenth of it. */
const MOST_UNZIPPED = 40_000_000;
const MOST_ENTRIES = 2000;

/** The names in a zip file, none of them unpacked. @throws where it is none */
export function namesInZip(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
}

/**
 * The entries of a zip file that are wanted. An entry gets as much room as its head says, and no more than that is
 * unpacked, so that nothing small becomes very large. @returns undefined where it would become so; @throws where it is none
 */
export function unzipWithin(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most = MOST_UNZIPPED,
): Record<string, Uint8Array> | undefined {
  const sum = { packed: 0, unpacked: 0, entries: 0 };
  // Entries that share their bytes would be unpacked once each.
  const isWithin = () => sum.unpacked <= most && sum.entries <= MOST_ENTRIES && sum.packed <= bytes.length;
  const found = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      if (!wanted(name)) return false;
      sum.packed += size;
      sum.unpacked += originalSize;
      sum.entries += 1;
      return isWithin();
    },
  });
  return isWithin() ? found : undefined;
}
