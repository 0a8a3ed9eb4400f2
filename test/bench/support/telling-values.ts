import type { FactValue } from '#domain';
import type { CatalogueEntry, RuleSet } from '#rules';
import { leavesOf } from './condition-parts.ts';

/** Values at which a comparison of some rule changes its mind, and their neighbours. */
function thresholds(ruleSet: RuleSet): ReadonlyMap<string, ReadonlySet<number>> {
  const byFact = new Map<string, Set<number>>();
  for (const leaf of ruleSet.rules.flatMap(({ when }) => leavesOf(when))) {
    if ('known' in leaf) continue;
    const bounds = 'between' in leaf ? leaf.between : 'in' in leaf ? leaf.in : [leaf.is];
    const around = bounds.flatMap((bound) => (typeof bound === 'number' ? [bound - 1, bound, bound + 1] : []));
    byFact.set(leaf.fact, new Set([...(byFact.get(leaf.fact) ?? []), ...around]));
  }
  return byFact;
}

function valuesOf(
  { id, type }: CatalogueEntry,
  around: ReadonlyMap<string, ReadonlySet<number>>,
): readonly FactValue[] {
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'enum':
      return type.values;
    case 'integer': {
      const near = [...(around.get(id) ?? [])].filter((value) => type.min <= value && value <= type.max);
      return [...new Set([type.min, type.max, ...near])];
    }
    default:
      return type satisfies never;
  }
}

/** For each fact the values at which something may change: all of a short type, ends and thresholds of numbers. */
export function tellingValues(ruleSet: RuleSet): ReadonlyMap<string, readonly FactValue[]> {
  const around = thresholds(ruleSet);
  return new Map(ruleSet.catalogue.map((entry) => [entry.id, valuesOf(entry, around)]));
}
