import { type Fact, type Facts, known, type Language, pathwayOf } from '#domain';
import type { CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { EvaluationContext } from '../evaluate/in-force.ts';
import { tellerIn } from '../explain/words/teller.ts';
import type { CatalogueEntry } from '../rule-set.ts';
import { higherAims, lowerAims } from './aims.ts';
import type { Changes } from './changes.ts';
import { choose } from './choose.ts';
import type { Counterfactual, CounterfactualOptions } from './counterfactual.ts';
import { findCandidates } from './find-candidates.ts';
import { changeInWords, sentenceFor } from './in-words.ts';
import { openWorkbench } from './workbench.ts';

/** Sets of changes tried in each direction; a fixed number, not a time, so that a replay finds the same. */
const TRIES = 600;

const MOST_CHANGES = 6;

function suppliedByPeople({ suppliedBy }: CatalogueEntry): boolean {
  return suppliedBy.some((supplier) => supplier !== 'system');
}

function checkedOptions(options: CounterfactualOptions): Required<CounterfactualOptions> {
  const { language = 'en', maxChanges = 3, maxFound = 6, isChangeable = suppliedByPeople } = options;
  if (!Number.isInteger(maxChanges) || maxChanges < 1 || maxChanges > MOST_CHANGES) {
    throw new RangeError(`maxChanges must be a whole number from 1 to ${MOST_CHANGES}`);
  }
  if (!Number.isInteger(maxFound) || maxFound < 1) throw new RangeError('maxFound must be a whole number from 1');
  return { language, maxChanges, maxFound, isChangeable };
}

/**
 * The smallest changes of changeable facts that would have given another pathway or urgency (rules.md, semantics 8).
 * Down: the worries without which the rules would propose less. Up: rules one condition short, and answers to unknown
 * facts. Every one is re-evaluated, and no part of its changes gives the same other pathway (or, where only the
 * urgency changes, the same other urgency). Smallest first; the same case gives the same list.
 *
 * For practitioners and managers only: it speaks of every fact, whoever supplied it. An empty list means that none of
 * at most `maxChanges` changes was found among those tried, not that there is none.
 *
 * @throws RangeError for a day that is none, or for `maxChanges` or `maxFound` out of range.
 */
export function counterfactuals(
  compiled: CompiledRuleSet,
  facts: Facts,
  context: EvaluationContext,
  options: CounterfactualOptions = {},
): readonly Counterfactual[] {
  const { language, maxChanges, maxFound, isChangeable } = checkedOptions(options);
  const bench = openWorkbench(compiled, facts, context, isChangeable);
  const lower = [lowerAims(bench, maxChanges), TRIES] as const;
  const higher = [higherAims(bench, maxChanges), TRIES] as const;
  const chosen = choose(findCandidates(bench, [lower, higher], maxFound), maxFound);
  return chosen.map(({ changes }) => worded(compiled, facts, context, changes, language));
}

function worded(
  compiled: CompiledRuleSet,
  facts: Facts,
  context: EvaluationContext,
  changes: Changes,
  language: Language,
): Counterfactual {
  const teller = tellerIn(language);
  const changed: Record<string, Fact> = { ...facts };
  const words = changes.flatMap(({ index, value }) => {
    const fact = compiled.facts[index];
    if (fact === undefined) return [];
    changed[fact.entry.id] = known(value);
    return [changeInWords(teller, fact, facts, value)];
  });
  const evaluation = evaluate(compiled, changed, context);
  const { level, urgency } = evaluation.definite;
  const clauses = words.map(({ clause }) => clause);
  return {
    changes: words.map(({ change }) => change),
    facts: changed,
    becomes: { level, pathway: pathwayOf(level), urgency },
    sentence: sentenceFor(teller, clauses, evaluation),
    ...(language === 'cy' && { untranslated: teller.toldInEnglish() }),
  };
}
