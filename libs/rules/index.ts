export { checkRuleSet } from './check/check-rule-set.ts';
export type { RuleSetFault } from './check/rule-set-fault.ts';
export type { Comparison, Condition } from './condition.ts';
export { compileRuleSet, RuleSetRefused } from './evaluate/compile-rule-set.ts';
export type { CompiledRuleSet } from './evaluate/compiled-rule-set.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { EvaluationContext } from './evaluate/in-force.ts';
export type { Evaluation, RuleTrace, Truth } from './evaluation.ts';
export { explain } from './explain/explain.ts';
export type {
  Explanation,
  ExplanationFact,
  ExplanationLine,
  ExplanationQuestion,
  Voice,
} from './explain/explanation.ts';
export type { SafetyInvariant } from './invariant.ts';
export {
  CODE_KINDS,
  type CatalogueEntry,
  type CodeKind,
  type CodeWords,
  type FactType,
  type Outcome,
  type Rule,
  type RuleSet,
  type RuleSetTest,
  type RuleTest,
} from './rule-set.ts';
