import { careFor } from '../../domain/care/care.ts';
import { proofread } from '../../domain/drafts/proofread.ts';
import { screen } from '../../domain/privacy/privacy.ts';
import type { Listen } from '../ports/listening.ts';
import type { Proofread, Screen } from '../ports/screening.ts';

/** What looks through whole texts, each by many patterns. */
export interface TextReaders {
  screen: Screen;
  proofread: Proofread;
  listen: Listen;
}

const inPlace: TextReaders = {
  screen: async (text, own) => screen(text, { own }),
  proofread: async (text, writing, own) => proofread(text, writing, own),
  listen: async text => careFor(text),
};

/** Those that are given, else in place; care is listened to in place also where its reader fails. */
export function textReaders(given: Partial<TextReaders>): TextReaders {
  const readers = { ...inPlace, ...given };
  return { ...readers, listen: text => readers.listen(text).catch(() => inPlace.listen(text)) };
}
