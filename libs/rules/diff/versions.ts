import type { Facts } from '#domain';
import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import type { TruthLiterals } from '../solver/encode-condition.ts';
import { type Heights, heightsOf, tableOf } from '../solver/heights.ts';
import { type OutcomeLiterals, outcomeLiterals } from '../solver/outcome-literals.ts';
import { QuestionSpace } from '../solver/question-space.ts';
import { firstCommonDay, type Scope, scopesOf } from '../solver/scopes.ts';

export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** Two versions of a rule set over every case either of them can meet. */
export class Versions {
  readonly space: QuestionSpace;
  readonly scopes: readonly Scope[];
  readonly #outcomes = new Map<Scope, Sides<OutcomeLiterals>>();

  constructor(
    readonly sets: Sides<CompiledRuleSet>,
    firstDay: string = firstCommonDay([sets.before, sets.after]),
  ) {
    this.space = new QuestionSpace([sets.before, sets.after]);
    this.scopes = scopesOf([sets.before, sets.after], firstDay);
  }

  rulesIn(scope: Scope): Sides<readonly CompiledRule[]> {
    return { before: scope.inForce[0] ?? [], after: scope.inForce[1] ?? [] };
  }

  outcomeIn(scope: Scope): Sides<OutcomeLiterals> {
    const found = this.#outcomes.get(scope) ?? this.#encode(scope);
    this.#outcomes.set(scope, found);
    return found;
  }

  /** What both versions make of a case, by the means of evaluation. */
  heights(scope: Scope, facts: Facts): Sides<Heights> {
    const rules = this.rulesIn(scope);
    return {
      before: heightsOf(rules.before, tableOf(this.sets.before, facts)),
      after: heightsOf(rules.after, tableOf(this.sets.after, facts)),
    };
  }

  #encode(scope: Scope): Sides<OutcomeLiterals> {
    const encode = (set: number, rules: readonly CompiledRule[]): OutcomeLiterals => {
      const view = this.space.view(set);
      const truths = new Map(rules.map((one) => [one, this.space.encode(one.rule.when, view)]));
      const truthOf = (rule: CompiledRule): TruthLiterals =>
        truths.get(rule) ?? this.space.encode(rule.rule.when, view);
      return outcomeLiterals(this.space.circuit, rules, truthOf);
    };
    const rules = this.rulesIn(scope);
    return { before: encode(0, rules.before), after: encode(1, rules.after) };
  }
}
