import type { Fact, Facts } from '#domain';
import type { Condition } from '../condition.ts';
import type { CatalogueEntry, RuleSet } from '../rule-set.ts';
import { allowedValues, interpret, type ReferenceOutcome } from './reference-interpreter.ts';

const UNKNOWN: Fact = { known: false, reason: 'not_known' };

/** Everything these catalogues let a fact be: any value or unknown. */
export function everyCase(...catalogues: readonly (readonly CatalogueEntry[])[]): readonly Facts[] {
  const entries = catalogues.flat();
  const ids = [...new Set(entries.map(({ id }) => id))];
  return ids.reduce<readonly Facts[]>(
    (cases, id) => {
      const values = new Set(entries.filter((entry) => entry.id === id).flatMap(allowedValues));
      const facts: readonly Fact[] = [UNKNOWN, ...[...values].map((value): Fact => ({ known: true, value }))];
      return cases.flatMap((one) => facts.map((fact) => ({ ...one, [id]: fact })));
    },
    [{}],
  );
}

/** The cases, and each with any of its facts not given at all. */
export function withSomeLeftOut(cases: readonly Facts[]): readonly Facts[] {
  const all = new Map<string, Facts>();
  const add = (facts: Facts): void => {
    if (all.has(key(facts))) return;
    all.set(key(facts), facts);
    for (const id of Object.keys(facts)) {
      const { [id]: _left, ...others } = facts;
      add(others);
    }
  };
  cases.forEach(add);
  return [...all.values()];
}

export type Bounds = Pick<ReferenceOutcome, 'definite' | 'possible'>;

export function isLower(one: Bounds['definite'], other: Bounds['definite']): boolean {
  return one[0] < other[0] || one[1] < other[1];
}

/** A rule set as a table: every case with what the slow interpreter makes of it. */
export class Tabulated {
  readonly cases: readonly Facts[];
  readonly #outcomes: ReadonlyMap<string, ReferenceOutcome>;

  constructor(readonly ruleSet: RuleSet) {
    this.cases = everyCase(ruleSet.catalogue);
    this.#outcomes = new Map(this.cases.map((facts) => [key(facts), interpret(ruleSet, facts)]));
  }

  of(facts: Facts): ReferenceOutcome {
    return this.#outcomes.get(key(facts)) ?? interpret(this.ruleSet, facts);
  }

  holds(ruleId: string, facts: Facts): boolean {
    return this.of(facts).results[ruleId] === 'true';
  }

  /** Cases in which a condition that is no rule's own is true. */
  where(condition: Condition): readonly Facts[] {
    const [rule] = this.ruleSet.rules;
    if (rule === undefined) return [];
    const probe = { ...this.ruleSet, rules: [{ ...rule, when: condition }] };
    return this.cases.filter((facts) => interpret(probe, facts).results[rule.id] === 'true');
  }
}

function key(facts: Facts): string {
  const entries = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries.map(([id, fact]) => [id, fact.known ? fact.value : null]));
}
