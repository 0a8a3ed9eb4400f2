import { describe, expect, it } from '@jest/globals';
import type { OpenMention, RelationshipEntry } from '#people';
import { aMention, aRelationship } from '../../test/support/family-members.ts';
import { partOf } from './part-of.ts';

const TODAY = '2026-11-22';

function part(mention: OpenMention, ...relationships: RelationshipEntry[]): string {
  return partOf({ mentions: [mention], relationships }, ['child'], TODAY);
}

function born(dateOfBirth: string) {
  return { details: { dateOfBirth } };
}

describe('the part somebody plays in a family', () => {
  it('is the child where one mention is the child’s', () => {
    expect(part(aMention('child', { role: 'child' }))).toBe('child');
  });

  it('is a sibling for another child of the family, and for whom a sender calls one', () => {
    expect(part(aMention('a', { role: 'child' }))).toBe('sibling');
    expect(part(aMention('a'), aRelationship('a', { kind: 'sibling' }))).toBe('sibling');
    expect(part(aMention('a'), aRelationship('a', { kind: 'half_sibling' }))).toBe('sibling');
  });

  it('is a grown-up from the eighteenth birthday on, and before it a child', () => {
    const sibling = aRelationship('a', { kind: 'sibling' });

    expect(part(aMention('a', born('2008-11-22')), sibling)).toBe('adult');
    expect(part(aMention('a', born('2008-11-23')), sibling)).toBe('sibling');
    expect(part(aMention('a', born('2008-11-23')), aRelationship('a', { kind: 'other' }))).toBe('other_child');
  });

  it('is a grown-up for everybody of unknown age who is no child of any referral', () => {
    expect(part(aMention('a'))).toBe('adult');
    expect(part(aMention('a'), aRelationship('a', { kind: 'other' }))).toBe('adult');
  });

  it('is what a person recorded about exactly these two, before what referrals say', () => {
    const classmate = aRelationship('a', { kind: 'other', toId: 'child' });

    expect(part(aMention('a', { role: 'child' }), classmate)).toBe('other_child');
    expect(part(aMention('a', { role: 'child' }), { ...classmate, toId: 'someone else' })).toBe('sibling');
    expect(part(aMention('a', { role: 'child' }), { ...classmate, stands: false })).toBe('sibling');
    expect(part(aMention('a', { role: 'child' }), classmate, { ...classmate, kind: 'half_sibling' })).toBe('sibling');
  });

  it('is no sibling for a parent who is mentioned as the child they once were', () => {
    expect(part(aMention('a', { role: 'child' }), aRelationship('a', { kind: 'parent' }))).toBe('adult');
  });
});
