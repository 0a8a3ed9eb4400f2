import type { BulkOutcomes } from './bulk-outcomes.ts';
import { type CaseContexts, surveyContexts } from './case-contexts.ts';
import type { Ref } from './circuit/circuit.ts';
import type { FactColumns } from './columns/fact-columns.ts';
import type { BulkRuleSet } from './compile-bulk.ts';
import { RankOutput } from './run/rank-output.ts';
import { type Block, runStep } from './run/run-step.ts';
import { sortScopes, writeMask } from './run/scope-masks.ts';
import { BLOCK_WORDS } from './run/span.ts';

/** The two bounds of the same ranks; where they are the same, one is written and copied. */
interface BothBounds {
  readonly definite: RankOutput;
  readonly possible: RankOutput;
  readonly isSame: boolean;
}

function bothBounds(definite: RankOutput, possible: RankOutput): BothBounds {
  return { definite, possible, isSame: possible.isSameAs(definite) };
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
  const linked = bulk.linker.link(columns, scopes.constants);
  const outputTo = (reached: readonly Ref[]): RankOutput => new RankOutput(linked, reached, columns.count);
  const levels = bothBounds(outputTo(outcomes.definite.levels), outputTo(outcomes.possible.levels));
  const urgencies = bothBounds(outputTo(outcomes.definite.urgencies), outputTo(outcomes.possible.urgencies));
  const redLine = outputTo([outcomes.redLine]);
  const written = [levels, urgencies].flatMap(({ definite, possible, isSame }) => (isSame ? [definite] : [definite, possible]));
  written.push(redLine);

  const heap = new Int32Array(linked.heapWords);
  const words = Math.ceil(columns.count / 32);
  for (let firstWord = 0; firstWord < words; firstWord += BLOCK_WORDS) {
    const length = Math.min(BLOCK_WORDS, words - firstWord);
    const block: Block = { planes: columns.planes, heap, countersAt: linked.countersAt, firstWord, length };
    for (const scope of scopes.partial) writeMask(block, linked.offsetOf(2 * scope.slot), scope, contexts);
    for (const step of linked.steps) runStep(block, step);
    for (const output of written) output.write(block);
  }
  for (const { definite, possible, isSame } of [levels, urgencies]) if (isSame) possible.bytes.set(definite.bytes);
  return {
    definiteLevel: levels.definite.bytes,
    definiteUrgency: urgencies.definite.bytes,
    possibleLevel: levels.possible.bytes,
    possibleUrgency: urgencies.possible.bytes,
    redLine: redLine.bytes,
  };
}
