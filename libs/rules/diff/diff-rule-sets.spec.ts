import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '#domain';
import type { Rule, RuleSet } from '../rule-set.ts';
import { anEntry, aRule, aRuleSet, BOOLEAN, CATALOGUE, firesOn, holds } from '../testing/builders.ts';
import { diffRuleSets } from './diff-rule-sets.ts';

const RED = { minLevel: 'statutory_protection', minUrgency: 'red' } as const;
const GREEN = { minLevel: 'early_help', minUrgency: 'green' } as const;

const injured = aRule('R1', holds('injured'), { then: RED, ...firesOn({ injured: true }) });
const seen = aRule('R2', holds('seen'), { then: GREEN, ...firesOn({ seen: true }) });

function setOf(...rules: readonly Rule[]): RuleSet {
  return aRuleSet(rules);
}

describe('a diff of two versions', () => {
  it('says in words which referrals go elsewhere, with an example', () => {
    const { kinds, changed, isComplete } = diffRuleSets(setOf(injured, seen), setOf({ ...injured, then: GREEN }, seen));
    const [first] = kinds;
    expect(changed).toEqual(['R1']);
    expect(isComplete).toBe(true);
    expect(first?.sentence).toBe(
      'A case with "Label of injured" reported goes from statutory protection, red to early help, green.',
    );
    expect(first?.pattern).toEqual({ injured: known(true) });
    expect(first?.ruleIds).toEqual(['R1']);
    expect(first?.example.after.definite).toEqual({ level: 'early_help', urgency: 'green' });
  });

  it('tells what a case could still become where only that is another', () => {
    const { kinds } = diffRuleSets(setOf(injured, seen), setOf({ ...injured, then: GREEN }, seen));
    const information = kinds.filter(({ direction }) => direction === 'information');
    expect(information.map(({ sentence }) => sentence)).toContain(
      'A case with "Label of injured": not known stays at universal, blue; with what is not known it could come to statutory protection, red before and to early help, green now.',
    );
  });

  it('proves versions equal that are written otherwise, and still names the rules that changed', () => {
    const written = aRule(
      'R1',
      { not: { fact: 'injured', is: false } },
      { ...injured, when: { not: { fact: 'injured', is: false } } },
    );
    const diff = diffRuleSets(setOf(injured, seen), setOf(seen, written));
    expect(diff).toEqual({ added: [], removed: [], changed: ['R1'], kinds: [], isComplete: true });
  });

  it('lists added and removed rules', () => {
    const other = { ...seen, id: 'R3' };
    const diff = diffRuleSets(setOf(injured, seen), setOf(injured, other));
    expect([diff.added, diff.removed, diff.changed, diff.kinds]).toEqual([['R3'], ['R2'], [], []]);
  });

  it('notices a rule that is in force only in an area or has ended', () => {
    const inArea = diffRuleSets(setOf(injured, seen), setOf({ ...injured, areas: ['Oswestry'] }, seen));
    expect(inArea.kinds[0]?.sentence).toContain(
      'goes from statutory protection, red to universal, blue on 2026-01-01.',
    );
    const ended = diffRuleSets(setOf(injured, seen), setOf({ ...injured, effectiveTo: '2026-02-28' }, seen));
    expect(ended.kinds[0]?.example.before).toMatchObject({ onDate: '2026-03-01', area: null });
  });

  it('compares from the first day on which both have rules, or from the day it is told', () => {
    const later = setOf({ ...injured, effectiveFrom: '2026-07-01' }, { ...seen, effectiveFrom: '2026-07-01' });
    expect(diffRuleSets(setOf(injured, seen), later).kinds).toEqual([]);
    expect(diffRuleSets(setOf(injured, seen), later, { from: '2026-03-01' }).kinds[0]?.direction).toBe('lower');
  });

  it('notices that a catalogue gives "not reported" another meaning', () => {
    const entries = CATALOGUE.map((one) => (one.id === 'seen' ? anEntry('seen', BOOLEAN) : one));
    const { kinds } = diffRuleSets(setOf(injured, seen), aRuleSet([injured, seen], entries));
    expect(kinds.map(({ direction, example }) => [direction, 'seen' in example.before.facts])).toEqual([
      ['information', false],
    ]);
  });

  it('leaves a silence in the pattern where a rule rests on it', () => {
    const alone = aRule(
      'R4',
      { all: [holds('a'), { fact: 'seen', is: false }] },
      { then: RED, ...firesOn({ a: true, seen: false }) },
    );
    const [first] = diffRuleSets(setOf(alone, injured), setOf(injured)).kinds;
    expect(first?.pattern).toEqual({ a: known(true), seen: known(false) });
    expect(first?.example.before.facts).toEqual({ a: known(true) });
  });

  it('speaks of facts that are not known', () => {
    const unsure = aRule(
      'R5',
      { not: { known: 'seen' } },
      { then: RED, tests: [{ title: 'fires', facts: { seen: 'unknown' }, expect: 'true' }] },
    );
    const [first] = diffRuleSets(setOf(unsure, injured), setOf(injured)).kinds;
    expect(first?.pattern).toEqual({ seen: unknown('not_known') });
  });
});
