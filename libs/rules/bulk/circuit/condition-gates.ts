import type { Comparison, Condition } from '../../condition.ts';
import { comparisonTest } from '../../conditions/comparison-test.ts';
import type { CompiledFact } from '../../conditions/fact-table.ts';
import { factOf, type Leaf, normalForm } from '../../conditions/normal-form.ts';
import type { PlaneMap } from '../columns/fact-columns.ts';
import { sizeOf } from '../layout/coding.ts';
import type { FactPlace } from '../layout/fact-places.ts';
import { ALWAYS, complement, NEVER, type Ref } from './circuit.ts';
import type { CircuitBuilder } from './circuit-builder.ts';
import { codeIn, planeRef } from './code-gates.ts';
import { acceptedCodes } from './comparison-codes.ts';

/** A three-valued condition as two bitsets: the cases for which it is true, and those for which it is not false. */
export interface Bounds {
  readonly definite: Ref;
  readonly possible: Ref;
}

export interface Given {
  readonly builder: CircuitBuilder;
  readonly map: PlaneMap;
  readonly factOf: (id: string) => { readonly fact: CompiledFact; readonly place: FactPlace } | undefined;
}

export function given(builder: CircuitBuilder, map: PlaneMap, facts: readonly CompiledFact[]): Given {
  const byId = new Map(
    facts.flatMap((fact, index) => {
      const place = map.places[index];
      return place === undefined ? [] : [[fact.entry.id, { fact, place }] as const];
    }),
  );
  return { builder, map, factOf: (id) => byId.get(id) };
}

/** An unknown fact has the code 0, so a set of codes holds it already or must be told. */
function codeBounds(builder: CircuitBuilder, fact: CompiledFact, place: FactPlace, leaf: Comparison): Bounds {
  const { type } = fact.entry;
  const ranges = acceptedCodes(type, leaf);
  const accepted = codeIn(builder, place, ranges, sizeOf(type));
  const isUnknown = planeRef(place.unknown);
  return ranges[0]?.[0] === 0
    ? { definite: builder.and([accepted, complement(isUnknown)]), possible: accepted }
    : { definite: accepted, possible: builder.or([accepted, isUnknown]) };
}

function isKnown(builder: CircuitBuilder, { code, unknown, isBoolean }: FactPlace): Ref {
  const second = complement(planeRef(unknown));
  return isBoolean ? builder.or([planeRef(code), second]) : second;
}

/** A boolean has a plane for "true" and one for "true or unknown". */
function booleanBounds(builder: CircuitBuilder, place: FactPlace, leaf: Comparison): Bounds {
  const accepts = comparisonTest(leaf);
  const isTrue = planeRef(place.code);
  const mayBeTrue = planeRef(place.unknown);
  const isUnknown = complement(isKnown(builder, place));
  if (accepts(true) === accepts(false)) {
    return accepts(true)
      ? { definite: complement(isUnknown), possible: ALWAYS }
      : { definite: NEVER, possible: isUnknown };
  }
  return accepts(true)
    ? { definite: isTrue, possible: mayBeTrue }
    : { definite: complement(mayBeTrue), possible: complement(isTrue) };
}

function leafBounds({ builder, factOf: find }: Given, leaf: Leaf): Bounds {
  const found = find(factOf(leaf));
  // A fact that the catalogue lacks is never known.
  if (found === undefined) return { definite: NEVER, possible: 'known' in leaf ? NEVER : ALWAYS };
  const { fact, place } = found;
  if ('known' in leaf) return { definite: isKnown(builder, place), possible: isKnown(builder, place) };
  return place.isBoolean ? booleanBounds(builder, place, leaf) : codeBounds(builder, fact, place, leaf);
}

/** Both bitsets of a condition, after the truth tables of `compileCondition`. */
export function conditionBounds(from: Given, condition: Condition): Bounds {
  const form = normalForm(condition);
  switch (form.kind) {
    case 'leaf':
      return leafBounds(from, form.leaf);
    case 'not': {
      const { definite, possible } = conditionBounds(from, form.inner);
      return { definite: complement(possible), possible: complement(definite) };
    }
    case 'atLeast': {
      const parts = form.of.map((part) => conditionBounds(from, part));
      const inner = from.builder.atLeast(
        form.need,
        parts.map(({ definite }) => definite),
      );
      const outer = from.builder.atLeast(
        form.need,
        parts.map(({ possible }) => possible),
      );
      const [definite, possible] = from.builder.nested(inner, outer);
      return { definite, possible };
    }
    default:
      return form satisfies never;
  }
}
