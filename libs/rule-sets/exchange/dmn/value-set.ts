import type { FactValue } from '#domain';
import type { Comparison, FactType } from '#rules';

/** Where a value stands among those of its type; both ends of a range are included. */
type RankRange = readonly [low: number, high: number];

/** Which state of a fact a test accepts: that it is not known, or a known value in one of these ranges, in rising order. */
export type ValueSet = 'not known' | readonly RankRange[];

function rank(type: FactType, value: FactValue): number {
  return type.kind === 'enum' ? type.values.indexOf(String(value)) : Number(value);
}

/** Every known value. */
export function everyValue(type: FactType): readonly RankRange[] {
  if (type.kind === 'boolean') return [[0, 1]];
  return type.kind === 'integer' ? [[type.min, type.max]] : [[0, type.values.length - 1]];
}

/** The known values that a comparison accepts, or those that it refuses. */
export function valuesOf(comparison: Comparison, type: FactType, negated: boolean): readonly RankRange[] {
  const accepted = acceptedBy(comparison, type);
  return negated ? without(everyValue(type), accepted) : accepted;
}

function acceptedBy(comparison: Comparison, type: FactType): readonly RankRange[] {
  if ('between' in comparison) return [comparison.between];
  const values = 'is' in comparison ? [comparison.is] : comparison.in;
  const ranks = values.map((value) => rank(type, value)).sort((a, b) => a - b);
  return ranks.reduce<RankRange[]>((ranges, at) => {
    const last = ranges.at(-1);
    if (last === undefined || last[1] + 1 < at) return [...ranges, [at, at]];
    return [...ranges.slice(0, -1), [last[0], at]];
  }, []);
}

function without(all: readonly RankRange[], taken: readonly RankRange[]): readonly RankRange[] {
  return taken.reduce<readonly RankRange[]>(
    (left, [low, high]) =>
      left
        .flatMap(([from, to]): RankRange[] => [
          [from, Math.min(to, low - 1)],
          [Math.max(from, high + 1), to],
        ])
        .filter(([from, to]) => from <= to),
    all,
  );
}

/** What both accept; empty when no state of the fact can be both. */
export function both(a: ValueSet, b: ValueSet): ValueSet {
  if (a === 'not known' || b === 'not known') return a === b ? a : [];
  return a
    .flatMap(([low, high]) => b.map(([from, to]): RankRange => [Math.max(low, from), Math.min(high, to)]))
    .filter(([from, to]) => from <= to);
}
