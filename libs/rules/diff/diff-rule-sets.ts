import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import type { RuleSet } from '../rule-set.ts';
import { changedRules } from './changed-rules.ts';
import { Versions, type Sides } from './versions.ts';
import { findKinds } from './find-kinds.ts';
import type { DiffOptions, RuleSetDiff } from './rule-set-diff.ts';

const MAX_KINDS = 40;

/**
 * As `diffRuleSets`, for sets that were compiled already, and one kind at a time, so that a caller can let others work;
 * the return value is the difference.
 */
export function* differences(
  sets: Sides<CompiledRuleSet>,
  { maxKinds = MAX_KINDS, from }: DiffOptions = {},
): Generator<number, RuleSetDiff> {
  const changes = changedRules(sets.before.ruleSet, sets.after.ruleSet);
  return { ...changes, ...(yield* findKinds(new Versions(sets, from), maxKinds)) };
}

/** Runs it to the end. */
export function diffCompiled(sets: Sides<CompiledRuleSet>, options: DiffOptions = {}): RuleSetDiff {
  const steps = differences(sets, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * Says in words which kinds of referral two versions of a rule set send to different places, with an example of each
 * (rules.md, verification). Exact: over all facts of either catalogue, known with any value, unknown or not given, on
 * every day from the first on which both have rules in force, in every area. A fact that one version lacks is passed
 * over by it.
 *
 * @param options.maxKinds after so many kinds the search ends and `isComplete` is false; 40 unless given
 * @throws RuleSetRefused for a set that may not load
 */
export function diffRuleSets(before: RuleSet, after: RuleSet, options: DiffOptions = {}): RuleSetDiff {
  return diffCompiled({ before: compileRuleSet(before), after: compileRuleSet(after) }, options);
}
