import { z } from 'zod';
import type { DeliveryItem } from '../../core/ports/ledger.ts';
import { nudgeItem } from '../../domain/entities/columns.ts';

const deliveryItems = z.array(nudgeItem.extend({ why: z.string() }));

/** What a delivery says, from its column and to it. */
export const itemsOf = (json: string): DeliveryItem[] => deliveryItems.parse(JSON.parse(json));
export const itemsText = (items: readonly DeliveryItem[]): string =>
  JSON.stringify(
    items.map(({ kind, subject, occurrence, dueAt, why }) => ({
      kind,
      subject,
      occurrence,
      dueAt: dueAt.toString(),
      why,
    })),
  );
