import type { Rule } from '../../rule-set.ts';

const MILLISECONDS_IN_A_DAY = 86_400_000;

/** Where and when rules are in force: first and last day since 1970-01-01, and areas, null for all. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  readonly areas: readonly string[] | null;
}

function dayNumber(day: string): number {
  return Date.parse(day) / MILLISECONDS_IN_A_DAY;
}

export function scopeOf({ effectiveFrom, effectiveTo, areas }: Rule): Scope {
  return {
    from: dayNumber(effectiveFrom),
    to: effectiveTo === undefined ? Number.POSITIVE_INFINITY : dayNumber(effectiveTo),
    areas: areas.includes('*') ? null : [...new Set(areas)].sort(),
  };
}

/** The same for rules that are in force at the same times in the same places. */
export function scopeName({ from, to, areas }: Scope): string {
  return JSON.stringify([from, to === Number.POSITIVE_INFINITY ? null : to, areas]);
}
