import { compileBulk, compileRuleSet, evaluateBulk, type RuleSet } from '#rules';
import { decideFacts } from '../engines/ours.ts';
import { columnsOf, recordsOf } from '../support/bulk-records.ts';
import { caseGenerator } from '../support/case-generator.ts';
import { contexts } from '../support/context.ts';
import { heldMegabytes, usedMegabytes } from '../support/machine.ts';
import { median } from '../support/median.ts';
import { random } from '../support/random.ts';
import { syntheticRuleSet } from './synthetic-rule-set.ts';

export const RULES = [60, 200, 1_000] as const;
export const CASES = [10_000, 100_000, 1_000_000] as const;
const SEED = 60;
/** Different cases; larger numbers of cases repeat them. */
const DISTINCT = 1_024;
const BLOCK = 65_536;
const WARM_UP = 3;
const RUNS = 3;

export interface Growth {
  readonly rules: number;
  readonly facts: number;
  readonly bytesACase: number;
  readonly compileMilliseconds: number;
  readonly tracedMicroseconds: number;
  /** Nanoseconds a case, read and evaluated, for each number of cases; median of a few runs. */
  readonly bulkNanoseconds: readonly number[];
  /** By how much what is held in memory grew at most, in MB: columns and outcomes, not the records. */
  readonly megabytes: number;
}

/** One size of rule set, with cases as they come in: some facts missing, some unknown. */
export function growth(shipped: RuleSet, size: number): Growth {
  const ruleSet = syntheticRuleSet(shipped, size, SEED);
  const compiled = compileRuleSet(ruleSet);
  const generator = caseGenerator(ruleSet, random(SEED));
  const cases = Array.from({ length: DISTINCT }, () => generator.any());

  const traced = cases.map((facts) => {
    const startedAt = performance.now();
    decideFacts(compiled, facts);
    return performance.now() - startedAt;
  });
  const compileAt = performance.now();
  const bulk = compileBulk(compiled);
  const compileMilliseconds = performance.now() - compileAt;

  const records = recordsOf(compiled, cases, BLOCK);
  const block = (count: number): number =>
    evaluateBulk(bulk, columnsOf(compiled, records, count), contexts(count)).definiteLevel.length;
  // Node compiles what runs often; that is not to count for the first number of cases.
  for (let round = 0; round < WARM_UP; round += 1) block(BLOCK);
  const before = usedMegabytes();
  let most = before;
  const once = (count: number): number => {
    const startedAt = performance.now();
    for (let done = 0; done < count; done += BLOCK) {
      block(Math.min(BLOCK, count - done));
      most = Math.max(most, heldMegabytes());
    }
    return ((performance.now() - startedAt) * 1e6) / count;
  };
  const bulkNanoseconds = CASES.map((count) => median(Array.from({ length: RUNS }, () => once(count))));
  return {
    rules: ruleSet.rules.length,
    facts: ruleSet.catalogue.length,
    bytesACase: records.layout.bytes,
    compileMilliseconds,
    tracedMicroseconds: median(traced) * 1000,
    bulkNanoseconds,
    megabytes: most - before,
  };
}
