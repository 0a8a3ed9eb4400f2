export type { BulkOutcomes } from './bulk/bulk-outcomes.ts';
export type { CaseContexts } from './bulk/case-contexts.ts';
export type { FactColumns } from './bulk/columns/fact-columns.ts';
export { readColumns, type RecordsAt } from './bulk/columns/read-columns.ts';
export { type BulkRuleSet, compileBulk } from './bulk/compile-bulk.ts';
export { evaluateBulk } from './bulk/evaluate-bulk.ts';
export { type FactLayout, factLayout } from './bulk/layout/fact-layout.ts';
export { type LayoutDescription, layoutDescription, layoutFromDescription } from './bulk/layout/layout-description.ts';
export { decodeFacts, encodeFacts } from './bulk/layout/records.ts';
export { checkRuleSet } from './check/check-rule-set.ts';
export type { RuleSetFault } from './check/rule-set-fault.ts';
export type { Comparison, Condition } from './condition.ts';
export type { Counterfactual, CounterfactualChange, CounterfactualOptions } from './counterfactuals/counterfactual.ts';
export { counterfactuals } from './counterfactuals/counterfactuals.ts';
export { differences, diffRuleSets } from './diff/diff-rule-sets.ts';
export type { DiffKind, DiffOptions, Direction, RuleSetDiff } from './diff/rule-set-diff.ts';
export { compileChecked } from './evaluate/compile-checked.ts';
export { compileRuleSet, RuleSetRefused } from './evaluate/compile-rule-set.ts';
export type { CompiledRuleSet } from './evaluate/compiled-rule-set.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { EvaluationContext } from './evaluate/in-force.ts';
export type { Evaluation, RuleTrace, Truth } from './evaluation.ts';
export { explain } from './explain/explain.ts';
export { factsInWords, type FactsInWords } from './explain/facts-in-words.ts';
export type {
  Explanation,
  ExplanationFact,
  ExplanationLine,
  ExplanationQuestion,
  Voice,
} from './explain/explanation.ts';
export { type SaidFact, saidFacts } from './explain/said.ts';
export { outcomeWords, type OutcomeWords } from './explain/words/outcome-words.ts';
export { fits as factValueFits } from './fact-type.ts';
export type { SafetyInvariant } from './invariant.ts';
export { type Mutant, mutantsOf } from './mutants/mutants-of.ts';
export {
  CODE_KINDS,
  type CatalogueEntry,
  type CodeKind,
  type CodeWords,
  type FactType,
  KIND_OF_LIST,
  type Outcome,
  type Rule,
  type RuleSet,
  type RuleSetTest,
  type RuleTest,
} from './rule-set.ts';
export type {
  Example,
  InvariantFinding,
  Proof,
  RuleFinding,
  Verification,
  VerificationGiven,
} from './verify/verification.ts';
export { type VerificationProgress, verification, verifyRuleSet } from './verify/verify-rule-set.ts';
export { ruleSetSchema } from './schema/rule-set-schema.ts';
