import { catalogueEntry } from '../../check/catalogue-shape.ts';
import { uniqueIds } from '../../check/plain-shapes.ts';
import { isRecord, itemsAt, valueAt } from '../../check/shape.ts';
import type { CatalogueEntry, FactType } from '../../rule-set.ts';
import { bareEntry, type FactLayout, factLayout, type LayoutEntry } from './fact-layout.ts';

/** Raised when the same facts would be written to other bits. */
const FORMAT = 1;

/** All that is needed to read records again, as plain JSON: the facts in the order of their ids. */
export interface LayoutDescription {
  readonly format: typeof FORMAT;
  readonly facts: readonly LayoutEntry[];
}

function plainType(type: FactType): FactType {
  switch (type.kind) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
      return { kind: 'integer', min: type.min, max: type.max };
    case 'enum':
      return { kind: 'enum', values: [...type.values] };
    default:
      return type satisfies never;
  }
}

/** Two catalogues with the same ids, types and missing-meanings give the same description, key by key. */
export function layoutDescription(layout: FactLayout): LayoutDescription {
  const facts = layout.facts.map(({ compiled: { entry } }) => ({
    id: entry.id,
    type: plainType(entry.type),
    missing: entry.missing === 'unknown' ? entry.missing : { absent: entry.missing.absent },
  }));
  return { format: FORMAT, facts };
}

function soundEntry(value: unknown, place: number): CatalogueEntry {
  const faults: string[] = [];
  const keys = isRecord(value) ? Object.keys(value).sort().join() : '';
  if (keys !== 'id,missing,type') faults.push('It must have the keys "id", "type" and "missing" and no others.');
  const blank = bareEntry({ id: 'x', type: { kind: 'boolean' }, missing: 'unknown' });
  const given = {
    ...blank,
    id: valueAt(value, 'id'),
    type: valueAt(value, 'type'),
    missing: valueAt(value, 'missing'),
  };
  if (catalogueEntry(given, '', (path, message) => faults.push(`${path}: ${message}`)) && faults.length === 0)
    return given;
  throw new RangeError(`Fact ${place} of the layout is unsound. ${faults.join(' ')}`);
}

/**
 * The layout that a stored description stands for.
 *
 * @throws RangeError with a sentence that says what is unsound about the description.
 */
export function layoutFromDescription(description: unknown): FactLayout {
  if (valueAt(description, 'format') !== FORMAT) {
    throw new RangeError(`The description of a layout must have the format ${FORMAT}.`);
  }
  if (!Array.isArray(valueAt(description, 'facts'))) {
    throw new RangeError('The description of a layout must list its facts.');
  }
  uniqueIds('facts')(description, '', (path, message) => {
    throw new RangeError(`${path}: ${message}`);
  });
  return factLayout(itemsAt(description, 'facts').map(soundEntry));
}
