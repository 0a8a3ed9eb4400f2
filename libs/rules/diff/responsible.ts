import type { Facts } from '#domain';
import type { FactTable } from '../conditions/fact-table.ts';
import { FALSE, TRUE } from '../conditions/kleene.ts';
import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';
import { type Height, type Heights, isBelow, isSame, tableOf } from '../solver/heights.ts';
import type { Scope } from '../solver/scopes.ts';
import type { Versions, Sides } from './versions.ts';
import type { Direction } from './rule-set-diff.ts';

const NOTHING: Height = { level: 0, urgency: 0 };

/** A rule in both versions; null where it is not there or not in force. */
export type RulePair = Sides<CompiledRule | null>;

function pairsIn(of: Versions, scope: Scope): readonly RulePair[] {
  const { before, after } = of.rulesIn(scope);
  const byId = (rules: readonly CompiledRule[]) => new Map(rules.map((one) => [one.rule.id, one]));
  const [old, fresh] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.map((id) => ({ before: old.get(id) ?? null, after: fresh.get(id) ?? null }));
}

/** What a rule gives to the bound in question. */
function contribution(rule: CompiledRule | null, table: FactTable, bound: keyof Heights): Height {
  if (rule === null) return NOTHING;
  const truth = rule.condition.truth(table);
  return (bound === 'definite' ? truth === TRUE : truth !== FALSE) ? rule : NOTHING;
}

function contributions(of: Versions, pair: RulePair, facts: Facts, bound: keyof Heights): Sides<Height> {
  return {
    before: contribution(pair.before, tableOf(of.sets.before, facts), bound),
    after: contribution(pair.after, tableOf(of.sets.after, facts), bound),
  };
}

function boundOf(direction: Direction): keyof Heights {
  return direction === 'information' ? 'possible' : 'definite';
}

/** Whether the version of the rule that gives more in one case gives less in another: it rested on the difference. */
export function restsOn(
  of: Versions,
  pair: RulePair,
  [facts, other]: readonly [Facts, Facts],
  direction: Direction,
): boolean {
  const bound = boundOf(direction);
  const [here, there] = [contributions(of, pair, facts, bound), contributions(of, pair, other, bound)];
  const givesMore = isBelow(here.after, here.before) ? 'before' : 'after';
  return isBelow(there[givesMore], here[givesMore]);
}

/** The rules that lift one version's outcome above what the other reaches, and do not do so in both. */
export function responsibleRules(of: Versions, scope: Scope, facts: Facts, direction: Direction): readonly RulePair[] {
  const bound = boundOf(direction);
  const heights = of.heights(scope, facts);
  return pairsIn(of, scope).filter((pair) => {
    const { before, after } = contributions(of, pair, facts, bound);
    if (isSame(before, after)) return false;
    return isBelow(heights.after[bound], before) || isBelow(heights.before[bound], after);
  });
}
