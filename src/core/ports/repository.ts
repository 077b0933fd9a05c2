/** What a write answers. `undoId` takes it back for ten minutes; a repeat of the same request gives the first's. */
export interface Written<T> {
  value: T;
  undoId: string;
  repeated: boolean;
}

/**
 * One kind of thing that a user keeps, few enough to be read whole. Each write is one transaction, remembered by the
 * request, and can be taken back.
 * @throws UserError where there is no room for another, or what is to be changed is not there any more
 */
export interface Repository<Item extends { id: string }> {
  /** Oldest first; people by their names. Read once a request, and anew after a write. */
  all(): Promise<readonly Item[]>;
  get(id: string): Promise<Item | undefined>;
  add(item: Omit<Item, 'id'>): Promise<Written<Item>>;
  change(id: string, change: Partial<Omit<Item, 'id'>>): Promise<Written<Item>>;
  remove(id: string): Promise<Written<Item>>;
}
