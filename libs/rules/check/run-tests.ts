import { type Fact, known, unknown } from '#domain';
import type { Condition } from '../condition.ts';
import { judgeCondition } from '../conditions/judge-condition.ts';
import { factOf, forEachLeaf } from '../conditions/normal-form.ts';
import type { CatalogueEntry, RuleTest } from '../rule-set.ts';
import { conditionOver } from './condition-shape.ts';
import { below, SILENTLY } from './rule-set-fault.ts';
import { type Check, itemsAt, valueAt } from './shape.ts';
import { testOver } from './test-shape.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The entries of the facts a condition asks about, or null while one of them is faulty. */
function entriesFor(condition: Condition, vocabulary: Vocabulary): readonly CatalogueEntry[] | null {
  const entries = new Map<string, CatalogueEntry | null>();
  forEachLeaf(condition, (leaf) => entries.set(factOf(leaf), vocabulary.get(factOf(leaf))?.entry ?? null));
  const sound = [...entries.values()].filter((entry) => entry !== null);
  return sound.length === entries.size ? sound : null;
}

export function factsOfTest(facts: RuleTest['facts']): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]) => [id, value === 'unknown' ? unknown('not_known') : known(value)]),
  );
}

/** Runs a rule's own tests. Tests that cannot run yet, for faults reported elsewhere, are passed over. */
export function runTests(vocabulary: Vocabulary): Check {
  const isCondition = conditionOver(vocabulary);
  const isTest = testOver(vocabulary);
  return (rule, path, report) => {
    const when = valueAt(rule, 'when');
    if (!isCondition(when, '', SILENTLY)) return;
    const entries = entriesFor(when, vocabulary);
    if (entries === null) return;
    itemsAt(rule, 'tests').forEach((test, place) => {
      if (!isTest(test, '', SILENTLY)) return;
      const result = judgeCondition(when, entries, factsOfTest(test.facts));
      if (result === test.expect) return;
      const expectAt = below(below(below(path, 'tests'), place), 'expect');
      report(expectAt, `The test "${test.title}" expects ${test.expect}, but the rule gives ${result}.`);
    });
  };
}
