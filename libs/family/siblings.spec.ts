import { describe, expect, it } from '@jest/globals';
import type { Case, Level } from '#domain';
import { aMember } from '../../test/support/family-members.ts';
import { promptsOf } from './prompts.ts';
import { siblingStanding } from './siblings.ts';
import type { Consideration } from './store/considerations.ts';
import type { FamilyCase } from './store/family-case.ts';

const FOUND = { id: 'case', referralId: 'r1' } as Case;

function aCase(id: string, referralId: string, level: Level | null): FamilyCase {
  const decision = level === null ? null : { level, pathway: 'statutory', signed: true };
  return { id, referralId, decision } as FamilyCase;
}

function considered(siblingId: string, outcome: Consideration['outcome']): Consideration {
  return { siblingId, outcome } as Consideration;
}

describe('whether a sibling has been considered', () => {
  it('waits while nobody said or decided anything', () => {
    const sibling = aMember('s', { cases: [aCase('s1', 'r1', null)] });

    expect(siblingStanding(sibling, FOUND, [])).toEqual({ state: 'waiting', consideration: null });
    expect(siblingStanding(sibling, FOUND, [considered('another', 'no_concern')]).state).toBe('waiting');
  });

  it('is done by what was recorded in this case; the latest counts', () => {
    const said = [considered('s', 'not_known'), considered('s', 'own_case_needed')];

    expect(siblingStanding(aMember('s'), FOUND, said)).toEqual({ state: 'considered', consideration: said[1] });
  });

  it('is done by a decision from the same referral, and not by one that knew nothing of it', () => {
    const now = aMember('s', { cases: [aCase('s1', 'r1', 'universal')] });
    const lastYear = aMember('s', { cases: [aCase('s0', 'r0', 'statutory_need')] });

    expect(siblingStanding(now, FOUND, []).state).toBe('decided');
    expect(siblingStanding(lastYear, FOUND, []).state).toBe('waiting');
  });
});

describe('protection for one child', () => {
  const grave = aCase('grave', 'r1', 'statutory_protection');
  const standing = { state: 'waiting', consideration: null } as const;
  const child = { ...aMember('child', { part: 'child' }), standing: null };
  const sibling = { ...aMember('sibling', { part: 'sibling' }), standing };
  const adult = { ...aMember('adult'), standing: null };

  it('asks of every other child whether they need it', () => {
    const owner = { ...child, cases: [grave] };

    expect(promptsOf([owner, sibling, adult], [grave])).toEqual([{ member: 'sibling', caseId: 'grave' }]);
    expect(promptsOf([child, { ...sibling, cases: [grave] }], [grave])).toEqual([{ member: 'child', caseId: 'grave' }]);
  });

  it('asks no more once somebody has said what should happen, and nothing for lesser levels', () => {
    const settled = { ...sibling, standing: { ...standing, state: 'considered' as const } };

    expect(promptsOf([{ ...child, cases: [grave] }, settled], [grave])).toEqual([]);
    expect(promptsOf([child, sibling], [aCase('lesser', 'r1', 'statutory_need')])).toEqual([]);
  });
});
