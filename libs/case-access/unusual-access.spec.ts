import { describe, expect, it } from '@jest/globals';
import { type Actor, asId, type Case, type ReferralDocument, type Role } from '#domain';
import { unusualAbout } from './unusual-access.ts';

function actor(changes: Partial<Actor> = {}): Actor {
  return {
    id: 'sam',
    kind: 'person',
    name: 'Sam Sparrow',
    roles: ['screener'],
    authorityId: asId('larkshire'),
    agencyId: null,
    teams: [],
    homePostcode: null,
    registration: null,
    ...changes,
  };
}

function about(who: Actor, document: object, changes: Partial<Case> = {}): string[] {
  const found = { childIndex: 0, queue: 'screening', claimedBy: null, ...changes } as Case;
  return unusualAbout(who, found, document as ReferralDocument);
}

const child = (familyName?: string, postcode?: string): object => ({
  children: [{ ref: 'c1', familyName, address: { postcode } }],
});

describe('what is unusual about a look at a record', () => {
  it.each([
    ['Sparrow', true],
    ['SPARROW', true],
    ['Spárrow', true],
    ['Sparrow-Finch', true],
    ['Sparrowhawk', false],
    ['Robin', false],
    [undefined, false],
  ])('a child called %p for Sam Sparrow: %p', (familyName, isUnusual) => {
    expect(about(actor(), child(familyName))).toEqual(isUnusual ? ['own_surname'] : []);
  });

  it('somebody in the household with the surname', () => {
    const household = { people: [{ name: 'Ann Dunnock' }, { name: 'Jay Sparrow' }, { whyUnknown: 'not seen' }] };

    expect(about(actor(), { ...child('Dunnock'), household })).toEqual(['own_surname']);
  });

  it.each([
    ['LK1 1AA', 'lk11aa', true],
    ['LK1 1AA', 'LK1 1AB', false],
    ['LK1 1AA', undefined, false],
    [null, 'LK1 1AA', false],
    [null, undefined, false],
  ])('living at %p, a child at %p: %p', (homePostcode, postcode, isUnusual) => {
    expect(about(actor({ homePostcode }), child('Robin', postcode))).toEqual(isUnusual ? ['own_address'] : []);
  });

  it.each<[readonly string[], Role, Partial<Case>, boolean]>([
    [['assessment'], 'screener', {}, true],
    [['assessment', 'screening'], 'screener', {}, false],
    [[], 'screener', {}, false],
    [['assessment'], 'screener', { claimedBy: 'sam' }, false],
    [['assessment'], 'manager', {}, false],
    [['assessment'], 'auditor', {}, false],
  ])('in teams %p as %s, a case in screening %p: %p', (teams, role, changes, isUnusual) => {
    expect(about(actor({ teams, roles: [role] }), child(), changes)).toEqual(isUnusual ? ['outside_team'] : []);
  });

  it('nothing about a person without a name', () => {
    expect(about(actor({ name: '' }), child(''))).toEqual([]);
  });
});
