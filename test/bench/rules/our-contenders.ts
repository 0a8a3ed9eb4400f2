import type { Facts } from '#domain';
import { type BulkOutcomes, type FactColumns, compileBulk, type CompiledRuleSet, evaluateBulk } from '#rules';
import { bitsetLoop, OUTPUTS } from '../bitset-loop/bitset-loop.ts';
import type { Decision } from '../engines/engine.ts';
import { decideFacts } from '../engines/ours.ts';
import { type BulkRecords, columnsOf } from '../support/bulk-records.ts';
import { contexts } from '../support/context.ts';
import type { Contender } from './contender.ts';

/** `evaluate` with its whole trace, case after case. */
export function oneByOne(name: string, compiled: CompiledRuleSet, cases: readonly Facts[]): Contender {
  let next = 0;
  const run = (count: number): number => {
    let sum = 0;
    for (let done = 0; done < count; done += 1) {
      next = (next + 1) % cases.length;
      sum += decideFacts(compiled, cases[next] ?? {}).level;
    }
    return sum;
  };
  return { name, run, different: 0, checked: 0 };
}

function differencesFrom(
  expected: readonly Decision[],
  { definiteLevel, definiteUrgency, redLine }: BulkOutcomes,
): number {
  const isDifferent = ({ level, urgency, redLine: isRed }: Decision, place: number): boolean =>
    definiteLevel[place] !== level || definiteUrgency[place] !== urgency || redLine[place] !== Number(isRed);
  return expected.filter(isDifferent).length;
}

function differencesBetween(one: BulkOutcomes, other: BulkOutcomes): number {
  return OUTPUTS.reduce(
    (sum, output) => sum + one[output].filter((rank, place) => rank !== other[output][place]).length,
    0,
  );
}

/** Runs whole batches of so many cases until there are as many as asked for. */
function batches(name: string, atOnce: number, batch: () => BulkOutcomes): Omit<Contender, 'different' | 'checked'> {
  const run = (count: number): number => {
    let sum = 0;
    for (let done = 0; done < count; done += atOnce) sum += batch().definiteLevel[done % atOnce] ?? 0;
    return sum;
  };
  return { name, run, atOnce };
}

export interface BulkContenders {
  readonly readAndEvaluate: Contender;
  readonly evaluateOnly: Contender;
  readonly loop: Contender;
}

/** The loop is checked over cases with unknown facts too, though it is not timed on them. */
function loopDifferences(
  compiled: CompiledRuleSet,
  loop: (columns: FactColumns) => BulkOutcomes,
  records: BulkRecords,
): number {
  const columns = columnsOf(compiled, records);
  return differencesBetween(evaluateBulk(compileBulk(compiled), columns, contexts(records.count)), loop(columns));
}

/** The bulk path with and without reading the records, and the loop over the same columns. */
export function bulkContenders(
  compiled: CompiledRuleSet,
  records: BulkRecords,
  withUnknowns: BulkRecords,
  expected: readonly Decision[],
): BulkContenders {
  const bulk = compileBulk(compiled);
  const columns = columnsOf(compiled, records);
  const when = contexts(records.count);
  const loop = bitsetLoop(compiled);
  const outcomes = evaluateBulk(bulk, columns, when);
  const check = { different: differencesFrom(expected, outcomes), checked: expected.length };
  const read = (): BulkOutcomes => evaluateBulk(bulk, columnsOf(compiled, records), when);
  return {
    readAndEvaluate: { ...batches('ours, bulk: read and evaluate', records.count, read), ...check },
    evaluateOnly: {
      ...batches('ours, bulk: evaluate columns', records.count, () => evaluateBulk(bulk, columns, when)),
      ...check,
    },
    loop: {
      ...batches('bitset loop written out for this set', records.count, () => loop(columns)),
      different: loopDifferences(compiled, loop, records) + loopDifferences(compiled, loop, withUnknowns),
      checked: records.count + withUnknowns.count,
    },
  };
}
