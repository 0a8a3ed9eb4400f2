import type { RuleSet } from '#rules';

/** The first day of the newest rule that has begun: since then a rule set that came with the service is as it is. */
export function newestDay({ rules }: RuleSet, today: string): string | null {
  const begun = rules.map((rule) => rule.effectiveFrom).filter((day) => day <= today);
  return begun.sort().at(-1) ?? null;
}
