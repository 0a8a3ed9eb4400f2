import type { Facts } from '#domain';
import { type CompiledFact, type FactTable, slotOfGiven, type Slot } from '../../conditions/fact-table.ts';

/** The facts of a case as a table, and the indexes of those that differ from the base. */
export interface CaseTable {
  readonly table: FactTable;
  readonly changed: readonly number[];
}

/** Reads a case as `readFacts` does. */
export function readDifferences(compiled: readonly CompiledFact[], baseTable: FactTable, facts: Facts): CaseTable {
  const table: Slot[] = baseTable.slice();
  const changed: number[] = [];
  for (let index = 0; index < compiled.length; index += 1) {
    const fact = compiled[index];
    if (fact === undefined || !Object.hasOwn(facts, fact.entry.id)) continue;
    const slot = slotOfGiven(fact, facts[fact.entry.id]);
    if (slot === baseTable[index]) continue;
    table[index] = slot;
    changed.push(index);
  }
  return { table, changed };
}
