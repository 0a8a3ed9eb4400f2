import type { FactValue } from '#domain';
import type { FactType } from './rule-set.ts';

/** Whether a value is one the type allows. Nothing is converted: "0" is no integer and 1 is no boolean. */
export function fits(type: FactType, value: unknown): value is FactValue {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && type.min <= Number(value) && Number(value) <= type.max;
    case 'enum':
      return typeof value === 'string' && type.values.includes(value);
    default:
      return type satisfies never;
  }
}

/** The values of a type in words, to end the sentence "It must be …". */
export function describeType(type: FactType): string {
  switch (type.kind) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number from ${type.min} to ${type.max}`;
    case 'enum':
      return `one of ${type.values.map((value) => `"${value}"`).join(', ')}`;
    default:
      return type satisfies never;
  }
}

/** Where a value stands among the values of its type: false before true, enum values as listed. */
export function rankOf(type: FactType, value: FactValue): number {
  return type.kind === 'enum' ? type.values.indexOf(String(value)) : Number(value);
}

/** Ranks of the least and the greatest value. */
export function rankRange(type: FactType): readonly [least: number, greatest: number] {
  switch (type.kind) {
    case 'boolean':
      return [0, 1];
    case 'integer':
      return [type.min, type.max];
    case 'enum':
      return [0, type.values.length - 1];
    default:
      return type satisfies never;
  }
}
