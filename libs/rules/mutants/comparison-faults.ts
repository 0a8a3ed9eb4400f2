import type { FactValue } from '#domain';
import type { Comparison, Condition } from '../condition.ts';
import { fits } from '../fact-type.ts';
import type { CatalogueEntry, FactType } from '../rule-set.ts';
import type { ChangedCondition } from './change-condition.ts';

type Kind = 'widen-range' | 'narrow-range' | 'shift-threshold' | 'other-value' | 'drop-value';
type Changed = ChangedCondition<Kind>;
type Range = readonly [number, number];

function rangeFaults(fact: string, [low, high]: Range, type: FactType): readonly Changed[] {
  const to = (kind: Kind, between: Range): Changed => ({
    kind,
    what: `the range of "${fact}" is ${between.join(' to ')} instead of ${low} to ${high}`,
    condition: { fact, between },
  });
  const all = [
    to('widen-range', [low - 1, high]),
    to('widen-range', [low, high + 1]),
    to('narrow-range', [low + 1, high]),
    to('narrow-range', [low, high - 1]),
    to('shift-threshold', [low + 1, high + 1]),
    to('shift-threshold', [low - 1, high - 1]),
  ];
  return all.filter(({ condition }) => {
    if (!('between' in condition)) return false;
    const [first, last] = condition.between;
    return first <= last && fits(type, first) && fits(type, last);
  });
}

/** Another value the fact can have: the opposite, the next of a list, the next number. */
function otherValues(value: FactValue, type: FactType): readonly FactValue[] {
  switch (type.kind) {
    case 'boolean':
      return [value !== true];
    case 'integer':
      return [Number(value) - 1, Number(value) + 1].filter((other) => fits(type, other));
    case 'enum':
      return type.values.filter((other) => other !== value).slice(0, 1);
    default:
      return type satisfies never;
  }
}

function comparisonFaultsOf(comparison: Comparison, type: FactType): readonly Changed[] {
  if ('between' in comparison) return rangeFaults(comparison.fact, comparison.between, type);
  const { fact } = comparison;
  if ('is' in comparison) {
    return otherValues(comparison.is, type).map((is) => ({
      kind: typeof is === 'number' ? 'shift-threshold' : 'other-value',
      what: `"${fact}" is compared with ${String(is)} instead of ${String(comparison.is)}`,
      condition: { fact, is },
    }));
  }
  if (comparison.in.length < 2) return [];
  return comparison.in.map((value) => ({
    kind: 'drop-value',
    what: `"${fact}" no longer counts when it is ${String(value)}`,
    condition: { fact, in: comparison.in.filter((one) => one !== value) },
  }));
}

/** What can be done wrongly with a comparison, so that its values still fit the fact. */
export function comparisonFaults(node: Condition, catalogue: readonly CatalogueEntry[]): readonly Changed[] {
  if (!('fact' in node)) return [];
  const type = catalogue.find(({ id }) => id === node.fact)?.type;
  return type === undefined ? [] : comparisonFaultsOf(node, type);
}
