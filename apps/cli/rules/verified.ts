import { type Verification, verifyRuleSet } from '#rules';
import type { NamedPack } from './pack-named.ts';

export interface Verified {
  readonly name: string;
  readonly rules: number;
  readonly facts: number;
  readonly milliseconds: number;
  readonly verification: Verification;
}

/** Proves a pack from a day on (`YYYY-MM-DD`). */
export function timed({ name, ruleSet, invariants, exclusions }: NamedPack, from: string): Verified {
  const start = performance.now();
  const verification = verifyRuleSet(ruleSet, { invariants, exclusions, from });
  const milliseconds = Math.round(performance.now() - start);
  return { name, rules: ruleSet.rules.length, facts: ruleSet.catalogue.length, milliseconds, verification };
}
