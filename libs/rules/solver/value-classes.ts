import type { Fact, FactValue } from '#domain';
import { known } from '#domain';
import { comparisonTest } from '../conditions/comparison-test.ts';
import { cuts } from '../conditions/cuts.ts';
import type { Leaf } from '../conditions/normal-form.ts';
import type { FactType } from '../rule-set.ts';
import { type Reader, valueRead } from './reader.ts';

function cutsOf(leaf: Leaf): readonly number[] {
  return 'known' in leaf ? [] : cuts(leaf);
}

function absentValues(factId: string, readers: readonly Reader[]): readonly FactValue[] {
  return readers.flatMap(({ facts }) => {
    const missing = facts.get(factId)?.entry.missing ?? 'unknown';
    return missing === 'unknown' ? [] : [missing.absent];
  });
}

/** One value of each stretch of whole numbers between two cuts; the one that stands for "absent" where it is there. */
function numbersOf(factId: string, readers: readonly Reader[], types: readonly FactType[]): readonly number[] {
  const ranges = types.flatMap((type) => (type.kind === 'integer' ? [type] : []));
  const absent = absentValues(factId, readers).filter((value) => typeof value === 'number');
  const points = [
    ...ranges.flatMap(({ min, max }) => [min, max + 1]),
    ...readers.flatMap((reader) => (reader.leaves.get(factId) ?? []).flatMap(cutsOf)),
  ];
  const starts = [...new Set(points)].sort((a, b) => a - b);
  return starts.flatMap((start, place) => {
    if (!ranges.some(({ min, max }) => min <= start && start <= max)) return [];
    const end = starts[place + 1] ?? start + 1;
    return [absent.find((value) => start <= value && value < end) ?? start];
  });
}

/** Values of a fact, in their order, such that every other value is read and compared by all readers as one of them. */
function candidates(factId: string, readers: readonly Reader[]): readonly FactValue[] {
  const types = readers.flatMap(({ facts }) => facts.get(factId)?.entry.type ?? []);
  const texts = types.flatMap((type) => (type.kind === 'enum' ? type.values : []));
  const booleans = types.some(({ kind }) => kind === 'boolean') ? [false, true] : [];
  return [...booleans, ...numbersOf(factId, readers, types), ...new Set(texts)];
}

/** How every reader takes a value, in all its comparisons: values of one signature are one to them. */
function signature(factId: string, value: FactValue, readers: readonly Reader[]): string {
  return readers
    .map((reader) => {
      const read = valueRead(reader, factId, { [factId]: known(value) });
      if (read === null) return 'unknown';
      const leaves = reader.leaves.get(factId) ?? [];
      return leaves.map((leaf) => ('known' in leaf || comparisonTest(leaf)(read) ? '1' : '0')).join('');
    })
    .join(' ');
}

export interface ValueClass {
  /** The value that stands for the class in examples. */
  readonly fact: Fact & { readonly known: true };
  /** Its candidates, in the order of the fact's type. */
  readonly members: readonly FactValue[];
}

/** The values of a fact, put together where no reader can tell them apart. */
export function valueClasses(factId: string, readers: readonly Reader[]): readonly ValueClass[] {
  const absent = absentValues(factId, readers);
  const groups = new Map<string, FactValue[]>();
  for (const value of candidates(factId, readers)) {
    const key = signature(factId, value, readers);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].map((members) => {
    const value = members.find((one) => absent.includes(one)) ?? members[0] ?? false;
    return { fact: { known: true, value }, members };
  });
}
