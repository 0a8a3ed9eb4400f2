import { sha256 } from '#platform';
import type { Faults } from '../pages/pages.ts';

/** What stands behind the question mark of an address, one text each. */
export type Query = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const REFERENCE = /^[A-Z0-9-]{1,40}$/;

/** Empty when it was left out or given more than once. */
export function textIn(query: Query, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/** As `isDay`, or nothing at all. */
export function isDayOrNothing(text: string): boolean {
  return text === '' || isDay(text);
}

/** What is wrong with a first and a last day, at the field where it is. */
export function spanFaults(
  { from, to }: { readonly from: string; readonly to: string },
  text: { readonly badDay: string; readonly badSpan: string },
  isRight: (day: string) => boolean,
): Faults {
  if (isDay(from) && isDay(to) && from > to) return { to: text.badSpan };
  return { ...(isRight(from) ? {} : { from: text.badDay }), ...(isRight(to) ? {} : { to: text.badDay }) };
}

/** People stand in addresses under a name that does not lead back to them. */
export function veiled(personId: string): string {
  return sha256(personId).slice(0, 16);
}
