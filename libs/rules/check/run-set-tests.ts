import type { RuleSet, RuleSetTest } from '../rule-set.ts';
import { compileChecked } from '../evaluate/compile-checked.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { below, type Report } from './rule-set-fault.ts';
import { factsOfTest } from './run-tests.ts';

/** The day on which the newest rule comes into force. */
function newestDay({ rules }: RuleSet): string {
  return rules.reduce((day, rule) => (rule.effectiveFrom > day ? rule.effectiveFrom : day), '0001-01-01');
}

/** What is expected and not so, as words; empty when the test passes. */
function differences(test: RuleSetTest, ruleSet: RuleSet, compiled: ReturnType<typeof compileChecked>): string[] {
  const context = { onDate: test.onDate ?? newestDay(ruleSet), area: test.area ?? null };
  const { definite, needsInformation } = evaluate(compiled, factsOfTest(test.facts), context);
  const { expect } = test;
  const found = [
    definite.level === expect.level ? '' : `level ${expect.level}, but the rules give ${definite.level}`,
    definite.urgency === expect.urgency ? '' : `urgency ${expect.urgency}, but the rules give ${definite.urgency}`,
    expect.needsInformation === undefined || expect.needsInformation === needsInformation
      ? ''
      : `needsInformation ${String(expect.needsInformation)}, but the rules give ${String(needsInformation)}`,
  ];
  return found.filter((sentence) => sentence !== '');
}

/** Runs the examples of the whole set. The set must be sound otherwise: its rules are evaluated together. */
export function runSetTests(ruleSet: RuleSet, report: Report): void {
  const tests = ruleSet.tests ?? [];
  if (tests.length === 0) return;
  const compiled = compileChecked(ruleSet);
  tests.forEach((test, place) => {
    for (const difference of differences(test, ruleSet, compiled)) {
      report(['tests', place, 'expect'].reduce<string>(below, ''), `The test "${test.title}" expects ${difference}.`);
    }
  });
}
