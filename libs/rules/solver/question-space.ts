import { type Fact, type Facts, unknown } from '#domain';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import type { Condition } from '../condition.ts';
import { Circuit } from './circuit.ts';
import { addFactStates, type FactState, type FactStates } from './fact-states.ts';
import { encodeCondition, type Reading, type TruthLiterals, type View } from './encode-condition.ts';
import { type Reader, readerOf, valueRead } from './reader.ts';
import type { Literal } from './sat/literal.ts';
import { areRefuted } from './sat/check-certificate.ts';
import { type Answer, SatSolver } from './sat/sat-solver.ts';

/** After so many conflicts a question is given up as undecided. England's longest needs fewer than a hundred. */
export const CONFLICT_LIMIT = 200_000;

/**
 * Every case that there can be, as something to ask questions about: one or two rule sets over the union of their
 * facts, each fact known with any value, unknown, or not given.
 */
export class QuestionSpace {
  readonly circuit: Circuit;
  readonly facts: ReadonlyMap<string, FactStates>;
  readonly #solver = new SatSolver();
  readonly #readers: readonly Reader[];
  readonly #conflictLimit: number;
  #questions = 0;
  #undecided = 0;

  /** @param others conditions besides the rules that will be asked about */
  constructor(sets: readonly CompiledRuleSet[], others: readonly Condition[] = [], conflictLimit = CONFLICT_LIMIT) {
    this.circuit = new Circuit(this.#solver);
    this.#readers = sets.map((set) => readerOf(set, others));
    this.#conflictLimit = conflictLimit;
    const ids = [...new Set(this.#readers.flatMap(({ facts }) => [...facts.keys()]))].sort();
    this.facts = new Map(ids.map((id) => [id, addFactStates(this.#solver, id, this.#readers)]));
  }

  get effort(): { questions: number; conflicts: number; undecided: number } {
    return { questions: this.#questions, conflicts: this.#solver.conflicts, undecided: this.#undecided };
  }

  /** Whether a checker that shares no code with the solver confirms that no case answers these questions. */
  confirmsNone(questions: readonly (readonly Literal[])[]): boolean {
    return areRefuted(this.#solver.certificate, questions);
  }

  /** How one of the sets reads the facts; `when` may say otherwise for a state than its own literal. */
  view(set: number, when: (state: FactState, factId: string) => Literal = ({ literal }) => literal): View {
    const reader = this.#readers[set];
    return (factId) => {
      const found = this.facts.get(factId);
      if (reader === undefined || found === undefined || !reader.facts.has(factId)) return null;
      return found.states.flatMap((state): Reading[] => {
        const value = valueRead(reader, factId, state.given === null ? {} : { [factId]: state.given });
        return value === null ? [] : [{ literal: when(state, factId), value }];
      });
    };
  }

  encode(condition: Condition, view: View): TruthLiterals {
    return encodeCondition(this.circuit, condition, view);
  }

  newInput(): Literal {
    return this.#solver.addVariable();
  }

  /** Rules out what has been found already. */
  addClause(literals: readonly Literal[]): void {
    this.#solver.addClause(literals);
  }

  /** Whether there is a case in which all these literals hold. */
  ask(literals: readonly Literal[]): Answer {
    this.#questions += 1;
    const answer = this.#solver.solve(literals, this.#conflictLimit);
    if (answer === 'undecided') this.#undecided += 1;
    return answer;
  }

  /** Whether a literal held in the case last found. */
  held(literal: Literal): boolean {
    return this.#solver.isTrue(literal);
  }

  /** The facts of the case last found, without those that are as if nothing was reported. */
  factsFound(): Facts {
    const given = [...this.facts.values()].flatMap(({ factId, states, missing }): [string, Fact][] => {
      const state = states.find(({ literal }) => this.held(literal)) ?? null;
      if (state === missing || state?.given === null) return [];
      return [[factId, state === null ? unknown('not_known') : state.given]];
    });
    return Object.fromEntries(given);
  }
}
