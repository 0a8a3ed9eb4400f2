import { FALSE } from '../../conditions/kleene.ts';
import type { RuleTrace } from '../../evaluation.ts';
import type { CompiledRule, CompiledRuleSet } from '../compiled-rule-set.ts';
import { type EvaluationContext, rulesInForce } from '../in-force.ts';
import type { Network, WatchedRule } from './network.ts';
import { frozen, retrace } from './retrace.ts';

/** The rules in force on a day in an area, with what each comes to at the base. */
export interface Scope {
  readonly inForce: readonly CompiledRule[];
  /** The place of a rule in the trace by its place in the set; -1 for a rule that is not in force. */
  readonly tracePlaces: Int32Array;
  /** Frozen entries. */
  readonly baseTrace: readonly RuleTrace[];
  /** Rules that are not false at the base. */
  readonly openOrHolding: readonly WatchedRule[];
}

/** The scope for a context. Must throw for a context for which `rulesInForce` throws. */
export type ScopeOf = (context: EvaluationContext) => Scope;

/** Days times areas that are remembered; beyond that all are forgotten. Cases of one day come one after another. */
const MOST = 128;

export function scopesOf(compiled: CompiledRuleSet, network: Network): ScopeOf {
  const days = new Map<string, Map<string | null, Scope>>();
  let remembered = 0;

  const makeScope = (context: EvaluationContext): Scope => {
    const inForce = rulesInForce(compiled, context);
    const places = new Map(inForce.map((rule, place) => [rule, place]));
    const watched = network.rules.filter((rule) => places.has(rule.compiled));
    return {
      inForce,
      tracePlaces: Int32Array.from(network.rules, (rule) => places.get(rule.compiled) ?? -1),
      baseTrace: watched.map((rule) => frozen(retrace(rule, network))),
      openOrHolding: watched.filter(({ root }) => root.truth !== FALSE),
    };
  };
  return (context) => {
    const known = days.get(context.onDate)?.get(context.area);
    if (known !== undefined) return known;
    const scope = makeScope(context);
    if (remembered >= MOST) {
      days.clear();
      remembered = 0;
    }
    const areas = days.get(context.onDate) ?? new Map<string | null, Scope>();
    days.set(context.onDate, areas.set(context.area, scope));
    remembered += 1;
    return scope;
  };
}
