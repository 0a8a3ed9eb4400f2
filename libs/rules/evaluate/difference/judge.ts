import { FALSE, type Kleene, TRUE } from '../../conditions/kleene.ts';
import type { RuleTrace } from '../../evaluation.ts';
import { moveFromBase, moveToBase } from './move.ts';
import type { Network, WatchedRule } from './network.ts';
import type { Difference } from './read-differences.ts';
import { retrace } from './retrace.ts';
import type { Scope } from './scopes.ts';

/** What the rules in force come to in one case. */
export interface Judged {
  /** In the order of the rules. */
  readonly trace: readonly RuleTrace[];
  /** The rules that are true, and those that are not false; in no order. */
  readonly holding: readonly WatchedRule[];
  readonly notFalse: readonly WatchedRule[];
}

/** Judges and traces the rules that the differing facts touch, and takes the others from the base. */
export function judge(network: Network, scope: Scope, differences: readonly Difference[]): Judged {
  const touched = moveFromBase(network, differences);
  try {
    const trace = scope.baseTrace.slice();
    const holding: WatchedRule[] = [];
    const notFalse: WatchedRule[] = [];
    const sort = (rule: WatchedRule, truth: Kleene): void => {
      if (truth === FALSE) return;
      notFalse.push(rule);
      if (truth === TRUE) holding.push(rule);
    };
    for (const rule of scope.openOrHolding) if (!rule.counts.isTouched) sort(rule, rule.root.truth);
    for (const place of touched) {
      const rule = network.rules[place];
      const inTrace = scope.tracePlaces[place] ?? -1;
      if (rule === undefined || inTrace < 0) continue;
      trace[inTrace] = retrace(rule, network);
      sort(rule, rule.root.truth);
    }
    return { trace, holding, notFalse };
  } finally {
    // Whatever happens, the next case must start from the base.
    moveToBase(network, differences, touched);
  }
}
