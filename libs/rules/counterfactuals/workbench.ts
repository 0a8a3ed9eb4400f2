import { type FactValue, type Facts, LEVELS, PATHWAYS, pathwayOf } from '#domain';
import { type FactTable, readFacts, type Slot } from '../conditions/fact-table.ts';
import { TRUE } from '../conditions/kleene.ts';
import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { type EvaluationContext, rulesInForce } from '../evaluate/in-force.ts';
import { type Height, LOWEST, raisedBy } from '../open-facts/height.ts';
import type { CatalogueEntry } from '../rule-set.ts';
import { alternatives, distanceFrom } from './alternatives.ts';
import type { Changes } from './changes.ts';

/** A case laid out for trying changes on: cheaper than `evaluate`, which has the last word on what is shown. */
export interface Workbench {
  readonly rules: readonly CompiledRule[];
  readonly start: FactTable;
  readonly startHeight: Height;
  /** The values worth giving a fact; none where it cannot be changed. */
  readonly alternativesOf: (fact: number) => readonly FactValue[];
  readonly heightUnder: (table: FactTable) => Height;
  /** How far the changed values lie from the present ones, all together. */
  readonly distanceOf: (changes: Changes) => number;
}

/** Where the pathway of a level stands among the pathways, both as ranks. */
export function pathwayRank(level: number): number {
  return PATHWAYS.indexOf(pathwayOf(LEVELS[level] ?? 'universal'));
}

export function isUnknown(slot: Slot | undefined): boolean {
  return slot === undefined || typeof slot === 'symbol';
}

/** The facts that decide what a rule comes to under a table: without a change of one of them it stays so. */
export function decidingFacts({ condition, factIndexes }: CompiledRule, table: FactTable): readonly number[] {
  const marks = new Uint8Array(table.length);
  condition.markDeciding(table, condition.truth(table), marks);
  return factIndexes.filter((index) => marks[index] === 1);
}

export function openWorkbench(
  compiled: CompiledRuleSet,
  facts: Facts,
  context: EvaluationContext,
  isChangeable: (entry: CatalogueEntry) => boolean,
): Workbench {
  const rules = rulesInForce(compiled, context);
  const start = readFacts(compiled.facts, facts);
  const heightUnder = (table: FactTable): Height =>
    rules.reduce((height, rule) => (rule.condition.truth(table) === TRUE ? raisedBy(height, rule) : height), LOWEST);
  const found = new Map<number, readonly FactValue[]>();
  const alternativesOf = (fact: number): readonly FactValue[] => {
    const entry = compiled.facts[fact]?.entry;
    const values =
      found.get(fact) ??
      (entry !== undefined && isChangeable(entry) ? alternatives(fact, entry.type, start[fact], rules) : []);
    found.set(fact, values);
    return values;
  };
  const distanceOf = (changes: Changes): number =>
    changes.reduce((sum, { index, value }) => {
      const type = compiled.facts[index]?.entry.type;
      return type === undefined ? sum : sum + distanceFrom(start[index], type, value);
    }, 0);
  return { rules, start, startHeight: heightUnder(start), alternativesOf, heightUnder, distanceOf };
}
