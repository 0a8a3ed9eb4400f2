import type { Condition } from '../condition.ts';
import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import type { TruthLiterals, View } from '../solver/encode-condition.ts';
import { type OutcomeLiterals, outcomeLiterals } from '../solver/outcome-literals.ts';
import { QuestionSpace } from '../solver/question-space.ts';
import { firstCommonDay, type Scope, scopesOf } from '../solver/scopes.ts';

/** One rule set under verification: every case it can meet, every choice of rules in force, and what they come to. */
export class Investigation {
  readonly space: QuestionSpace;
  readonly view: View;
  readonly scopes: readonly Scope[];
  readonly #truths = new Map<CompiledRule, TruthLiterals>();
  readonly #outcomes = new Map<Scope, OutcomeLiterals>();

  constructor(
    readonly compiled: CompiledRuleSet,
    others: readonly Condition[],
    firstDay: string = firstCommonDay([compiled]),
  ) {
    this.space = new QuestionSpace([compiled], others);
    this.view = this.space.view(0);
    this.scopes = scopesOf([compiled], firstDay);
  }

  rulesIn(scope: Scope): readonly CompiledRule[] {
    return scope.inForce[0] ?? [];
  }

  scopesOfRule(rule: CompiledRule): readonly Scope[] {
    return this.scopes.filter((scope) => this.rulesIn(scope).includes(rule));
  }

  truthOf(rule: CompiledRule): TruthLiterals {
    const found = this.#truths.get(rule) ?? this.space.encode(rule.rule.when, this.view);
    this.#truths.set(rule, found);
    return found;
  }

  outcomeIn(scope: Scope): OutcomeLiterals {
    const truthOf = (rule: CompiledRule): TruthLiterals => this.truthOf(rule);
    const found = this.#outcomes.get(scope) ?? outcomeLiterals(this.space.circuit, this.rulesIn(scope), truthOf);
    this.#outcomes.set(scope, found);
    return found;
  }
}
