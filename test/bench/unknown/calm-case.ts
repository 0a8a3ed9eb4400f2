import { type Fact, type FactValue, known } from '#domain';
import type { CatalogueEntry, RuleSet } from '#rules';
import type { Random } from '../support/random.ts';

/** An ordinary school child: of the facts that silence does not settle, the numbers at which no rule about babies holds. */
const ORDINARY: Readonly<Record<string, FactValue>> = {
  'child.ageYears': 8,
  'child.ageDays': 3_000,
  'child.seenBySender': true,
};

function calm({ id, type, missing }: CatalogueEntry): FactValue {
  const ordinary = ORDINARY[id];
  if (ordinary !== undefined) return ordinary;
  if (missing !== 'unknown') return missing.absent;
  if (type.kind === 'boolean') return false;
  return type.kind === 'integer' ? type.min : (type.values[0] ?? '');
}

/** Every fact known, nothing worrying but what silence stands for and now and then one worry of little weight. */
export function calmCase({ catalogue, rules }: RuleSet, from: Random): Record<string, Fact> {
  const facts = Object.fromEntries(catalogue.map((entry) => [entry.id, known(calm(entry))]));
  const minor = rules.flatMap(({ when, then }) =>
    then.minLevel === 'early_help' && 'is' in when && when.is === true ? [when.fact] : [],
  );
  if (minor.length > 0 && from.chance(0.5)) facts[from.oneOf(minor)] = known(true);
  return facts;
}
