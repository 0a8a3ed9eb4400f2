import type { FactTable } from '../conditions/fact-table.ts';
import type { Budget } from '../open-facts/settles.ts';
import type { Aim } from './aims.ts';
import { applied, type Changes, keyOf, withChange } from './changes.ts';
import { decidingFacts, type Workbench } from './workbench.ts';

/** How many of these sets share no fact, taken greedily: no fewer changes can touch them all. */
function countDisjoint(sets: readonly (readonly number[])[]): number {
  const touched = new Set<number>();
  let count = 0;
  for (const facts of sets) {
    if (facts.some((fact) => touched.has(fact))) continue;
    facts.forEach((fact) => touched.add(fact));
    count += 1;
  }
  return count;
}

/** The facts of which one must change next, or none when changes to so many more facts cannot reach the aim. */
function branchesOf(bench: Workbench, aim: Aim, table: FactTable, made: Changes): readonly number[] {
  const isOpen = (fact: number): boolean =>
    aim.mayChange(fact) && made.every(({ index }) => index !== fact) && bench.alternativesOf(fact).length > 0;
  const sets = aim.left(table).map((rule) => decidingFacts(rule, table).filter(isOpen));
  const fewestFirst = sets.sort((a, b) => a.length - b.length);
  return countDisjoint(fewestFirst) > aim.maxChanges - made.length ? [] : (fewestFirst[0] ?? []);
}

/**
 * The changes that reach an aim, by increasing number: first those of one change, then of two, and so on; what a part
 * of them reaches already is left out. A rule stays as it is until a fact that decides it changes, so every set of
 * changes that turns it holds one of these (a hitting set): the search branches over the deciding facts of the rule
 * that has fewest, and passes over what cannot be reached in time. Each set tried takes one from the budget; the
 * search ends when there is none left.
 */
export function* changesBySize(bench: Workbench, aim: Aim, budget: Budget): Generator<readonly Changes[], undefined> {
  const seen = new Set<string>();
  let frontier: readonly Changes[] = [[]];
  for (let size = 1; size <= aim.maxChanges && frontier.length > 0; size += 1) {
    const found: Changes[] = [];
    const next: Changes[] = [];
    for (const made of frontier) {
      for (const index of branchesOf(bench, aim, applied(made, bench.start), made)) {
        for (const value of bench.alternativesOf(index)) {
          const changes = withChange(made, { index, value });
          const key = keyOf(changes);
          if (seen.has(key)) continue;
          seen.add(key);
          if (budget.left <= 0) {
            yield found;
            return undefined;
          }
          budget.left -= 1;
          const isReached = aim.left(applied(changes, bench.start)).length === 0;
          (isReached ? found : next).push(changes);
        }
      }
    }
    yield found;
    frontier = next;
  }
  return undefined;
}
