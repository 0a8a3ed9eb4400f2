import type { Comparison } from '../../condition.ts';
import type { FactType } from '../../rule-set.ts';
import { codeOf, sizeOf } from '../layout/coding.ts';

/** Codes from the first to the last, both included. */
export type CodeRange = readonly [first: number, last: number];

function rangesOf(codes: readonly number[]): readonly CodeRange[] {
  const ranges: [number, number][] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && code <= last[1] + 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/** The codes of a type that a comparison accepts, as ranges in ascending order with gaps between them. */
export function acceptedCodes(type: FactType, comparison: Comparison): readonly CodeRange[] {
  if ('between' in comparison) {
    if (type.kind !== 'integer') return [];
    const first = Math.max(Math.ceil(comparison.between[0]) - type.min, 0);
    const last = Math.min(Math.floor(comparison.between[1]) - type.min, sizeOf(type) - 1);
    return first <= last ? [[first, last]] : [];
  }
  const values = 'is' in comparison ? [comparison.is] : comparison.in;
  return rangesOf(values.flatMap((value) => codeOf(type, value) ?? []));
}
