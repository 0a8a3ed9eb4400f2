import type { Facts } from '#domain';
import type { CompiledRule, CompiledRuleSet } from '../../evaluate/compiled-rule-set.ts';
import type { CatalogueEntry } from '../../rule-set.ts';
import type { TruthLiterals, View } from '../../solver/encode-condition.ts';
import type { FactState } from '../../solver/fact-states.ts';
import { heightsOf, isBelow, tableOf } from '../../solver/heights.ts';
import { outcomeLiterals, waysToFall } from '../../solver/outcome-literals.ts';
import { FALSE, negate, TRUE } from '../../solver/sat/literal.ts';
import type { Scope } from '../../solver/scopes.ts';
import { conclude, type Conclusion, findingOf, proved } from '../conclude.ts';
import { evaluatedExample, exampleFound } from '../example.ts';
import type { Investigation } from '../investigation.ts';
import type { InvariantFinding } from '../verification.ts';
import { caseWords, outcomeWords, saidWords } from '../words.ts';
import { type HarmStep, harmSteps } from './harm-steps.ts';

/** The facts as they are, but one fact fixed to a state. */
function pinned(of: Investigation, id: string, pin: FactState): View {
  return of.space.view(0, (state, factId) => {
    if (factId !== id) return state.literal;
    return state === pin ? TRUE : FALSE;
  });
}

/** Whether a rule alone can stop holding on this step; not decided counts as "can". */
function mayStop(of: Investigation, { rule }: CompiledRule, id: string, { lower, higher }: HarmStep): boolean {
  const before = of.space.encode(rule.when, pinned(of, id, lower)).isTrue;
  const after = of.space.encode(rule.when, pinned(of, id, higher)).isTrue;
  const stops = of.space.circuit.and([before, negate(after)]);
  return stops !== FALSE && of.space.ask([stops]) !== 'unsatisfiable';
}

/** Whether the whole set may come out lower on a step on which some rule may stop holding. */
function concludeStep(of: Investigation, { id }: CatalogueEntry, step: HarmStep): Conclusion {
  const definiteWith = (scope: Scope, state: FactState) => {
    const view = pinned(of, id, state);
    const truthOf = ({ rule }: CompiledRule): TruthLiterals => of.space.encode(rule.when, view);
    return outcomeLiterals(of.space.circuit, of.rulesIn(scope), truthOf).definite;
  };
  return conclude(
    of,
    (scope) => waysToFall(definiteWith(scope, step.higher), definiteWith(scope, step.lower)),
    (scope) => {
      const definiteOf = (facts: Facts) => heightsOf(of.rulesIn(scope), tableOf(of.compiled, facts)).definite;
      const raised = exampleFound(of, scope, (facts) =>
        isBelow(definiteOf({ ...facts, [id]: step.to }), definiteOf({ ...facts, [id]: step.from })),
      );
      return describe(of, scope, raised.facts, { id, step });
    },
  );
}

function describe(of: Investigation, scope: Scope, found: Facts, { id, step }: { id: string; step: HarmStep }) {
  const { catalogue } = of.compiled.ruleSet;
  const lower = evaluatedExample(of.compiled, { ...found, [id]: step.from }, scope.context);
  const example = evaluatedExample(of.compiled, { ...found, [id]: step.to }, scope.context);
  const before = `${caseWords(lower.facts, catalogue)} comes to ${outcomeWords(lower.definite)}`;
  const after = saidWords({ [id]: step.to }, catalogue);
  return { example, sentence: `${before}; with ${after} instead it falls to ${outcomeWords(example.definite)}.` };
}

/** The facts whose steps are tried, each as one step of the work. */
export function harmsIn({ facts }: CompiledRuleSet): readonly CatalogueEntry[] {
  return facts.flatMap(({ entry }) => (entry.harm === true ? [entry] : []));
}

/** What more of one harm does; null where no rule may stop holding or all of them together never come out lower. */
function concludeHarm(of: Investigation, entry: CatalogueEntry): Conclusion | null {
  const states = of.space.facts.get(entry.id);
  if (states === undefined) return null;
  const asking = of.compiled.rules.filter(({ factIds }) => factIds.includes(entry.id));
  const steps = harmSteps(entry, states).filter((step) => asking.some((rule) => mayStop(of, rule, entry.id, step)));
  const conclusions = steps.map((step) => concludeStep(of, entry, step));
  return conclusions.find(({ proof }) => proof === 'refuted') ?? conclusions.find(isUndecided) ?? null;
}

function isUndecided({ proof }: Conclusion): boolean {
  return proof === 'undecided';
}

/**
 * More harm never lowers the definite outcome of the whole set: rule by rule, and together where a rule alone may.
 * Yields after each of `harmsIn`, for it is the longest of the built-in proofs.
 */
export function* moreHarmNeverLowers(of: Investigation): Generator<undefined, InvariantFinding> {
  const conclusions: Conclusion[] = [];
  for (const entry of harmsIn(of.compiled)) {
    const conclusion = concludeHarm(of, entry);
    if (conclusion !== null) conclusions.push(conclusion);
    yield undefined;
  }
  const found = conclusions.find(({ proof }) => proof === 'refuted') ?? conclusions.find(isUndecided) ?? proved();
  return findingOf('more-harm-never-lowers', 'More harm never lowers the level or the urgency', found);
}
