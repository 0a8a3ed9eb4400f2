import { compileFact, type CompiledFact } from '../../conditions/fact-table.ts';
import type { CatalogueEntry } from '../../rule-set.ts';
import { sizeOf } from './coding.ts';
import { type FactPlace, placesOf } from './fact-places.ts';

/** What a record depends on of a catalogue entry. */
export type LayoutEntry = Pick<CatalogueEntry, 'id' | 'type' | 'missing'>;

export interface LayoutFact extends FactPlace {
  /** The fact as rules read it; of its entry only id, type and missing-meaning count. */
  readonly compiled: CompiledFact;
}

/**
 * Fixed-width binary layout of the facts of a catalogue, in the order of their ids. Bit `b` of a record is bit
 * `b % 8` of its byte `b / 8`; every fact has the bits that its type needs and one bit that says that it is unknown.
 */
export interface FactLayout {
  /** Length of a record, a multiple of four. */
  readonly bytes: number;
  readonly facts: readonly LayoutFact[];
}

/** The entry with what a record does not depend on left blank, so that a new label leaves the layout as it is. */
export function bareEntry({ id, type, missing }: LayoutEntry): CatalogueEntry {
  return { id, type, missing, label: id, suppliedBy: ['system'], sensitivity: 'ordinary', source: id };
}

function inOrder(entries: readonly LayoutEntry[]): readonly LayoutEntry[] {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [place, { id, type }] of sorted.entries()) {
    if (sorted[place + 1]?.id === id) throw new RangeError(`The catalogue has the fact ${JSON.stringify(id)} twice.`);
    if (sizeOf(type) > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`The fact ${JSON.stringify(id)} has a wider range of whole numbers than a record can hold.`);
    }
  }
  return sorted;
}

/**
 * The layout for records of a catalogue's facts.
 *
 * @throws RangeError for a catalogue that names a fact twice or has a range of more than 2^53 - 1 whole numbers.
 */
export function factLayout(catalogue: readonly LayoutEntry[]): FactLayout {
  const entries = inOrder(catalogue);
  const { places, bits } = placesOf(entries.map(({ type }) => type));
  const facts = places.flatMap((place, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [{ ...place, compiled: compileFact(bareEntry(entry)) }];
  });
  return { bytes: 4 * Math.ceil(bits / 32), facts };
}
