import { NATIONS } from '#domain';
import type { RuleSet } from '../rule-set.ts';
import { catalogueEntry } from './catalogue-shape.ts';
import { identifier, oneOf, text, uniqueIds } from './plain-shapes.ts';
import type { RuleSetFault } from './rule-set-fault.ts';
import { ruleOver } from './rule-shape.ts';
import { also, listOf, must, objectOf, valueAt } from './shape.ts';
import { readVocabulary } from './vocabulary.ts';

/**
 * Whether a rule set may load (rules.md, semantics 6): every fault at once, none when it may. A set without faults
 * is a `RuleSet`, whose rules pass their own tests and never rest on the absence of harm (semantics 3).
 */
export function checkRuleSet(candidate: unknown): RuleSetFault[] {
  const faults: RuleSetFault[] = [];
  const rule = ruleOver(readVocabulary(candidate), valueAt(candidate, 'nation'));
  const ruleSet = also(
    objectOf<RuleSet>({
      schemaVersion: must(oneOf(['1'])),
      id: must(identifier),
      version: must(text),
      title: must(text),
      nation: must(oneOf(NATIONS)),
      catalogue: must(listOf(catalogueEntry, 1)),
      rules: must(listOf(rule, 1)),
    }),
    uniqueIds('catalogue'),
    uniqueIds('rules'),
  );
  ruleSet(candidate, '', (path, message) => faults.push({ path, message }));
  return faults;
}
