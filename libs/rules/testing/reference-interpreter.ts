import { type Facts, type FactValue, LEVELS, URGENCIES } from '#domain';
import type { Condition } from '../condition.ts';
import type { CatalogueEntry, RuleSet } from '../rule-set.ts';

/**
 * A second, slow reading of the semantics that shares no code with the library. It knows nothing of Kleene: a leaf is
 * the set of results it may have, and connectives combine these sets result by result. "May be both" is unknown.
 */
type MayBe = readonly boolean[];

export function allowedValues(entry: CatalogueEntry): readonly FactValue[] {
  const { type } = entry;
  if (type.kind === 'boolean') return [true, false];
  if (type.kind === 'enum') return type.values;
  return Array.from({ length: type.max - type.min + 1 }, (_, step) => type.min + step);
}

/** The value of a fact, or null. */
export function referenceValue(entry: CatalogueEntry, facts: Facts): FactValue | null {
  const given = facts[entry.id];
  if (given === undefined) return entry.missing === 'unknown' ? null : entry.missing.absent;
  return given.known ? (allowedValues(entry).find((value) => value === given.value) ?? null) : null;
}

function accepts(condition: Condition): readonly FactValue[] {
  if ('is' in condition) return [condition.is];
  if ('in' in condition) return condition.in;
  if (!('between' in condition)) return [];
  const [low, high] = condition.between;
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
}

/** How many of the parts may hold: every sum of one result from each. */
function counts(parts: readonly MayBe[]): readonly number[] {
  return parts.reduce<readonly number[]>(
    (sums, part) => [...new Set(sums.flatMap((sum) => part.map((result) => sum + (result ? 1 : 0))))],
    [0],
  );
}

function mayBe(condition: Condition, catalogue: readonly CatalogueEntry[], facts: Facts): MayBe {
  const results = new Set<boolean>();
  const parts = (list: readonly Condition[]): readonly number[] =>
    counts(list.map((part) => mayBe(part, catalogue, facts)));
  if ('all' in condition) parts(condition.all).forEach((count) => results.add(count === condition.all.length));
  else if ('any' in condition) parts(condition.any).forEach((count) => results.add(count > 0));
  else if ('of' in condition) parts(condition.of).forEach((count) => results.add(count >= condition.atLeast));
  else if ('not' in condition) mayBe(condition.not, catalogue, facts).forEach((result) => results.add(!result));
  else {
    const id = 'known' in condition ? condition.known : condition.fact;
    const entry = catalogue.find((one) => one.id === id);
    const value = entry === undefined ? null : referenceValue(entry, facts);
    if ('known' in condition) results.add(value !== null);
    else if (value === null) [true, false].forEach((result) => results.add(result));
    else results.add(accepts(condition).includes(value));
  }
  return [...results];
}

export interface ReferenceOutcome {
  readonly results: Readonly<Record<string, 'true' | 'false' | 'unknown'>>;
  readonly definite: readonly [level: number, urgency: number];
  readonly possible: readonly [level: number, urgency: number];
}

function named(may: MayBe): 'true' | 'false' | 'unknown' {
  if (may.length === 2) return 'unknown';
  return may.includes(true) ? 'true' : 'false';
}

/** The highest rank that some rules reach in a list of names, lowest first. */
function highest<T>(names: readonly T[], reached: readonly (T | undefined)[]): number {
  return Math.max(0, ...reached.map((name) => names.findIndex((one) => one === name)));
}

/** The results and both bounds of rules that are all in force. */
export function interpret(ruleSet: RuleSet, facts: Facts): ReferenceOutcome {
  const judged = ruleSet.rules.map(({ id, when, then }) => ({
    id,
    then,
    result: named(mayBe(when, ruleSet.catalogue, facts)),
  }));
  const bound = (rules: typeof judged): readonly [level: number, urgency: number] => [
    highest(
      LEVELS,
      rules.map(({ then }) => then.minLevel),
    ),
    highest(
      URGENCIES,
      rules.map(({ then }) => then.minUrgency),
    ),
  ];
  return {
    results: Object.fromEntries(judged.map(({ id, result }) => [id, result])),
    definite: bound(judged.filter(({ result }) => result === 'true')),
    possible: bound(judged.filter(({ result }) => result !== 'false')),
  };
}

/** Every way in which some facts could be answered, over all values their types allow. */
export function* completions(ids: readonly string[], ruleSet: RuleSet, facts: Facts): Generator<Facts> {
  const [first, ...rest] = ids;
  const entry = ruleSet.catalogue.find(({ id }) => id === first);
  if (entry === undefined) {
    yield facts;
    return;
  }
  for (const value of allowedValues(entry)) {
    yield* completions(rest, ruleSet, { ...facts, [entry.id]: { known: true, value } });
  }
}
