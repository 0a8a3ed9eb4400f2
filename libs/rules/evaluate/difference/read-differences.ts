import type { Facts } from '#domain';
import { type CompiledFact, type FactTable, type Slot, slotOfGiven } from '../../conditions/fact-table.ts';

/** A fact of a case for which the table holds something else than at the base. */
export interface Difference {
  readonly index: number;
  readonly slot: Slot;
}

/** What reading needs of a catalogue, in the order of the facts' ids. */
export interface Reading {
  readonly facts: readonly CompiledFact[];
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** What the table holds of facts that are not given. */
  readonly baseTable: FactTable;
  /** Some ids from all over the catalogue. */
  readonly probes: readonly string[];
}

/** What may stand where a fact is expected: facts that were stored are read as they are. */
type Given = { readonly known?: unknown; readonly value?: unknown } | null | undefined;

const PROBES = 4;

export function readingOf(facts: readonly CompiledFact[], baseTable: FactTable): Reading {
  const ids = facts.map(({ entry }) => entry.id);
  const step = Math.ceil(ids.length / PROBES);
  return {
    facts,
    ids,
    indexOf: new Map(ids.map((id, place) => [id, place])),
    baseTable,
    probes: ids.filter((_id, place) => place % step === 0),
  };
}

/** Whether so many facts seem to be given that to look each up is quicker than to ask which they are. */
function seemsFull({ probes }: Reading, facts: Facts): boolean {
  let given = 0;
  for (const id of probes) if (Object.hasOwn(facts, id)) given += 1;
  return given * 2 > probes.length;
}

function addDifference({ facts, baseTable }: Reading, index: number, given: Given, found: Difference[]): void {
  const base = baseTable[index];
  // Most facts that are given say what the base says.
  if (given?.known === true && given.value === base) return;
  const fact = facts[index];
  if (fact === undefined) return;
  const slot = slotOfGiven(fact, given);
  if (slot !== base) found.push({ index, slot });
}

/** The facts whose slot `readFacts` would fill otherwise than at the base; in no order that means something. */
export function readDifferences(reading: Reading, facts: Facts): readonly Difference[] {
  const found: Difference[] = [];
  const { ids, indexOf, baseTable } = reading;
  if (!seemsFull(reading, facts)) {
    for (const id of Object.getOwnPropertyNames(facts)) {
      const index = indexOf.get(id);
      if (index !== undefined) addDifference(reading, index, facts[id], found);
    }
    return found;
  }
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? '';
    const given: Given = facts[id];
    // As at the base, whether it is the facts' own or not.
    if (given?.known === true && given.value === baseTable[index]) continue;
    if (Object.hasOwn(facts, id)) addDifference(reading, index, given, found);
  }
  return found;
}

/** The whole table of a case. */
export function tableOf({ baseTable }: Reading, differences: readonly Difference[]): FactTable {
  const table: Slot[] = [...baseTable];
  for (const { index, slot } of differences) table[index] = slot;
  return table;
}
