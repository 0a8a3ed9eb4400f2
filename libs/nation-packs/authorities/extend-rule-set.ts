import { checkRuleSet, type CodeWords, type RuleSet, type RuleSetFault } from '#rules';
import { PackDataError } from '../pack-data-error.ts';
import type { OwnRules } from './own-rules.ts';

/** The nation's rule set, and words for the codes it uses. */
type Extended = Omit<RuleSet, 'words'> & { readonly words: readonly CodeWords[] };

/**
 * A nation's rule set with an authority's own rules beside it. Outcomes only raise and nothing of the nation's is
 * replaced, so no child is proposed lower for it (rules.md, semantics 3).
 *
 * @param areas of the authority: a rule for any other area would never be in force, and nobody would notice
 * @throws PackDataError with every fault at once
 */
export function extendRuleSet(nation: Extended, own: OwnRules, areas: readonly string[]): Extended {
  const extended: Extended = {
    ...nation,
    ...own.head,
    catalogue: [...nation.catalogue, ...own.catalogue],
    rules: [...nation.rules, ...own.rules],
    words: [...nation.words, ...own.words],
    tests: [...(nation.tests ?? []), ...own.tests],
  };
  const problems = [
    ...(own.head.id === nation.id ? [`the id ${nation.id} is the nation's own`] : []),
    ...strayAreas(own, areas),
    ...strayExclusions(own, extended),
    ...checkRuleSet(extended).map((fault) => inWords(fault, extended)),
  ];
  if (problems.length > 0) throw new PackDataError(`rule set ${own.head.id}`, problems.join('\n'));
  return extended;
}

function strayAreas({ rules }: OwnRules, areas: readonly string[]): readonly string[] {
  const known = new Set(['*', ...areas]);
  return rules.flatMap((rule) =>
    rule.areas.filter((area) => !known.has(area)).map((area) => `${rule.id} names no area of the authority: ${area}`),
  );
}

function strayExclusions({ exclusions }: OwnRules, { words }: Extended): readonly string[] {
  const codes = new Set(words.map((word) => word.code));
  return exclusions
    .flat()
    .flatMap((code) => (codes.has(code) ? [] : [`exclusions name no code of its rules: ${code}`]));
}

/** A fault with the id of the rule or fact it is in: its number in the joined list says nothing to an author. */
function inWords({ path, message }: RuleSetFault, ruleSet: Extended): string {
  const [, list = '', place = '', ...rest] = path.split('/');
  const items = list === 'rules' ? ruleSet.rules : list === 'catalogue' ? ruleSet.catalogue : [];
  return `${[list, items[Number(place)]?.id ?? place, ...rest].filter((part) => part !== '').join(' > ')}: ${message}`;
}
