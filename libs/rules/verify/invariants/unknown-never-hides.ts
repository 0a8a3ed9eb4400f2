import { type Facts, unknown } from '#domain';
import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import type { TruthLiterals, View } from '../../solver/encode-condition.ts';
import { heightsOf, isBelow, tableOf } from '../../solver/heights.ts';
import { minimise } from '../../solver/minimise.ts';
import { outcomeLiterals, waysToFall } from '../../solver/outcome-literals.ts';
import { type Literal, negate } from '../../solver/sat/literal.ts';
import type { Scope } from '../../solver/scopes.ts';
import { conclude, findingOf, proved } from '../conclude.ts';
import { evaluatedExample, ExampleFails } from '../example.ts';
import type { Investigation } from '../investigation.ts';
import type { InvariantFinding } from '../verification.ts';
import { caseWords, listed, outcomeWords } from '../words.ts';

/** The same case with any of its facts made unknown: for each fact, whether it is. */
interface Hidden {
  readonly literals: ReadonlyMap<string, Literal>;
  readonly view: View;
}

function hiding(of: Investigation): Hidden {
  const literals = new Map([...of.space.facts.keys()].map((id) => [id, of.space.newInput()]));
  const view = of.space.view(0, (state, id) =>
    of.space.circuit.and([state.literal, negate(literals.get(id) ?? state.literal)]),
  );
  return { literals, view };
}

function withHidden(facts: Facts, ids: readonly string[]): Facts {
  return { ...facts, ...Object.fromEntries(ids.map((id) => [id, unknown('not_known')])) };
}

function describe(of: Investigation, scope: Scope, hidden: Hidden) {
  const heights = (facts: Facts) => heightsOf(of.rulesIn(scope), tableOf(of.compiled, facts));
  const lowers = (facts: Facts, ids: readonly string[]): boolean =>
    isBelow(heights(withHidden(facts, ids)).possible, heights(facts).definite);
  const found = of.space.factsFound();
  const all = [...hidden.literals].flatMap(([id, literal]) => (of.space.held(literal) ? [id] : []));
  if (!lowers(found, all)) throw new ExampleFails('Hiding facts does not lower the case that was found.');
  const ids = all.reduce<readonly string[]>((kept, id) => {
    const fewer = kept.filter((one) => one !== id);
    return lowers(found, fewer) ? fewer : kept;
  }, all);
  const open = minimise(found, of.space.facts, (facts) => lowers(facts, ids));
  const before = evaluatedExample(of.compiled, open, scope.context);
  const example = evaluatedExample(of.compiled, withHidden(open, ids), scope.context);
  const { catalogue } = of.compiled.ruleSet;
  const first = `${caseWords(before.facts, catalogue)} comes to ${outcomeWords(before.definite)}`;
  const hiddenLabels = of.compiled.facts.flatMap(({ entry }) => (ids.includes(entry.id) ? [`"${entry.label}"`] : []));
  const second = `with ${listed(hiddenLabels)} not known it could come to no more than ${outcomeWords(example.possible)}`;
  return { example, sentence: `${first}; ${second}.` };
}

/**
 * Making known facts unknown, any number of them, never takes the possible outcome below what was definite (rules.md,
 * "unknown never lowers"): rule by rule, and together where a rule alone may. Only `known` can break it.
 */
export function unknownNeverHides(of: Investigation): InvariantFinding {
  const hidden = hiding(of);
  const truths = new Map<CompiledRule, TruthLiterals>(
    of.compiled.rules.map((rule) => [rule, of.space.encode(rule.rule.when, hidden.view)]),
  );
  const truthOf = (rule: CompiledRule): TruthLiterals => truths.get(rule) ?? of.truthOf(rule);
  const mayHide = of.compiled.rules.some(
    (rule) => of.space.ask([of.truthOf(rule).isTrue, negate(truthOf(rule).notFalse)]) !== 'unsatisfiable',
  );
  const conclusion = !mayHide
    ? proved()
    : conclude(
        of,
        (scope) => {
          const after = outcomeLiterals(of.space.circuit, of.rulesIn(scope), truthOf);
          return waysToFall(after.possible, of.outcomeIn(scope).definite);
        },
        (scope) => describe(of, scope, hidden),
      );
  return findingOf('unknown-never-hides', 'Not knowing a fact never hides what it would show', conclusion);
}
