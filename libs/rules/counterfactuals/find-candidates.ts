import type { Budget } from '../open-facts/settles.ts';
import type { Aim } from './aims.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { type Changes, keyOf } from './changes.ts';
import { changesBySize } from './search.ts';
import type { Workbench } from './workbench.ts';

/** Candidates that change the same facts to the same end differ only in values: one of them is enough. */
function purposeOf({ changes, gives }: Candidate): string {
  return JSON.stringify([gives, changes.map(({ index }) => index)]);
}

/** The candidates by purpose, of each the one whose values lie nearest to the present, of these the first. */
class Findings {
  readonly byPurpose = new Map<string, Candidate>();
  private readonly seen = new Set<string>();

  /** Changes that reached an aim; several aims may be reached by the same ones. */
  add(bench: Workbench, changes: Changes): void {
    const key = keyOf(changes);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const candidate = candidateOf(bench, changes);
    if (candidate === null) return;
    const purpose = purposeOf(candidate);
    const rival = this.byPurpose.get(purpose);
    if (rival === undefined || candidate.distance < rival.distance) this.byPurpose.set(purpose, candidate);
  }
}

/**
 * Candidates for all aims, the smallest first, until there are `enough`. All aims are taken one size further together,
 * so that a large aim does not use up the budget before a small one has had its turn.
 */
function findFor(bench: Workbench, aims: readonly Aim[], enough: number, budget: Budget, findings: Findings): void {
  const before = findings.byPurpose.size;
  let searches = aims.map((aim) => changesBySize(bench, aim, budget));
  while (searches.length > 0 && findings.byPurpose.size - before < enough) {
    searches = searches.filter((search) => {
      const step = search.next();
      if (step.done === true) return false;
      for (const changes of step.value) findings.add(bench, changes);
      return true;
    });
  }
}

/** Candidates for two groups of aims, `enough` for each and each with a budget of its own, in the order found. */
export function findCandidates(
  bench: Workbench,
  groups: readonly (readonly [aims: readonly Aim[], tries: number])[],
  enough: number,
): readonly Candidate[] {
  const findings = new Findings();
  for (const [aims, tries] of groups) findFor(bench, aims, enough, { left: tries }, findings);
  return [...findings.byPurpose.values()];
}
