import type { FactValue } from '#domain';
import type { Condition } from '#rules';
import { nameOf } from '../support/plain-case.ts';

/** How a language that writes operators between operands says each thing of the shared fragment. */
export interface Dialect {
  readonly and: string;
  readonly or: string;
  not(inner: string): string;
  equals(name: string, value: string): string;
  oneOf(name: string, values: readonly string[]): string;
  between(name: string, low: string, high: string): string;
  /** 1 where a condition holds, otherwise 0. */
  count(inner: string): string;
  literal(value: FactValue): string;
}

/** A condition as an expression of the language. `known` is not in the fragment that other engines share. */
export function infix(condition: Condition, dialect: Dialect): string {
  const parts = (list: readonly Condition[]): readonly string[] => list.map((part) => infix(part, dialect));
  if ('all' in condition) return `(${parts(condition.all).join(` ${dialect.and} `)})`;
  if ('any' in condition) return `(${parts(condition.any).join(` ${dialect.or} `)})`;
  if ('not' in condition) return dialect.not(infix(condition.not, dialect));
  if ('of' in condition) {
    const counted = parts(condition.of).map((part) => dialect.count(part));
    return `(${counted.join(' + ')} >= ${condition.atLeast})`;
  }
  if ('known' in condition) throw new RangeError('Engines without unknown facts cannot be asked what is known.');
  const name = nameOf(condition.fact);
  if ('is' in condition) return dialect.equals(name, dialect.literal(condition.is));
  if ('in' in condition)
    return dialect.oneOf(
      name,
      condition.in.map((value) => dialect.literal(value)),
    );
  const [low, high] = condition.between;
  return dialect.between(name, dialect.literal(low), dialect.literal(high));
}
