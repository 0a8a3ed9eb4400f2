import type { Rule } from '../rule-set.ts';

export const MUTANT_KINDS = [
  'drop-condition',
  'negate-condition',
  'widen-range',
  'narrow-range',
  'shift-threshold',
  'swap-all-any',
  'raise-at-least',
  'lower-at-least',
  'other-value',
  'drop-value',
  'lower-level',
  'lower-urgency',
  'remove-red-line',
  'remove-rule',
  'narrow-areas',
  'end-early',
] as const;
type MutantKind = (typeof MUTANT_KINDS)[number];

/** One small fault made in one rule; `rule` null when the fault is that it is gone. */
export interface Mutation {
  readonly kind: MutantKind;
  readonly sentence: string;
  readonly rule: Rule | null;
}
