import { type Fact, type FactValue, known, unknown } from '#domain';
import type { Condition } from '../condition.ts';
import type { CatalogueEntry, FactType, Rule, RuleSet } from '../rule-set.ts';

export const BOOLEAN: FactType = { kind: 'boolean' };
export const YEARS: FactType = { kind: 'integer', min: 0, max: 17 };
export const SEVERITY: FactType = { kind: 'enum', values: ['none', 'some', 'severe'] };

export function anEntry(id: string, type: FactType = BOOLEAN, more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id,
    label: `Label of ${id}`,
    type,
    missing: 'unknown',
    suppliedBy: ['referrer'],
    sensitivity: 'personal',
    source: 'Test catalogue',
    ...more,
  };
}

/** Booleans `a` to `e`, an age, a harm in three degrees and indicators that are absent unless reported. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...['a', 'b', 'c', 'd', 'e'].map((id) => anEntry(id)),
  anEntry('age', YEARS),
  anEntry('severity', SEVERITY, { harm: true }),
  anEntry('injured', BOOLEAN, { harm: true }),
  anEntry('contacts', { kind: 'integer', min: 0, max: 50 }, { harm: true, missing: { absent: 0 } }),
  anEntry('seen', BOOLEAN, { missing: { absent: false } }),
];

export function holds(fact: string): Condition {
  return { fact, is: true };
}

export function aRule(id: string, when: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id,
    version: 1,
    title: `Title of ${id}`,
    because: `Because of ${id}.`,
    owner: 'Front-door manager',
    legalBasis: { england: 'Children Act 1989 s.17' },
    source: 'Test threshold document',
    effectiveFrom: '2026-01-01',
    areas: ['*'],
    when,
    then: { minLevel: 'early_help' },
    tests: [{ title: 'fires', facts: {}, expect: 'true' }],
    ...more,
  };
}

/** The test that a rule needs to load: facts that make it hold. */
export function firesOn(values: Readonly<Record<string, FactValue>>): Pick<Rule, 'tests'> {
  return { tests: [{ title: 'fires', facts: values, expect: 'true' }] };
}

export function aRuleSet(rules: readonly Rule[], catalogue: readonly CatalogueEntry[] = CATALOGUE): RuleSet {
  return { schemaVersion: '1', id: 'test', version: '1.0.0', title: 'Test set', nation: 'england', catalogue, rules };
}

/** Facts from plain values; `unknown` is not known to those asked. */
export function facts(values: Readonly<Record<string, FactValue>>): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, value === 'unknown' ? unknown('not_known') : known(value)]),
  );
}
