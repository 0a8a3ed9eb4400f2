import { isIsoDate } from '../iso-date.ts';
import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { type EvaluationContext, rulesInForce } from '../evaluate/in-force.ts';

/** A day and an area that stand for all on which the same rules of each set are in force. */
export interface Scope {
  readonly context: EvaluationContext;
  /** For each set the rules in force. */
  readonly inForce: readonly (readonly CompiledRule[])[];
}

/** The day after; null after the last day that can be written. */
function dayAfter(day: string): string | null {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return isIsoDate(next) ? next : null;
}

/** The first day on which each of the sets has a rule in force. */
export function firstCommonDay(sets: readonly CompiledRuleSet[]): string {
  const firstDays = sets.map(({ rules }) => rules.map(({ rule }) => rule.effectiveFrom).sort()[0] ?? '0001-01-01');
  return firstDays.sort().at(-1) ?? '0001-01-01';
}

/**
 * Every distinct choice of rules in force from a day on: days split where a rule begins or has ended, each named area,
 * and no named area. The latest day and the case without an area come first: what will be in force for longest.
 */
export function scopesOf(sets: readonly CompiledRuleSet[], firstDay: string): readonly Scope[] {
  const rules = sets.flatMap((set) => set.rules.map(({ rule }) => rule));
  const changes = rules.flatMap(({ effectiveFrom, effectiveTo }) => [
    effectiveFrom,
    ...(effectiveTo === undefined ? [] : [dayAfter(effectiveTo) ?? effectiveFrom]),
  ]);
  const days = [...new Set([firstDay, ...changes])]
    .filter((day) => day >= firstDay)
    .sort()
    .reverse();
  const areas = [null, ...[...new Set(rules.flatMap((rule) => rule.areas))].filter((area) => area !== '*').sort()];
  const scopes = new Map<string, Scope>();
  for (const onDate of days) {
    for (const area of areas) {
      const context = { onDate, area };
      const inForce = sets.map((set) => rulesInForce(set, context));
      const key = JSON.stringify(inForce.map((some) => some.map(({ rule }) => rule.id)));
      if (!scopes.has(key)) scopes.set(key, { context, inForce });
    }
  }
  return [...scopes.values()];
}
