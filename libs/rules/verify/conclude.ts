import type { Scope } from '../solver/scopes.ts';
import type { Literal } from '../solver/sat/literal.ts';
import type { Investigation } from './investigation.ts';
import type { Example, InvariantFinding, Proof } from './verification.ts';

export interface Conclusion {
  readonly proof: Proof;
  readonly example: Example | null;
  readonly sentence: string;
}

const PROVED = 'Proved for every possible case.';
const UNDECIDED = 'Not decided: the question needs more effort than the limit allows.';

/**
 * Looks for a counterexample wherever different rules are in force, and stops at the first. Any question that some case
 * answers refutes.
 */
export function conclude(
  of: Investigation,
  questionsIn: (scope: Scope) => readonly (readonly Literal[])[],
  describe: (scope: Scope) => { readonly example: Example; readonly sentence: string },
): Conclusion {
  let proof: Proof = 'proved';
  for (const scope of of.scopes) {
    for (const question of questionsIn(scope)) {
      const answer = of.space.ask(question);
      if (answer === 'satisfiable') return { proof: 'refuted', ...describe(scope) };
      if (answer === 'undecided') proof = 'undecided';
    }
  }
  return { proof, example: null, sentence: proof === 'proved' ? PROVED : UNDECIDED };
}

export function proved(): Conclusion {
  return { proof: 'proved', example: null, sentence: PROVED };
}

export function findingOf(id: string, title: string, { proof, sentence, example }: Conclusion): InvariantFinding {
  return { id, title, proof, sentence, example };
}
