import type { RuleSet } from '#rules';
import type { NationPack } from '../nation-pack.ts';
import type { AuthorityPack } from './authority-pack.ts';
import { extendRuleSet } from './extend-rule-set.ts';
import { readOwnRules } from './own-rules.ts';

/** The rules that an authority works with. */
export interface AuthorityRules {
  readonly ruleSet: RuleSet;
  readonly exclusions: NationPack['exclusions'];
}

/**
 * The nation's rules with the authority's own beside them, or the nation's own objects where it has none. Throws
 * `PackDataError` with every fault of the whole.
 */
export function authorityRules(authority: AuthorityPack, nation: NationPack): AuthorityRules {
  const { ruleSet, exclusions, indicators, prompts } = nation;
  if (authority.ruleSet === null) return { ruleSet, exclusions };
  const own = readOwnRules(authority.id, authority.ruleSet, indicators);
  const areas = authority.areas.map((area) => area.id);
  return {
    ruleSet: extendRuleSet({ ...ruleSet, words: ruleSet.words ?? prompts }, own, areas),
    exclusions: [...exclusions, ...own.exclusions],
  };
}
