import { hasBit } from '../layout/coding.ts';
import type { FactPlace } from '../layout/fact-places.ts';
import { ALWAYS, complement, NEVER, type Ref } from './circuit.ts';
import type { CircuitBuilder } from './circuit-builder.ts';
import type { CodeRange } from './comparison-codes.ts';

/** The first plane has the slot after the empty set's. */
export function planeRef(plane: number): Ref {
  return 2 * (plane + 1);
}

/** Cases whose code is at least this one, from the lowest bit up: a bit decides unless the bits above it do. */
function atLeastCode(builder: CircuitBuilder, place: FactPlace, least: number, size: number): Ref {
  if (least >= size) return NEVER;
  let found = ALWAYS;
  for (let bit = 0; bit < place.bits; bit += 1) {
    const plane = planeRef(place.code + bit);
    found = hasBit(least, bit) ? builder.and([plane, found]) : builder.or([plane, found]);
  }
  return found;
}

function exactCode(builder: CircuitBuilder, place: FactPlace, code: number): Ref {
  const bits = Array.from({ length: place.bits }, (_, bit) => {
    const plane = planeRef(place.code + bit);
    return hasBit(code, bit) ? plane : complement(plane);
  });
  return builder.and(bits);
}

/** Cases whose code, which is below `size`, is in one of the ranges. */
export function codeIn(builder: CircuitBuilder, place: FactPlace, ranges: readonly CodeRange[], size: number): Ref {
  return builder.or(
    ranges.map(([first, last]) => {
      if (first === last && first > 0 && last < size - 1) return exactCode(builder, place, first);
      const isAbove = complement(atLeastCode(builder, place, last + 1, size));
      return builder.and([atLeastCode(builder, place, first, size), isAbove]);
    }),
  );
}
