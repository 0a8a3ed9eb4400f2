import type { Level, Urgency } from '#domain';
import type { Condition } from './condition.ts';

/**
 * What no rule set of a nation may do, whoever writes it: where the condition is true, the definite outcome is at least
 * this (rules.md, verification). Kept apart from the rules, so that a change of the rules cannot take it away.
 */
export interface SafetyInvariant {
  readonly id: string;
  readonly title: string;
  readonly titleCy?: string;
  /** Law, guidance or section of the domain pack it rests on. */
  readonly source: string;
  readonly when: Condition;
  readonly atLeast: { readonly level?: Level; readonly urgency?: Urgency };
}
