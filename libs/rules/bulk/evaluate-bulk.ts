import type { BulkOutcomes } from './bulk-outcomes.ts';
import { type CaseContexts, surveyContexts } from './case-contexts.ts';
import { NEVER, type Ref, slotOf } from './circuit/circuit.ts';
import { planeRef } from './circuit/code-gates.ts';
import type { FactColumns } from './columns/fact-columns.ts';
import type { BulkRuleSet } from './compile-bulk.ts';
import { LinkedCircuit } from './run/linked-circuit.ts';
import { type FourRanks, writeRanks } from './run/rank-bytes.ts';
import { type Block, runStep } from './run/run-step.ts';
import { type SortedScopes, sortScopes, writeMask } from './run/scope-masks.ts';
import { BLOCK_WORDS } from './run/span.ts';

interface Output {
  readonly ranks: FourRanks;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Room for whole words of cases; only as many bytes as there are cases are handed out. */
function output(linked: LinkedCircuit, reached: readonly Ref[], count: number): Output {
  const [first, second, third, fourth] = reached.map((ref) => linked.holder(ref));
  const buffer = new ArrayBuffer(32 * Math.ceil(count / 32));
  return {
    ranks: [first ?? NEVER, second ?? NEVER, third ?? NEVER, fourth ?? NEVER],
    bytes: new Uint8Array(buffer, 0, count),
    view: new DataView(buffer),
  };
}

function link({ map, circuit }: BulkRuleSet, columns: FactColumns, scopes: SortedScopes): LinkedCircuit {
  const sameAs = new Map(scopes.constants);
  for (let plane = 0; plane < map.planes; plane += 1) {
    if (columns.used[plane] === 0) sameAs.set(slotOf(planeRef(plane)), NEVER);
  }
  for (const { code, unknown, isBoolean } of map.places) {
    if (!isBoolean || columns.used[unknown] !== 0) continue;
    sameAs.set(slotOf(planeRef(unknown)), columns.used[code] === 0 ? NEVER : planeRef(code));
  }
  return new LinkedCircuit(circuit, { planes: map.planes, stride: columns.stride, sameAs });
}

/**
 * Evaluates many cases at once, each as `evaluate` would on its day in its area: definite and possible level and
 * urgency, and red lines that definitely hold. A case needs information where definite and possible differ.
 *
 * @throws RangeError for columns read for a rule set with other facts, and for contexts that do not fit the cases.
 */
export function evaluateBulk(bulk: BulkRuleSet, columns: FactColumns, contexts: CaseContexts): BulkOutcomes {
  const { map, outcomes } = bulk;
  if (columns.key !== map.key) throw new RangeError('These columns were read for a rule set with other facts.');
  const survey = surveyContexts(contexts, columns.count);
  const scopes = sortScopes(bulk.scopes, contexts.areas, survey, 1 + map.planes);
  const linked = link(bulk, columns, scopes);
  const outputTo = (reached: readonly Ref[]): Output => output(linked, reached, columns.count);
  const definiteLevel = outputTo(outcomes.definite.levels);
  const definiteUrgency = outputTo(outcomes.definite.urgencies);
  const possibleLevel = outputTo(outcomes.possible.levels);
  const possibleUrgency = outputTo(outcomes.possible.urgencies);
  const redLine = outputTo([outcomes.redLine]);
  const outputs = [definiteLevel, definiteUrgency, possibleLevel, possibleUrgency, redLine];

  const heap = new Int32Array(linked.heapWords);
  const words = Math.ceil(columns.count / 32);
  for (let firstWord = 0; firstWord < words; firstWord += BLOCK_WORDS) {
    const length = Math.min(BLOCK_WORDS, words - firstWord);
    const block: Block = { planes: columns.planes, heap, countersAt: linked.countersAt, firstWord, length };
    for (const scope of scopes.partial) writeMask(block, linked.offsetOf(2 * scope.slot), scope, contexts);
    for (const step of linked.steps) runStep(block, step);
    for (const { ranks, view } of outputs) writeRanks(linked, block, ranks, view);
  }
  return {
    definiteLevel: definiteLevel.bytes,
    definiteUrgency: definiteUrgency.bytes,
    possibleLevel: possibleLevel.bytes,
    possibleUrgency: possibleUrgency.bytes,
    redLine: redLine.bytes,
  };
}
