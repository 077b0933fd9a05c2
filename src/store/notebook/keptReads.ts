/** What one request has read of a notebook: each thing once, and anew after any write. Never more than one request's. */
export interface KeptReads {
  /** The read, whose answer is kept until something is written; one that fails is not. */
  kept<Found>(read: () => Promise<Found>): () => Promise<Found>;
  /** Something was written, or may have been: whatever is read from now on is fresh. */
  forget(): void;
}

export function createKeptReads(): KeptReads {
  let writes = 0;
  return {
    kept<Found>(read: () => Promise<Found>) {
      let last: { found: Promise<Found>; at: number } | undefined;
      return () => {
        if (last?.at !== writes) {
          const fresh = { found: read(), at: writes };
          last = fresh;
          fresh.found.catch(() => {
            if (last === fresh) last = undefined;
          });
        }
        return last.found;
      };
    },
    forget() {
      writes += 1;
    },
  };
}
