import type { Facts, FactValue } from '#domain';
import { type CompiledFact, readFact } from '../conditions/fact-table.ts';
import { factOf, forEachLeaf, type Leaf } from '../conditions/normal-form.ts';
import type { Condition } from '../condition.ts';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';

/** A rule set as one that reads facts: its own catalogue says what a given value means to its conditions. */
export interface Reader {
  readonly facts: ReadonlyMap<string, CompiledFact>;
  /** The leaves of every condition it is asked about, by fact. */
  readonly leaves: ReadonlyMap<string, readonly Leaf[]>;
}

/** @param others conditions besides the set's own rules that will be put to its facts */
export function readerOf(compiled: CompiledRuleSet, others: readonly Condition[]): Reader {
  const leaves = new Map<string, Leaf[]>();
  const collect = (leaf: Leaf): void => {
    const id = factOf(leaf);
    leaves.set(id, [...(leaves.get(id) ?? []), leaf]);
  };
  for (const { rule } of compiled.rules) forEachLeaf(rule.when, collect);
  for (const condition of others) forEachLeaf(condition, collect);
  return { facts: new Map(compiled.facts.map((fact) => [fact.entry.id, fact])), leaves };
}

/** What the reader takes from the facts of a case; null when it is unknown to it. */
export function valueRead(reader: Reader, factId: string, facts: Facts): FactValue | null {
  const fact = reader.facts.get(factId);
  if (fact === undefined) return null;
  const read = readFact(fact, facts);
  return read.known ? read.value : null;
}
