import { NATIONS } from '#domain';
import type { RuleSet } from '../rule-set.ts';
import { catalogueEntry } from './catalogue-shape.ts';
import { identifier, oneOf, text, uniqueIds } from './plain-shapes.ts';
import type { Report, RuleSetFault } from './rule-set-fault.ts';
import { ruleOver } from './rule-shape.ts';
import { runSetTests } from './run-set-tests.ts';
import { also, listOf, may, must, objectOf, valueAt } from './shape.ts';
import { setTestOver } from './test-shape.ts';
import { readVocabulary } from './vocabulary.ts';
import { codesHaveWords, codeWords, wordsAreUnique } from './words-shape.ts';

/**
 * Whether a rule set may load (rules.md, semantics 6): every fault at once, none when it may. A set without faults
 * is a `RuleSet` that passes its own tests and whose rules never rest on the absence of harm (semantics 3).
 */
export function checkRuleSet(candidate: unknown): RuleSetFault[] {
  const faults: RuleSetFault[] = [];
  const vocabulary = readVocabulary(candidate);
  const rule = ruleOver(vocabulary, valueAt(candidate, 'nation'));
  const report: Report = (path, message) => faults.push({ path, message });
  const ruleSet = also(
    objectOf<RuleSet>({
      schemaVersion: must(oneOf(['1'])),
      id: must(identifier),
      version: must(text),
      title: must(text),
      nation: must(oneOf(NATIONS)),
      catalogue: must(listOf(catalogueEntry, 1)),
      rules: must(listOf(rule, 1)),
      tests: may(listOf(setTestOver(vocabulary))),
      words: may(listOf(codeWords)),
    }),
    uniqueIds('catalogue'),
    uniqueIds('rules'),
    wordsAreUnique,
    codesHaveWords,
  );
  if (ruleSet(candidate, '', report) && faults.length === 0) runSetTests(candidate, report);
  return faults;
}
