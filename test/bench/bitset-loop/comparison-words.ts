import type { FactValue } from '#domain';
import type { Comparison, FactType } from '#rules';
import type { FactPlace } from '../../../libs/rules/bulk/layout/fact-places.ts';
import type { StraightLine } from './straight-line.ts';

/** Words of the cases for which something definitely and possibly holds. */
export type Bounds = readonly [definite: string, possible: string];

function codeOf(type: FactType, value: FactValue): number {
  if (type.kind === 'enum') return type.values.indexOf(String(value));
  return type.kind === 'integer' ? Number(value) - type.min : Number(value);
}

function rangesOf(comparison: Comparison, type: FactType): readonly (readonly [low: number, high: number])[] {
  if ('between' in comparison) return [[codeOf(type, comparison.between[0]), codeOf(type, comparison.between[1])]];
  const values = 'in' in comparison ? comparison.in : [comparison.is];
  return values.map((value) => [codeOf(type, value), codeOf(type, value)]);
}

function greatest(type: FactType): number {
  return type.kind === 'integer' ? type.max - type.min : type.kind === 'enum' ? type.values.length - 1 : 1;
}

/**
 * A boolean: one plane says that it is true, the other that it is true or unknown. Where the two never differ the other
 * is not filled, which is settled ahead of the loop.
 */
function booleanWords(line: StraightLine, values: readonly FactValue[], place: FactPlace): Bounds {
  line.ahead(`const at${place.code} = (used[${place.unknown}] === 0 ? ${place.code} : ${place.unknown}) * stride;`);
  const isTrue = line.named(`planes[${place.code} * stride + i]`);
  const mayBeTrue = line.named(`planes[at${place.code} + i]`);
  if (values.includes(true) && values.includes(false)) {
    const unknown = line.and([mayBeTrue, line.not(isTrue)]);
    return [line.not(unknown), '-1'];
  }
  return values.includes(true) ? [isTrue, mayBeTrue] : [line.not(mayBeTrue), line.not(isTrue)];
}

/** A number or one of a list over the bit planes of its code, which is zero where it is unknown. */
function codeWords(
  line: StraightLine,
  ranges: readonly (readonly [low: number, high: number])[],
  most: number,
  place: FactPlace,
): Bounds {
  const plane = (index: number): string => line.named(`planes[${index} * stride + i]`);
  const from = (low: number): string => {
    if (low <= 0) return '-1';
    if (low > most) return '0';
    let word = '-1';
    for (let bit = 0; bit < place.bits; bit += 1) {
      const set = plane(place.code + bit);
      word = (low >> bit) % 2 === 1 ? line.and([set, word]) : line.or([set, word]);
    }
    return word;
  };
  const inside = line.or(ranges.map(([low, high]) => line.and([from(low), line.not(from(high + 1))])));
  const unknown = plane(place.unknown);
  return [line.and([inside, line.not(unknown)]), line.or([inside, unknown])];
}

/** Words of the cases for which a comparison definitely and possibly holds, over the planes of its fact. */
export function comparisonWords(line: StraightLine, comparison: Comparison, type: FactType, place: FactPlace): Bounds {
  if (type.kind !== 'boolean') return codeWords(line, rangesOf(comparison, type), greatest(type), place);
  if ('between' in comparison) throw new RangeError('A boolean has no range.');
  return booleanWords(line, 'in' in comparison ? comparison.in : [comparison.is], place);
}
