import { expect, it } from '@jest/globals';
import { known } from '#domain';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import type { CompiledCondition } from '../conditions/compiled-condition.ts';
import { aRule, aRuleSet, anEntry, firesOn, holds } from '../testing/builders.ts';
import { counterfactuals } from './counterfactuals.ts';

const IDS = Array.from({ length: 133 }, (_, place) => `f${String(place).padStart(3, '0')}`);
const CONTEXT = { onDate: '2026-06-01', area: null };

/** Rules that each rest on two of twelve facts, every fact serving in a dozen of them. */
function entangled(): CompiledRuleSet {
  const rules = Array.from({ length: 141 }, (_, place) => {
    const of = Array.from({ length: 12 }, (_entry, step) => IDS[(place + step * 7) % IDS.length] ?? '');
    return aRule(
      `R${place}`,
      { atLeast: 2, of: of.map(holds) },
      {
        ...firesOn(Object.fromEntries(of.map((id) => [id, true]))),
        then: { minLevel: place % 2 === 0 ? 'statutory_need' : 'early_help', minUrgency: 'amber' },
      },
    );
  });
  return compileRuleSet(
    aRuleSet(
      rules,
      IDS.map((id) => anEntry(id)),
    ),
  );
}

it.each([
  ['every fact is true', 1],
  ['half of the facts are true', 2],
  ['few facts are true and the others unknown', 40],
])('the work is bounded where rules are entangled and %s', (_, every) => {
  const compiled = entangled();
  let readings = 0;
  const counting = (condition: CompiledCondition): CompiledCondition => ({
    ...condition,
    truth: (table) => {
      readings += 1;
      return condition.truth(table);
    },
  });
  const rules = compiled.rules.map((rule) => ({ ...rule, condition: counting(rule.condition) }));
  const facts = Object.fromEntries(IDS.filter((_id, place) => place % every === 0).map((id) => [id, known(true)]));

  counterfactuals({ ...compiled, rules }, facts, CONTEXT);

  // 1,200 sets tried, each read twice at most for its aim, and what is found once for itself and each of its parts.
  expect(readings).toBeGreaterThan(0);
  expect(readings).toBeLessThan(1200 * 141 * 4);
});
