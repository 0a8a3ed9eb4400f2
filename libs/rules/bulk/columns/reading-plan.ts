import type { CompiledFact } from '../../conditions/fact-table.ts';
import type { FactType } from '../../rule-set.ts';
import { codeOf, sizeOf, valueOfCode } from '../layout/coding.ts';
import type { FactLayout, LayoutFact } from '../layout/fact-layout.ts';
import type { FactPlace } from '../layout/fact-places.ts';
import { planeMap, type PlaneMap } from './fact-columns.ts';

/** A fact whose codes mean other values in the layout than for the rules: case by case, through spare planes. */
export interface Translation {
  readonly from: { readonly plane: number; readonly bits: number };
  readonly to: FactPlace;
  readonly translate: (code: number) => number | null;
}

/** How the bits of records become planes. */
export interface ReadingPlan {
  readonly map: PlaneMap;
  /** Planes to make, the rule set's own first. */
  readonly planes: number;
  /** The plane of each bit of a record, -1 for a bit that no rule reads. */
  readonly planeOfBit: Int32Array;
  readonly translations: readonly Translation[];
  /** Facts whose codes must be below a limit; those that are not are unknown. */
  readonly limits: readonly { readonly place: FactPlace; readonly limit: number }[];
  /** Facts that the layout lacks or has in another kind: the same for every case, null for unknown. */
  readonly constants: readonly { readonly place: FactPlace; readonly code: number | null }[];
}

/** Whether the values that both types have are the same and have the same codes. */
function sharesCodes(from: FactType, to: FactType): boolean {
  if (from.kind === 'integer' && to.kind === 'integer') return from.min === to.min;
  if (from.kind !== 'enum' || to.kind !== 'enum') return from.kind === to.kind;
  const both = Math.min(from.values.length, to.values.length);
  return from.values.slice(0, both).every((value, place) => value === to.values[place]);
}

class Planner {
  readonly #planeOfBit: Int32Array;
  readonly #translations: Translation[] = [];
  readonly #limits: { place: FactPlace; limit: number }[] = [];
  readonly #constants: { place: FactPlace; code: number | null }[] = [];
  #planes: number;

  constructor(
    layout: FactLayout,
    private readonly map: PlaneMap,
  ) {
    this.#planeOfBit = new Int32Array(layout.bytes * 8).fill(-1);
    this.#planes = map.planes;
  }

  add(fact: CompiledFact, place: FactPlace, source: LayoutFact | undefined): void {
    const { type } = fact.entry;
    const sourceType = source?.compiled.entry.type;
    if (source === undefined || sourceType === undefined) {
      this.#constants.push({ place, code: fact.whenMissing.known ? codeOf(type, fact.whenMissing.value) : null });
    } else if (sourceType.kind !== type.kind) {
      this.#constants.push({ place, code: null });
    } else {
      this.#planeOfBit[source.unknown] = place.unknown;
      if (sharesCodes(sourceType, type)) this.#copy(source, place, Math.min(sizeOf(sourceType), sizeOf(type)));
      else this.#translate(source, place, (code) => codeOf(type, valueOfCode(sourceType, code)));
    }
  }

  /** Bits that the rule set's type has no room for belong to values it does not know: they make the fact unknown. */
  #copy(source: LayoutFact, place: FactPlace, limit: number): void {
    for (let bit = 0; bit < source.bits; bit += 1) {
      this.#planeOfBit[source.code + bit] = bit < place.bits ? place.code + bit : place.unknown;
    }
    if (limit < 2 ** place.bits) this.#limits.push({ place, limit });
  }

  #translate(source: LayoutFact, to: FactPlace, translate: Translation['translate']): void {
    for (let bit = 0; bit < source.bits; bit += 1) this.#planeOfBit[source.code + bit] = this.#planes + bit;
    this.#translations.push({ from: { plane: this.#planes, bits: source.bits }, to, translate });
    this.#planes += source.bits;
  }

  plan(): ReadingPlan {
    return {
      map: this.map,
      planes: this.#planes,
      planeOfBit: this.#planeOfBit,
      translations: this.#translations,
      limits: this.#limits,
      constants: this.#constants,
    };
  }
}

export function readingPlan(layout: FactLayout, facts: readonly CompiledFact[]): ReadingPlan {
  const map = planeMap(facts);
  const planner = new Planner(layout, map);
  const sources = new Map(layout.facts.map((fact) => [fact.compiled.entry.id, fact]));
  for (const [index, place] of map.places.entries()) {
    const fact = facts[index];
    if (fact !== undefined) planner.add(fact, place, sources.get(fact.entry.id));
  }
  return planner.plan();
}
