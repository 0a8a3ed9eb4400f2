import type { Facts } from '#domain';
import type { RuleSet } from '#rules';
import { caseGenerator } from './case-generator.ts';
import { type PlainCase, plainCaseMaker } from './plain-case.ts';
import { random } from './random.ts';

/** Fully known cases, as ours and as other engines take them. */
export interface KnownSample {
  readonly facts: readonly Facts[];
  readonly plain: readonly PlainCase[];
}

export function knownSample(ruleSet: RuleSet, count: number, seed: number): KnownSample {
  const generator = caseGenerator(ruleSet, random(seed));
  const facts = Array.from({ length: count }, () => generator.known());
  return { facts, plain: facts.map(plainCaseMaker(ruleSet)) };
}
