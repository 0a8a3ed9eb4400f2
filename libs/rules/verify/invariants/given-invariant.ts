import { type Facts, levelRank, urgencyRank } from '#domain';
import { compileCondition } from '../../conditions/compile-condition.ts';
import { TRUE } from '../../conditions/kleene.ts';
import { factOf, forEachLeaf, type Leaf } from '../../conditions/normal-form.ts';
import { fits } from '../../fact-type.ts';
import type { SafetyInvariant } from '../../invariant.ts';
import type { CatalogueEntry } from '../../rule-set.ts';
import { type Height, heightsOf, isBelow, tableOf } from '../../solver/heights.ts';
import { negate, TRUE as ALWAYS } from '../../solver/sat/literal.ts';
import type { Scope } from '../../solver/scopes.ts';
import { conclude, type Conclusion, findingOf } from '../conclude.ts';
import { exampleFound } from '../example.ts';
import type { Investigation } from '../investigation.ts';
import type { Example, InvariantFinding } from '../verification.ts';
import { caseWords, contextWords, listed, outcomeWords } from '../words.ts';

function isAsked(leaf: Leaf, entry: CatalogueEntry | undefined): boolean {
  if (entry === undefined) return false;
  if ('known' in leaf) return true;
  if ('is' in leaf) return fits(entry.type, leaf.is);
  if ('in' in leaf) return leaf.in.every((value) => fits(entry.type, value));
  return entry.type.kind === 'integer';
}

/** Facts of the invariant that the rule set's catalogue lacks, or of which it does not know the value named. */
function notAsked(of: Investigation, invariant: SafetyInvariant): readonly string[] {
  const entries = new Map(of.compiled.facts.map(({ entry }) => [entry.id, entry]));
  const lacking = new Set<string>();
  forEachLeaf(invariant.when, (leaf) => {
    if (!isAsked(leaf, entries.get(factOf(leaf)))) lacking.add(factOf(leaf));
  });
  return [...lacking];
}

function required({ atLeast }: SafetyInvariant): Height {
  return { level: levelRank(atLeast.level ?? 'universal'), urgency: urgencyRank(atLeast.urgency ?? 'blue') };
}

/** Whether a case has the condition and stays below what is required. */
function violates(of: Investigation, invariant: SafetyInvariant, scope: Scope): (facts: Facts) => boolean {
  const index = new Map(of.compiled.facts.map(({ entry }, place) => [entry.id, place]));
  const condition = compileCondition(invariant.when, (id) => index.get(id) ?? -1);
  return (facts) => {
    const table = tableOf(of.compiled, facts);
    const { definite } = heightsOf(of.rulesIn(scope), table);
    return condition.truth(table) === TRUE && isBelow(definite, required(invariant));
  };
}

function refuted(of: Investigation, { atLeast }: SafetyInvariant, scope: Scope, example: Example): string {
  const wanted = listed([atLeast.level?.replaceAll('_', ' ') ?? '', atLeast.urgency ?? ''].filter((one) => one !== ''));
  const where = contextWords(scope.context, of.scopes.length);
  const what = caseWords(example.facts, of.compiled.ruleSet.catalogue);
  return `${what} comes only to ${outcomeWords(example.definite)}${where}; at least ${wanted} is required.`;
}

function judge(of: Investigation, invariant: SafetyInvariant): Conclusion {
  const lacking = notAsked(of, invariant);
  if (lacking.length > 0) {
    const sentence = `The rule set cannot keep this: its catalogue does not ask ${listed(lacking.map((id) => `"${id}"`))} as the invariant does.`;
    return { proof: 'refuted', example: null, sentence };
  }
  const { isTrue } = of.space.encode(invariant.when, of.view);
  const { level, urgency } = required(invariant);
  return conclude(
    of,
    (scope) => {
      const { definite } = of.outcomeIn(scope);
      const isReached = [definite.level[level] ?? ALWAYS, definite.urgency[urgency] ?? ALWAYS];
      return isReached.map((reached) => [isTrue, negate(reached)]);
    },
    (scope) => {
      const example = exampleFound(of, scope, violates(of, invariant, scope));
      return { example, sentence: refuted(of, invariant, scope, example) };
    },
  );
}

/** Whether no case with the invariant's condition has a definite outcome below what it requires. */
export function checkInvariant(of: Investigation, invariant: SafetyInvariant): InvariantFinding {
  return findingOf(invariant.id, invariant.title, judge(of, invariant));
}
