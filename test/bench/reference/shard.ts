import type { Facts } from '#domain';
import { compileBulk, type CompiledRuleSet, compileRuleSet, evaluate, evaluateBulk, type RuleSet } from '#rules';
import { columnsOf, recordsOf } from '../support/bulk-records.ts';
import { CONTEXT, contexts } from '../support/context.ts';
import { bulkDifferences, evaluationDifferences } from './compare.ts';
import { rememberedInterpreter } from './remembered-interpreter.ts';

/** What a run over some cases found. */
export interface Found {
  readonly cases: number;
  /** Cases in which at least one thing differs. */
  readonly evaluateDiffers: number;
  readonly bulkDiffers: number;
  /** Cases with a rule that is unknown: without them nothing about unknown facts would have been tried. */
  readonly withUnknownRules: number;
  /** The first difference in words, or null. */
  readonly first: string | null;
}

export const NOTHING: Found = { cases: 0, evaluateDiffers: 0, bulkDiffers: 0, withUnknownRules: 0, first: null };

export function together(one: Found, other: Found): Found {
  return {
    cases: one.cases + other.cases,
    evaluateDiffers: one.evaluateDiffers + other.evaluateDiffers,
    bulkDiffers: one.bulkDiffers + other.bulkDiffers,
    withUnknownRules: one.withUnknownRules + other.withUnknownRules,
    first: one.first ?? other.first,
  };
}

/** Compares `evaluate` and the bulk path with the reference over the cases of one rule set. */
export class Comparer {
  readonly #compiled: CompiledRuleSet;
  readonly #bulk: ReturnType<typeof compileBulk>;
  readonly #reference: ReturnType<typeof rememberedInterpreter>;

  constructor(ruleSet: RuleSet) {
    this.#compiled = compileRuleSet(ruleSet);
    this.#bulk = compileBulk(this.#compiled);
    this.#reference = rememberedInterpreter(ruleSet);
  }

  compare(cases: readonly Facts[]): Found {
    const records = recordsOf(this.#compiled, cases, cases.length);
    const outcomes = evaluateBulk(this.#bulk, columnsOf(this.#compiled, records), contexts(cases.length));
    return cases
      .map((facts, place): Found => {
        const reference = this.#reference(facts);
        const one = evaluationDifferences(evaluate(this.#compiled, facts, CONTEXT), reference);
        const many = bulkDifferences(outcomes, place, reference);
        const what = one[0] ?? many[0];
        return {
          cases: 1,
          evaluateDiffers: Math.min(1, one.length),
          bulkDiffers: many.length,
          withUnknownRules: [...reference.results.values()].includes('unknown') ? 1 : 0,
          first: what === undefined ? null : `${what}: ${JSON.stringify(facts)}`,
        };
      })
      .reduce(together, NOTHING);
  }
}
