import type { Truth } from '../evaluation.ts';

/** Kleene's three values as numbers in their order, so that the inner loops compare and do not allocate. */
export type Kleene = 0 | 1 | 2;
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export function opposite(value: Kleene): Kleene {
  if (value === UNKNOWN) return UNKNOWN;
  return value === TRUE ? FALSE : TRUE;
}

export function toTruth(value: Kleene): Truth {
  if (value === UNKNOWN) return 'unknown';
  return value === TRUE ? 'true' : 'false';
}
