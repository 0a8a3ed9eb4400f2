import { compileRuleSet, type RuleSet } from '#rules';
import type { Decision, Engine } from '../engines/engine.ts';
import { decideFacts } from '../engines/ours.ts';
import type { KnownSample } from './sample.ts';

/** What ours says of every case of a sample. */
export function ourDecisions(ruleSet: RuleSet, sample: KnownSample): readonly Decision[] {
  const compiled = compileRuleSet(ruleSet);
  return sample.facts.map((facts) => decideFacts(compiled, facts));
}

function isSame(one: Decision, other: Decision): boolean {
  return one.level === other.level && one.urgency === other.urgency && one.redLine === other.redLine;
}

/** In how many of the first cases an engine decides otherwise than ours. A comparison with any is void. */
export async function disagreements(
  engine: Engine,
  sample: KnownSample,
  expected: readonly Decision[],
  count: number,
): Promise<number> {
  let different = 0;
  for (const [place, given] of sample.plain.slice(0, count).entries()) {
    const wanted = expected[place];
    if (wanted === undefined || !isSame(await engine.decide(given), wanted)) different += 1;
  }
  return different;
}
