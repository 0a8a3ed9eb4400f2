import type { FactValue } from '#domain';

const PLAIN = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** A value of a fact: bare where it cannot be taken for anything else, otherwise in quotes. */
export function writeValue(value: FactValue): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && value !== 'true' && value !== 'false' ? value : JSON.stringify(value);
}
