import type { Facts } from '#domain';
import type { CatalogueEntry, Condition, RuleSet } from '#rules';
import { interpret } from '../../../libs/rules/testing/reference-interpreter.ts';

export type Answer = 'true' | 'false' | 'unknown';

/** What the reference interpreter says of one condition. */
export function asked(when: Condition, catalogue: readonly CatalogueEntry[], facts: Facts, about: RuleSet): Answer {
  const [rule] = about.rules;
  if (rule === undefined) throw new RangeError('A rule set without rules says nothing.');
  const { results } = interpret({ ...about, catalogue, rules: [{ ...rule, id: 'asked', when }] }, facts);
  const answer = results['asked'];
  if (answer === undefined) throw new RangeError('The interpreter did not answer.');
  return answer;
}
