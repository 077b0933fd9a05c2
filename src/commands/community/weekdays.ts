import { weekdayNames } from '../../domain/time/localTime.ts';

/** 1 Monday to 7 Sunday, as the choices of an option. */
export const weekdays: Record<string, { label: string }> = Object.fromEntries(
  weekdayNames.map((label, index) => [String(index + 1), { label }]),
);
