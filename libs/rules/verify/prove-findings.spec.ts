import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { levelRank, urgencyRank } from '#domain';
import { compileChecked } from '../evaluate/compile-checked.ts';
import type { Rule } from '../rule-set.ts';
import { smallRuleSet } from '../testing/prove-arbitrary.ts';
import { Tabulated } from '../testing/prove-every-case.ts';
import { toTheEnd, verificationOf } from './verify-rule-set.ts';
import type { Verification } from './verification.ts';

const EXCLUSIONS = [['mash', 'police']] as const;

function levelOf({ then }: Rule): number {
  return levelRank(then.minLevel ?? 'universal');
}

function urgencyOf({ then }: Rule): number {
  return urgencyRank(then.minUrgency ?? 'blue');
}

/** What a rule prompts for and marks, as texts. */
function extrasOf({ then }: Rule): readonly string[] {
  return [...(then.routes ?? []), ...(then.redLine === true ? ['red line'] : [])];
}

function isNoHigher(one: Rule, other: Rule): boolean {
  return levelOf(one) <= levelOf(other) && urgencyOf(one) <= urgencyOf(other);
}

/** The definitions, put to every case. */
class EveryCase {
  readonly #table: Tabulated;

  constructor(table: Tabulated) {
    this.#table = table;
  }

  #holding(rule: Rule) {
    return this.#table.cases.filter((facts) => this.#table.holds(rule.id, facts));
  }

  isDead(rule: Rule): boolean {
    return this.#holding(rule).length === 0;
  }

  isRedundant(rule: Rule): boolean {
    return this.#holding(rule).every((facts) => {
      const others = this.#table.ruleSet.rules.filter((one) => one !== rule && this.#table.holds(one.id, facts));
      const extras = others.flatMap(extrasOf);
      const isAsHigh = [levelOf, urgencyOf].every((rank) => Math.max(0, ...others.map(rank)) >= rank(rule));
      return isAsHigh && extrasOf(rule).every((extra) => extras.includes(extra));
    });
  }

  implies(one: Rule, other: Rule): boolean {
    return this.#holding(one).every((facts) => this.#table.holds(other.id, facts));
  }

  conflict(one: Rule, other: Rule): boolean {
    const routes = [one.then.routes ?? [], other.then.routes ?? []] as const;
    const excludes = [routes, [routes[1], routes[0]] as const].some(
      ([mine, theirs]) => mine.includes('mash') && theirs.includes('police'),
    );
    return excludes && this.#holding(one).some((facts) => this.#table.holds(other.id, facts));
  }
}

function adds({ then }: Rule): boolean {
  return then.minLevel !== 'universal' || then.minUrgency !== 'blue';
}

/** Whether the first is told to overlap with the second; of two that say the same, the first by id tells it. */
function overlaps(every: EveryCase, rule: Rule, other: Rule): boolean {
  if (other === rule || !adds(rule) || !isNoHigher(rule, other) || !every.implies(rule, other)) return false;
  return rule.id < other.id || !isNoHigher(other, rule) || !every.implies(other, rule);
}

function expectedFindings(every: EveryCase, rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule, place) => {
    if (every.isDead(rule)) return [`dead ${rule.id}`];
    const overlapping = rules.filter((other) => overlaps(every, rule, other));
    const conflicting = rules.slice(place).filter((other) => every.conflict(rule, other));
    return [
      ...(every.isRedundant(rule) ? [`redundant ${rule.id}`] : []),
      ...overlapping.map(({ id }) => `overlapping ${rule.id},${id}`),
      ...conflicting.map(({ id }) => `conflicting ${id === rule.id ? id : `${rule.id},${id}`}`),
    ];
  });
}

function verify(ruleSet: Parameters<typeof compileChecked>[0]): Verification {
  return toTheEnd(verificationOf(compileChecked(ruleSet), { invariants: [], exclusions: EXCLUSIONS }));
}

describe('findings about rules', () => {
  it('are exactly those that trying every case finds', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(smallRuleSet(), (ruleSet) => {
        const { findings } = verify(ruleSet);
        const found = findings.map(({ kind, ruleIds }) => `${kind} ${ruleIds.join()}`);
        const every = new EveryCase(new Tabulated(ruleSet));
        expect([...found].sort()).toEqual([...expectedFindings(every, ruleSet.rules)].sort());
        for (const { kind } of findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }),
      { numRuns: 60, seed: 20260301 },
    );
    expect(kinds.size).toBe(4);
  });

  it('come with an example in which the rules hold', () => {
    fc.assert(
      fc.property(smallRuleSet(), (ruleSet) => {
        const table = new Tabulated(ruleSet);
        for (const { kind, ruleIds, example } of verify(ruleSet).findings) {
          if (kind === 'dead') expect(example).toBeNull();
          else expect(ruleIds.every((id) => table.holds(id, example?.facts ?? {}))).toBe(true);
        }
      }),
      { numRuns: 15, seed: 20260302 },
    );
  });
});
