import { describe, expect, it } from '@jest/globals';
import { type FactValue, known, type Level, levelRank, NATIONS, type Urgency, urgencyRank } from '#domain';
import { compileRuleSet, type Condition, evaluate, type Rule, type SafetyInvariant } from '#rules';
import { nationPack } from './nation-packs.ts';

type Given = Readonly<Record<string, FactValue>>;

/** Domain pack 5.1, list E, copied by hand. */
const RED_LINES = 'A04 A22 A23 B06 B14 B16 B17 B18 B27 D03 D04 D06 D07 D08 D10 D11 D12 D13 D14 D15 D17 D18';

/** Facts that make a condition true, one set for each of the ways that it names. */
function waysToHold(condition: Condition): readonly Given[] {
  if ('all' in condition) return condition.all.map(waysToHold).reduce(together, [{}]);
  if ('any' in condition) return condition.any.flatMap(waysToHold);
  if ('of' in condition) {
    const { atLeast, of } = condition;
    return of.map((_part, start) => {
      const parts = Array.from({ length: atLeast }, (_, step) => of[(start + step) % of.length]);
      return Object.assign(
        {},
        ...parts.flatMap((part) => (part === undefined ? [] : waysToHold(part).slice(0, 1))),
      ) as Given;
    });
  }
  if ('is' in condition) return [{ [condition.fact]: condition.is }];
  if ('in' in condition) return condition.in.map((value) => ({ [condition.fact]: value }));
  if ('between' in condition) return condition.between.map((value) => ({ [condition.fact]: value }));
  return [];
}

function together(left: readonly Given[], right: readonly Given[]): readonly Given[] {
  return left.flatMap((one) => right.map((other) => ({ ...one, ...other })));
}

function lowest(rules: readonly Rule[]): { readonly level: number; readonly urgency: number } {
  const level = Math.max(0, ...rules.map(({ then }) => levelRank(then.minLevel ?? 'universal')));
  const urgency = Math.max(0, ...rules.map(({ then }) => urgencyRank(then.minUrgency ?? 'blue')));
  return { level, urgency };
}

function isKept({ atLeast }: SafetyInvariant, outcome: { readonly level: number; readonly urgency: number }): boolean {
  const level: Level = atLeast.level ?? 'universal';
  const urgency: Urgency = atLeast.urgency ?? 'blue';
  return outcome.level >= levelRank(level) && outcome.urgency >= urgencyRank(urgency);
}

describe.each(NATIONS)('the invariants of %s', (nation) => {
  const { ruleSet, invariants, indicators, exclusions, prompts } = nationPack(nation);
  const compiled = compileRuleSet(ruleSet);
  const rules = new Map(ruleSet.rules.map((rule) => [rule.id, rule]));

  /** For each way in which an invariant's condition holds, the rules that hold then. */
  const cases = invariants.flatMap((invariant) =>
    waysToHold(invariant.when).map((given) => {
      const facts = Object.fromEntries(Object.entries(given).map(([id, value]) => [id, known(value)]));
      const { trace } = evaluate(compiled, facts, { onDate: '2026-11-21', area: null });
      const held = trace.filter((each) => each.result === 'true').flatMap((each) => rules.get(each.ruleId) ?? []);
      return { invariant, held };
    }),
  );

  it('draw the 22 red lines of list E, at the top', () => {
    const redLines = invariants.filter((each) => each.id.startsWith('red-line-'));

    expect(redLines.map((each) => each.id.slice('red-line-'.length)).join(' ')).toBe(RED_LINES);
    expect(redLines.every(({ atLeast }) => atLeast.level === 'statutory_protection' && atLeast.urgency === 'red')).toBe(
      true,
    );
  });

  it('have an id each, and name every indicator that leads anywhere', () => {
    expect(new Set(invariants.map((each) => each.id)).size).toBe(invariants.length);
    const named = invariants.filter((each) => /^(floor|red-line)-/.test(each.id)).map((each) => each.id.slice(-3));
    const leading = indicators.filter(({ level, urgency }) => level !== 'universal' || urgency !== 'blue');
    expect(named).toEqual(leading.map((indicator) => indicator.id));
  });

  it('are kept by the rules in every way in which their conditions can hold', () => {
    const broken = cases.filter(({ invariant, held }) => !isKept(invariant, lowest(held)));

    expect(broken.map(({ invariant }) => invariant.id)).toEqual([]);
    expect(cases.length).toBeGreaterThan(invariants.length);
  });

  it('guard every rule that sets a level or an urgency: without it one of them is broken', () => {
    const setting = ruleSet.rules.filter(
      ({ then }) => (then.minLevel ?? 'universal') !== 'universal' || (then.minUrgency ?? 'blue') !== 'blue',
    );
    const unguarded = setting.filter(
      (rule) => !cases.some(({ invariant, held }) => !isKept(invariant, lowest(held.filter((each) => each !== rule)))),
    );

    expect(unguarded.map((rule) => rule.id)).toEqual([]);
  });

  it('stand beside exclusions between two codes that the nation uses', () => {
    const codes = new Set(prompts.map((prompt) => prompt.code));

    expect(exclusions.flat().filter((code) => !codes.has(code))).toEqual([]);
    expect(exclusions.map(([one]) => one)).toEqual(
      expect.arrayContaining(['no_family_contact', 'do_not_alert_parents']),
    );
  });
});
