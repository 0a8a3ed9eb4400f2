import type { Facts, FactValue } from '#domain';
import type { Comparison, RuleSet } from '#rules';
import { type Answer, asked } from './asked.ts';

/** How a fact was given: its value, null where it is not known, undefined where it is missing. That is all a rule sees. */
type Given = FactValue | null | undefined;

function givenAs(facts: Facts, id: string): Given {
  const fact = facts[id];
  if (fact === undefined) return undefined;
  return fact.known ? fact.value : null;
}

/** A comparison or `known`, put to the interpreter once for each way its fact is given. */
export function rememberedLeaf(
  leaf: Comparison | { readonly known: string },
  about: RuleSet,
): (facts: Facts) => Answer {
  const id = 'known' in leaf ? leaf.known : leaf.fact;
  const catalogue = about.catalogue.filter((entry) => entry.id === id);
  const remembered = new Map<Given, Answer>();
  return (facts) => {
    const key = givenAs(facts, id);
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const answer = asked(leaf, catalogue, facts, about);
    remembered.set(key, answer);
    return answer;
  };
}
