import type { FactValue } from '#domain';
import { fits, rankOf, rankRange } from '../../fact-type.ts';
import type { FactType } from '../../rule-set.ts';

/** How many values a type has. */
export function sizeOf(type: FactType): number {
  const [least, greatest] = rankRange(type);
  return greatest - least + 1;
}

/** A value as a whole number from 0 (the least of its type), or null for a value the type does not allow. */
export function codeOf(type: FactType, value: unknown): number | null {
  return fits(type, value) ? rankOf(type, value) - rankRange(type)[0] : null;
}

/** The value of a code; null for a code that no value of the type has. */
export function valueOfCode(type: FactType, code: number): FactValue | null {
  if (code >= sizeOf(type)) return null;
  switch (type.kind) {
    case 'boolean':
      return code === 1;
    case 'integer':
      return type.min + code;
    case 'enum':
      return type.values[code] ?? null;
    default:
      return type satisfies never;
  }
}

/** How many bits tell so many codes apart; none for a type with one value. */
export function bitsFor(size: number): number {
  let bits = 0;
  while (2 ** bits < size) bits += 1;
  return bits;
}

/** One bit of a code. By arithmetic, because a code may have more than the 32 bits of JavaScript's operators. */
export function hasBit(code: number, bit: number): boolean {
  return Math.floor(code / 2 ** bit) % 2 === 1;
}
