/** Tells the operator how far something is: nothing in the first second, then a line a second. */
export type Progress = (line: () => string) => void;

export function progressLines(tell: (line: string) => void): Progress {
  let toldAt = performance.now();
  return line => {
    if (performance.now() - toldAt < 1000) return;
    toldAt = performance.now();
    tell(line());
  };
}

/** Bytes as an operator reads them: `4.2 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
