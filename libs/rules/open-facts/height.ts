import type { CompiledRule } from '../evaluate/compiled-rule-set.ts';

/** How high an outcome stands, as ranks of level and urgency. */
export interface Height {
  readonly level: number;
  readonly urgency: number;
}

export const LOWEST: Height = { level: 0, urgency: 0 };

export function raises(rule: CompiledRule, above: Height): boolean {
  return rule.level > above.level || rule.urgency > above.urgency;
}

export function raisedBy(height: Height, rule: CompiledRule): Height {
  if (!raises(rule, height)) return height;
  return { level: Math.max(height.level, rule.level), urgency: Math.max(height.urgency, rule.urgency) };
}
