import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Facts, LEVELS, URGENCIES } from '#domain';
import { compileChecked } from '../evaluate/compile-checked.ts';
import type { FactType, RuleSet } from '../rule-set.ts';
import { BOOLEAN } from '../testing/builders.ts';
import { SMALL_TYPES, smallRuleSet } from '../testing/prove-arbitrary.ts';
import { type Bounds, everyCase, isLower, withSomeLeftOut } from '../testing/prove-every-case.ts';
import { interpret, referenceValue } from '../testing/reference-interpreter.ts';
import { diffCompiled } from './diff-rule-sets.ts';
import type { DiffKind, Direction, RuleSetDiff } from './rule-set-diff.ts';

const WIDER: Readonly<Record<string, FactType>> = {
  h: BOOLEAN,
  n: { kind: 'integer', min: 1, max: 3 },
  e: { kind: 'enum', values: ['some', 'severe', 'extreme'] },
  extra: BOOLEAN,
};
const BOOLEANS: Readonly<Record<string, FactType>> = { b: BOOLEAN, c: BOOLEAN, d: BOOLEAN, h: BOOLEAN };

interface Pair {
  readonly before: RuleSet;
  readonly after: RuleSet;
}

/** A version with one rule from elsewhere, which is what a change of a rule set looks like. */
function withOneRuleOf(before: RuleSet, other: RuleSet): RuleSet {
  return { ...before, rules: [...before.rules.slice(1), ...other.rules.slice(0, 1)] };
}

function pairs(types: Readonly<Record<string, FactType>>): fc.Arbitrary<Pair> {
  return fc
    .tuple(smallRuleSet(types), smallRuleSet(types))
    .map(([before, other]) => ({ before, after: withOneRuleOf(before, other) }));
}

function diff({ before, after }: Pair, maxKinds = 1000): RuleSetDiff {
  return diffCompiled({ before: compileChecked(before), after: compileChecked(after) }, { maxKinds });
}

function way(before: Bounds, after: Bounds): Direction | null {
  const lower = isLower(after.definite, before.definite);
  const higher = isLower(before.definite, after.definite);
  if (lower) return higher ? 'mixed' : 'lower';
  if (higher) return 'higher';
  return String(before.possible) === String(after.possible) ? null : 'information';
}

interface Change {
  readonly facts: Facts;
  /** Direction and both definite outcomes as one text. */
  readonly text: string;
  readonly direction: Direction;
}

function changesByTrying({ before, after }: Pair): readonly Change[] {
  const cases = withSomeLeftOut(everyCase(before.catalogue, after.catalogue));
  return cases.flatMap((facts) => {
    const [old, fresh] = [interpret(before, facts), interpret(after, facts)];
    const direction = way(old, fresh);
    if (direction === null) return [];
    return [{ facts, direction, text: `${direction} ${String(old.definite)} ${String(fresh.definite)}` }];
  });
}

function textOf({ direction, from, to }: DiffKind): string {
  const ranks = (one: DiffKind['from']) => [LEVELS.indexOf(one.level), URGENCIES.indexOf(one.urgency)];
  return `${direction} ${String(ranks(from))} ${String(ranks(to))}`;
}

/** Whether both versions have the rule with the same outcome. */
function isKept({ before, after }: Pair, id: string): boolean {
  const [old, fresh] = [before, after].map(({ rules }) => rules.find((rule) => rule.id === id)?.then);
  return old === fresh;
}

describe('the semantic diff', () => {
  const some = fc.oneof(
    pairs(SMALL_TYPES),
    fc.record({ before: smallRuleSet(), after: smallRuleSet() }),
    fc.record({ before: smallRuleSet(), after: smallRuleSet(WIDER) }),
  );

  it('finds every pair of outcomes that trying every case finds, and no other', () => {
    const directions = new Set<string>();
    fc.assert(
      fc.property(some, (pair) => {
        const { kinds, isComplete } = diff(pair);
        const changes = changesByTrying(pair);
        expect(isComplete).toBe(true);
        expect([...new Set(kinds.map(textOf))].sort()).toEqual([...new Set(changes.map(({ text }) => text))].sort());
        for (const { direction } of kinds) directions.add(direction);
      }),
      { numRuns: 16, seed: 20260401 },
    );
    expect(directions.size).toBe(4);
  });

  it('gives each kind an example that goes that way, and names a rule that makes the difference', () => {
    fc.assert(
      fc.property(some, (pair) => {
        for (const kind of diff(pair).kinds) {
          const { facts } = kind.example.before;
          expect(kind.example.after.facts).toBe(facts);
          const [old, fresh] = [interpret(pair.before, facts), interpret(pair.after, facts)];
          expect(`${way(old, fresh) ?? ''} ${String(old.definite)} ${String(fresh.definite)}`).toBe(textOf(kind));
          expect(kind.ruleIds.length).toBeGreaterThan(0);
          expect(kind.ruleIds.filter((id) => old.results[id] === fresh.results[id] && isKept(pair, id))).toEqual([]);
        }
      }),
      { numRuns: 12, seed: 20260402 },
    );
  });

  it('leaves no changed case without the pattern of some kind of its direction', () => {
    fc.assert(
      fc.property(pairs(BOOLEANS), (pair) => {
        const { kinds } = diff(pair);
        const entries = new Map(pair.before.catalogue.map((entry) => [entry.id, entry]));
        const read = (id: string, facts: Facts) => {
          const entry = entries.get(id);
          return entry === undefined ? null : referenceValue(entry, facts);
        };
        for (const { facts, direction } of changesByTrying(pair)) {
          const alike = kinds.filter((kind) => kind.direction === direction);
          const hasOne = alike.some(({ pattern }) =>
            Object.keys(pattern).every((id) => read(id, pattern) === read(id, facts)),
          );
          expect(hasOne).toBe(true);
        }
      }),
      { numRuns: 16, seed: 20260403 },
    );
  });

  it('says that it is not complete when it reaches its limit, and puts first what goes lower', () => {
    fc.assert(
      fc.property(pairs(SMALL_TYPES), (pair) => {
        const all = diff(pair).kinds;
        const limited = diff(pair, 2);
        expect(limited.kinds).toEqual(all.slice(0, 2));
        expect(limited.isComplete).toBe(all.length <= 2);
        const order = all.map(({ direction }) => ['lower', 'mixed', 'higher', 'information'].indexOf(direction));
        expect(order).toEqual([...order].sort());
      }),
      { numRuns: 10, seed: 20260404 },
    );
  });
});
