import { type Almanac, Engine as JsonRulesEngine, type TopLevelCondition } from 'json-rules-engine';
import type { Comparison, Condition } from '#rules';
import { nameOf } from '../support/plain-case.ts';
import type { EngineMaker } from './engine.ts';
import { additionOf, decidingRules, join } from './join.ts';

type Leaf = { fact: string; operator: string; value: unknown };
type Nested = Leaf | TopLevelCondition;

/** What `atLeast` over comparisons becomes: a dynamic fact that counts, since the engine has no such connective. */
type AddCount = (of: readonly Comparison[]) => string;

function leaf(comparison: Comparison): Nested {
  const fact = nameOf(comparison.fact);
  if ('is' in comparison) return { fact, operator: 'equal', value: comparison.is };
  if ('in' in comparison) return { fact, operator: 'in', value: comparison.in };
  const [low, high] = comparison.between;
  return {
    all: [
      { fact, operator: 'greaterThanInclusive', value: low },
      { fact, operator: 'lessThanInclusive', value: high },
    ],
  };
}

function nested(condition: Condition, addCount: AddCount): Nested {
  if ('all' in condition) return { all: condition.all.map((part) => nested(part, addCount)) };
  if ('any' in condition) return { any: condition.any.map((part) => nested(part, addCount)) };
  if ('not' in condition) return { not: nested(condition.not, addCount) };
  if ('known' in condition) throw new RangeError('Engines without unknown facts cannot be asked what is known.');
  if ('fact' in condition) return leaf(condition);
  const compared = condition.of.filter((part) => 'fact' in part);
  if (compared.length === condition.of.length) {
    return { fact: addCount(compared), operator: 'greaterThanInclusive', value: condition.atLeast };
  }
  const choices = combinations(condition.of, condition.atLeast);
  return { any: choices.map((all) => ({ all: all.map((part) => nested(part, addCount)) })) };
}

/** Every choice of so many from a list: at least two of four are six pairs. */
function combinations<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return list.flatMap((one, place) => combinations(list.slice(place + 1), size - 1).map((rest) => [one, ...rest]));
}

async function countHolding(of: readonly Comparison[], almanac: Almanac): Promise<number> {
  let count = 0;
  for (const comparison of of) {
    const value = await almanac.factValue<unknown>(nameOf(comparison.fact));
    if ('is' in comparison ? value === comparison.is : holds(comparison, value)) count += 1;
  }
  return count;
}

function holds(comparison: Exclude<Comparison, { is: unknown }>, value: unknown): boolean {
  if ('in' in comparison) return comparison.in.some((one) => one === value);
  return typeof value === 'number' && comparison.between[0] <= value && value <= comparison.between[1];
}

function maker(name: string, allowUndefinedFacts: boolean): EngineMaker {
  return ({ rules }) => {
    const engine = new JsonRulesEngine([], { allowUndefinedFacts });
    let counts = 0;
    const addCount: AddCount = (of) => {
      const id = `count_${counts++}`;
      engine.addFact<number | Promise<number>>(id, (_given, almanac) => countHolding(of, almanac));
      return id;
    };
    const deciding = decidingRules(rules);
    for (const [place, { when }] of deciding.entries()) {
      const condition = nested(when, addCount);
      // A rule's own condition must be a connective.
      const conditions: TopLevelCondition = 'operator' in condition ? { all: [condition] } : condition;
      engine.addRule({ conditions, event: { type: String(place) } });
    }
    const additions = deciding.map(additionOf);
    return {
      name,
      decide: async (given) => {
        const { events } = await engine.run(given);
        const holding = new Set(events.map(({ type }) => type));
        return join(additions, (place) => holding.has(String(place)));
      },
    };
  };
}

/** As it comes: a fact that is not there is an error. */
export const jsonRulesEngine = maker('json-rules-engine', false);

/** The setting its documentation names for facts that may not be there. */
export const jsonRulesEngineUndefinedAllowed = maker('json-rules-engine, allowUndefinedFacts', true);
