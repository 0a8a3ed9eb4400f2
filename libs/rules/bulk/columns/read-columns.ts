import type { CompiledRuleSet } from '../../evaluate/compiled-rule-set.ts';
import type { FactLayout } from '../layout/fact-layout.ts';
import type { FactColumns } from './fact-columns.ts';
import { gatherPlanes } from './gather-planes.ts';
import { readingPlan } from './reading-plan.ts';
import { settlePlanes } from './settle-planes.ts';

/** Where records lie: the first at `offset`, each `stride` bytes after the one before. */
export interface RecordsAt {
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
}

const WORDS_IN_LINE = 16;

/**
 * Words from one plane to the next: whole cache lines, and an odd number of them. With a power of two the same word of
 * all planes would fall on the same few places of the cache and each would drive out the others.
 */
function strideFor(count: number): number {
  const lines = Math.ceil(count / (32 * WORDS_IN_LINE));
  return WORDS_IN_LINE * (lines | 1);
}

function assertInside(layout: FactLayout, bytes: Uint8Array, { offset, stride, count }: RecordsAt): void {
  const isSound = [offset, stride, count].every((one) => Number.isSafeInteger(one) && one >= 0);
  if (!isSound) throw new RangeError('Offset, stride and count of records must be whole numbers from 0.');
  if (count > 1 && stride < layout.bytes)
    throw new RangeError('The stride must not be less than the length of a record.');
  if (count > 0 && offset + stride * (count - 1) + layout.bytes > bytes.length) {
    throw new RangeError(`${count} records do not fit into ${bytes.length} bytes.`);
  }
}

/**
 * The columns that a rule set reads, from records of a layout that may be another catalogue's. A fact that the layout
 * lacks is as the rule set's catalogue says for missing; a value that does not fit the rule set's type is unknown.
 *
 * @throws RangeError for records that are not wholly inside `bytes` or overlap.
 */
export function readColumns(
  layout: FactLayout,
  target: CompiledRuleSet,
  bytes: Uint8Array,
  at: RecordsAt,
): FactColumns {
  assertInside(layout, bytes, at);
  const plan = readingPlan(layout, target.facts);
  const stride = strideFor(at.count);
  const planes = { words: new Int32Array((plan.planes + 1) * stride), stride, used: new Int32Array(plan.planes) };
  gatherPlanes({ bytes, ...at }, plan.planeOfBit, planes);
  settlePlanes(planes, plan, at.count);
  return { count: at.count, planes: planes.words, stride, used: planes.used, key: plan.map.key };
}
