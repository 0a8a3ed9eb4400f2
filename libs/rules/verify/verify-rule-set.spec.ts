import { describe, expect, it } from '@jest/globals';
import { known } from '#domain';
import { RuleSetRefused } from '../evaluate/compile-rule-set.ts';
import type { SafetyInvariant } from '../invariant.ts';
import type { Rule, RuleSet } from '../rule-set.ts';
import { aRule, aRuleSet, firesOn, holds } from '../testing/builders.ts';
import { verification, verifyRuleSet } from './verify-rule-set.ts';
import type { VerificationGiven } from './verification.ts';

const NOTHING: VerificationGiven = { invariants: [], exclusions: [] };
const RED = { minLevel: 'statutory_protection', minUrgency: 'red' } as const;
const injured = aRule('R1', holds('injured'), { then: { ...RED, redLine: true }, ...firesOn({ injured: true }) });
const contacts = aRule(
  'R2',
  { fact: 'contacts', between: [3, 50] },
  { then: { minLevel: 'early_help', minUrgency: 'green' }, ...firesOn({ contacts: 3 }) },
);

function invariant(more: Partial<SafetyInvariant> = {}): SafetyInvariant {
  return {
    id: 'injury',
    title: 'Injury is red',
    source: 'Test',
    when: holds('injured'),
    atLeast: { level: 'statutory_protection', urgency: 'red' },
    ...more,
  };
}

function setOf(...rules: readonly Rule[]): RuleSet {
  return aRuleSet(rules);
}

function sentences(ruleSet: RuleSet, given: Partial<VerificationGiven>): readonly string[] {
  return verifyRuleSet(ruleSet, { ...NOTHING, ...given }).invariants.map(
    ({ proof, sentence }) => `${proof}: ${sentence}`,
  );
}

describe('verification of a rule set', () => {
  it('proves a sound set safe', () => {
    const verified = verifyRuleSet(setOf(injured, contacts), { invariants: [invariant()], exclusions: [] });
    expect(verified.invariants.map(({ id, proof }) => `${id} ${proof}`)).toEqual([
      'injury proved',
      'more-harm-never-lowers proved',
      'unknown-never-hides proved',
      'every-case-reaches-a-pathway proved',
      'red-lines-are-highest proved',
    ]);
    expect(verified).toMatchObject({ ruleSetId: 'test', version: '1.0.0', findings: [], isSafe: true });
    expect(verified.effort.questions).toBeGreaterThan(5);
  });

  it('refutes an invariant with the smallest referral that breaks it', () => {
    const verified = verifyRuleSet(
      setOf({ ...injured, then: { minLevel: 'statutory_need', minUrgency: 'red' } }, contacts),
      {
        invariants: [invariant()],
        exclusions: [],
      },
    );
    const [refuted] = verified.invariants;
    expect(refuted?.sentence).toBe(
      'A case with "Label of injured" reported comes only to statutory need, red; at least statutory protection and red is required.',
    );
    expect(refuted?.example).toEqual({
      facts: { injured: known(true) },
      onDate: '2026-01-01',
      area: null,
      definite: { level: 'statutory_need', urgency: 'red' },
      possible: { level: 'statutory_need', urgency: 'red' },
    });
    expect(verified.isSafe).toBe(false);
  });

  it('refutes an invariant about what the set does not ask', () => {
    const [lacking] = sentences(setOf(injured), { invariants: [invariant({ when: holds('strangled') })] });
    const [otherValue] = sentences(setOf(injured), {
      invariants: [invariant({ when: { fact: 'severity', is: 'fatal' } })],
    });
    expect(lacking).toBe(
      'refuted: The rule set cannot keep this: its catalogue does not ask "strangled" as the invariant does.',
    );
    expect(otherValue).toContain('does not ask "severity"');
  });

  it('looks at every area and every day on which other rules are in force', () => {
    const [inArea] = sentences(setOf({ ...injured, areas: ['Oswestry'] }, contacts), { invariants: [invariant()] });
    expect(inArea).toContain('comes only to universal, blue on 2026-01-01;');
    const [ended] = sentences(setOf({ ...injured, effectiveTo: '2026-02-28' }, contacts), {
      invariants: [invariant()],
    });
    expect(ended).toContain('comes only to universal, blue on 2026-03-01;');
    const later = setOf({ ...injured, effectiveFrom: '2026-06-01' }, contacts);
    expect(sentences(later, { invariants: [invariant()] })[0]).toContain('on 2026-01-01');
    expect(sentences(later, { invariants: [invariant()], from: '2026-06-01' })[0]).toContain('proved');
  });

  it('refutes that every case reaches a pathway where no rule is in force', () => {
    const gap = setOf({ ...injured, effectiveTo: '2026-02-28' }, { ...contacts, effectiveTo: '2026-01-31' });
    expect(sentences(gap, {}).join()).toContain(
      'refuted: No rule is in force on 2026-03-01: every case would come to universal, blue, without being looked at.',
    );
  });

  it('refutes that not knowing hides nothing where a rule asks whether something is known', () => {
    const asks = aRule('R3', { all: [{ known: 'a' }, holds('b')] }, { then: RED, ...firesOn({ a: true, b: true }) });
    const refuted = verifyRuleSet(setOf(asks), NOTHING).invariants.find(({ id }) => id === 'unknown-never-hides');
    expect(refuted?.sentence).toBe(
      'A case with "Label of a": no and "Label of b": yes comes to statutory protection, red; with "Label of a" not known it could come to no more than universal, blue.',
    );
  });

  it('says what is redundant, overlapping and conflicting in words', () => {
    const small = aRule(
      'R4',
      { fact: 'contacts', between: [5, 50] },
      { then: { minLevel: 'early_help', routes: ['hub'] }, ...firesOn({ contacts: 5 }) },
    );
    const police = { ...contacts, then: { ...contacts.then, routes: ['police'] } };
    const { findings, isSafe } = verifyRuleSet(setOf(police, small, { ...contacts, id: 'R5', title: 'Title of R5' }), {
      invariants: [],
      exclusions: [['hub', 'police']],
    });
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      '"Title of R2" (R2) and "Title of R5" (R5) hold in the same cases and give the same level and urgency.',
      'A case with "Label of contacts": 5 gets prompts that contradict each other, "hub" with "police", from "Title of R2" (R2) and "Title of R4" (R4).',
      'Wherever "Title of R4" (R4) holds, "Title of R2" (R2) holds too and gives at least its level and urgency.',
      'Wherever "Title of R4" (R4) holds, "Title of R5" (R5) holds too and gives at least its level and urgency.',
      '"Title of R5" (R5) adds nothing: wherever it holds, other rules already give its level, its urgency and all it prompts for.',
    ]);
    expect(findings.map(({ kind, ruleIds }) => `${kind} ${ruleIds.join()}`)).toEqual([
      'overlapping R2,R5',
      'conflicting R2,R4',
      'overlapping R4,R2',
      'overlapping R4,R5',
      'redundant R5',
    ]);
    expect(isSafe).toBe(true);
  });

  it('goes step by step and counts its steps', () => {
    const steps = [...verification(setOf(injured, contacts), { invariants: [invariant()], exclusions: [] })];
    expect(steps.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([9]));
  });

  it('does not take a set that may not load', () => {
    expect(() => verifyRuleSet(setOf({ ...injured, because: '' }), NOTHING)).toThrow(RuleSetRefused);
  });
});
