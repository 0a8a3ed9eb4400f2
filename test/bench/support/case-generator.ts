import { type Fact, type Facts, type FactValue, known, unknown } from '#domain';
import type { CatalogueEntry, RuleSet } from '#rules';
import type { Random } from './random.ts';
import { tellingValues } from './telling-values.ts';

export interface CaseGenerator {
  /** Every fact of the catalogue known: what engines without a third value can be asked about. */
  known(): Facts;
  /** As cases come in: mostly not reported, some unknown, now and then a value that cannot be used. */
  any(): Facts;
}

/** Worries are rare in a case; a case in fifty has many. */
const WORRIES = 0.03;
const MANY_WORRIES = 0.15;
const SHARE_WITH_MANY = 0.02;
const OTHER_FACTS = 0.4;

const GARBAGE: readonly FactValue[] = ['', '0', 'true', 'SEVERE', 1.5, -1_000_000, Number.NaN];
const NOT_KNOWN = unknown('not_known');
const BOOLEANS = { true: known(true), false: known(false) } as const;

interface Drawing {
  readonly from: Random;
  readonly values: ReadonlyMap<string, readonly FactValue[]>;
  /** Share of the worries that hold. */
  readonly worries: number;
}

function value({ id, type, harm }: CatalogueEntry, { from, values, worries }: Drawing): Fact {
  switch (type.kind) {
    case 'boolean':
      return BOOLEANS[from.chance(harm === true ? worries : OTHER_FACTS) ? 'true' : 'false'];
    case 'enum':
      return known(from.oneOf(type.values));
    case 'integer': {
      const anywhere = from.chance(0.1);
      return known(
        anywhere ? type.min + from.below(type.max - type.min + 1) : from.oneOf(values.get(id) ?? [type.min]),
      );
    }
    default:
      return type satisfies never;
  }
}

/** Null where it is not reported. */
function reported(entry: CatalogueEntry, drawing: Drawing): Fact | null {
  const kind = drawing.from.next();
  if (kind < 0.005) return known(drawing.from.oneOf(GARBAGE));
  if (entry.type.kind === 'boolean' && entry.harm === true && entry.missing !== 'unknown') {
    if (kind < 0.01) return NOT_KNOWN;
    return drawing.from.chance(drawing.worries) ? BOOLEANS.true : null;
  }
  if (kind < 0.08) return NOT_KNOWN;
  return kind < 0.35 ? null : value(entry, drawing);
}

/** Cases from a rule set's catalogue, with values near the places where its rules change their minds. */
export function caseGenerator(ruleSet: RuleSet, from: Random): CaseGenerator {
  const values = tellingValues(ruleSet);
  const draw = (factFor: (entry: CatalogueEntry, drawing: Drawing) => Fact | null): Facts => {
    const drawing = { from, values, worries: from.chance(SHARE_WITH_MANY) ? MANY_WORRIES : WORRIES };
    const facts: Record<string, Fact> = {};
    for (const entry of ruleSet.catalogue) {
      const fact = factFor(entry, drawing);
      if (fact !== null) facts[entry.id] = fact;
    }
    return facts;
  };
  return { known: () => draw(value), any: () => draw(reported) };
}
