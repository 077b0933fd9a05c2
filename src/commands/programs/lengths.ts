/** ", for 4 hours 30 minutes" behind the start of a meeting; nothing where it is not known how long it takes. */
export function sayLength(minutes: number | null): string {
  if (minutes === null) return '';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = [
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    rest > 0 && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`,
  ];
  return `, for ${said.filter(Boolean).join(' ')}`;
}
