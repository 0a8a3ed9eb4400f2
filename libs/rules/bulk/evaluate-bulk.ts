import type { BulkOutcomes } from './bulk-outcomes.ts';
import { type CaseContexts, surveyContexts } from './case-contexts.ts';
import type { Ref } from './circuit/circuit.ts';
import type { FactColumns } from './columns/fact-columns.ts';
import type { BulkRuleSet } from './compile-bulk.ts';
import { loadPlane, planesToLoad } from './run/load-planes.ts';
import { RankOutput } from './run/rank-output.ts';
import { runStep } from './run/run-step.ts';
import { sortScopes, writeMask } from './run/scope-masks.ts';
import { type Block, BLOCK_WORDS, wholeFours } from './run/span.ts';

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
  const written = [levels, urgencies].flatMap(({ definite, possible, isSame }) =>
    isSame ? [definite] : [definite, possible],
  );
  written.push(redLine);

  const planes = planesToLoad(
    map.planes,
    linked,
    written.flatMap(({ slots }) => slots),
  );
  const words = new Int32Array(linked.words);
  const inAll = wholeFours(Math.ceil(columns.count / 32));
  for (let firstWord = 0; firstWord < inAll; firstWord += BLOCK_WORDS) {
    const block: Block = { words, firstWord, length: Math.min(BLOCK_WORDS, inAll - firstWord) };
    for (const plane of planes) loadPlane(block, columns, plane);
    for (const scope of scopes.partial) writeMask(block, scope, contexts);
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
