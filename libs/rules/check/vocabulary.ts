import type { CatalogueEntry, FactType } from '../rule-set.ts';
import { catalogueEntry, factType } from './catalogue-shape.ts';
import { SILENTLY } from './rule-set-fault.ts';
import { itemsAt, valueAt } from './shape.ts';

/** What can be relied on about one catalogued fact, as far as its entry is sound. */
export interface Word {
  readonly type: FactType | null;
  readonly isHarm: boolean;
  readonly entry: CatalogueEntry | null;
}

/** The facts that conditions may speak of, by id. */
export type Vocabulary = ReadonlyMap<string, Word>;

/** Reads the catalogue of a candidate that may be faulty, so that the rules are checked in the same pass. */
export function readVocabulary(candidate: unknown): Vocabulary {
  const words = new Map<string, Word>();
  for (const entry of itemsAt(candidate, 'catalogue')) {
    const id = valueAt(entry, 'id');
    const type = valueAt(entry, 'type');
    if (typeof id !== 'string' || words.has(id)) continue;
    words.set(id, {
      type: factType(type, '', SILENTLY) ? type : null,
      isHarm: valueAt(entry, 'harm') === true,
      entry: catalogueEntry(entry, '', SILENTLY) ? entry : null,
    });
  }
  return words;
}
