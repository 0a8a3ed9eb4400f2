import type { AuthorityProfile } from '#nation-packs';
import { contentHash } from '#platform';
import { type CompiledRuleSet, compileRuleSet, type RuleSet } from '#rules';

/** A rule set ready to evaluate, under the hash of its content. */
export interface RuleSetInForce {
  readonly ruleSet: RuleSet;
  readonly compiled: CompiledRuleSet;
  readonly hash: string;
}

const compiledSets = new WeakMap<RuleSet, RuleSetInForce>();

/** The authority's rule set, compiled once a process. */
export function ruleSetInForce(profile: AuthorityProfile): RuleSetInForce {
  const { ruleSet } = profile.nationPack;
  const ready = compiledSets.get(ruleSet);
  if (ready !== undefined) return ready;
  const made = { ruleSet, compiled: compileRuleSet(ruleSet), hash: contentHash(ruleSet) };
  compiledSets.set(ruleSet, made);
  return made;
}
