/** Whoever has a phone in hand, on any platform: what they do to what they see. */
export interface Phone<Seen> {
  types(words: string): Promise<Seen>;
  taps(seen: Seen, label: string): Promise<Seen>;
  /** Picks from the menu with this placeholder. */
  picks(seen: Seen, placeholder: string, label: string): Promise<Seen>;
  /** Opens a form by its button and hands it in; choices by their keys. */
  fills(seen: Seen, label: string, fields: Fields): Promise<Seen>;
  /** The same by an entry of a menu. */
  picksForm(seen: Seen, placeholder: string, label: string, fields: Fields): Promise<Seen>;
  text(seen: Seen): string;
}

/** What is put into a form: `pick` from its menus, `type` into its lines. */
export interface Fields {
  pick?: Record<string, string>;
  type?: Record<string, string>;
}

/** What a way costs: a tap 1.5 s, a typed character a third of a second, a word that is read a quarter of one. */
const SECONDS = { tap: 1.5, character: 1 / 3, word: 1 / 4 };

export interface Cost {
  taps: number;
  seconds: number;
}

/**
 * A phone that counts. To pick from a menu are two taps, a line one tap and its characters. Of each card are read its
 * title and its answer, which can be read alone.
 */
export function counted<Seen>(phone: Phone<Seen>): Phone<Seen> & { since(): Cost } {
  let cost = { taps: 0, characters: 0, words: 0 };
  const spend = (taps: number, characters = 0) => {
    cost.taps += taps;
    cost.characters += characters;
  };
  const read = (seen: Seen): Seen => {
    const lines = phone.text(seen).split('\n').filter(Boolean).slice(0, 2);
    cost.words += lines.join(' ').split(/\s+/).length;
    return seen;
  };
  const inForm = ({ pick = {}, type = {} }: Fields) => {
    const typed = Object.values(type);
    spend(1 + 2 * Object.keys(pick).length + typed.length, typed.join('').length);
  };
  return {
    text: phone.text,
    async types(words) {
      spend(1, words.length);
      return read(await phone.types(words));
    },
    async taps(seen, label) {
      spend(1);
      return read(await phone.taps(seen, label));
    },
    async picks(seen, placeholder, label) {
      spend(2);
      return read(await phone.picks(seen, placeholder, label));
    },
    async fills(seen, label, fields) {
      spend(1);
      inForm(fields);
      return read(await phone.fills(seen, label, fields));
    },
    async picksForm(seen, placeholder, label, fields) {
      spend(2);
      inForm(fields);
      return read(await phone.picksForm(seen, placeholder, label, fields));
    },
    /** What was spent since it was last asked. */
    since() {
      const { taps, characters, words } = cost;
      cost = { taps: 0, characters: 0, words: 0 };
      return { taps, seconds: taps * SECONDS.tap + characters * SECONDS.character + words * SECONDS.word };
    },
  };
}
