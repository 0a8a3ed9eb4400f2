import type { FactTable } from '../../conditions/fact-table.ts';
import { FALSE, type Kleene, TRUE } from '../../conditions/kleene.ts';
import type { RuleTrace } from '../../evaluation.ts';
import { moveFromBase, moveToBase } from './move.ts';
import type { Network, WatchedRule } from './network.ts';
import { retrace, truthOf } from './retrace.ts';
import type { Scope } from './scopes.ts';

/** What the rules in force come to in one case. */
export interface Judged {
  /** In the order of the rules. */
  readonly trace: readonly RuleTrace[];
  /** The rules that are true, and those that are not false; in no order. */
  readonly holding: readonly WatchedRule[];
  readonly notFalse: readonly WatchedRule[];
}

/** Judges and traces the rules that the changed facts touch, and takes the others from the base. */
export function judge(network: Network, scope: Scope, table: FactTable, changed: readonly number[]): Judged {
  const touched = moveFromBase(network, table, changed);
  try {
    const trace = scope.baseTrace.slice();
    const holding: WatchedRule[] = [];
    const notFalse: WatchedRule[] = [];
    const sort = (rule: WatchedRule, truth: Kleene): void => {
      if (truth === FALSE) return;
      notFalse.push(rule);
      if (truth === TRUE) holding.push(rule);
    };
    for (const rule of scope.openOrHolding) if (!rule.isTouched) sort(rule, truthOf(rule));
    for (const rule of touched) {
      const place = scope.tracePlaces[rule.place] ?? -1;
      if (place < 0) continue;
      trace[place] = retrace(rule, network);
      sort(rule, truthOf(rule));
    }
    return { trace, holding, notFalse };
  } finally {
    // Whatever happens, the next case must start from the base.
    moveToBase(network, changed, touched);
  }
}
