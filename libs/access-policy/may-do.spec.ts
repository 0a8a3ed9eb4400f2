import { describe, expect, it } from '@jest/globals';
import { type Actor, asId, type Role, ROLES } from '#domain';
import { ACTIONS } from './actions.ts';
import { mayDo, mayEver } from './may-do.ts';
import { POLICY } from './policy.ts';

function actor(...roles: Role[]): Actor {
  return {
    id: 'someone',
    kind: 'person',
    name: 'Someone Example',
    roles,
    authorityId: asId('larkshire'),
    agencyId: asId('school'),
    teams: [],
    homePostcode: null,
    registration: null,
  };
}
const own = {
  authorityId: asId<Actor['authorityId']>('larkshire'),
  agencyId: asId<NonNullable<Actor['agencyId']>>('school'),
};
const otherAgency = { ...own, agencyId: asId<NonNullable<Actor['agencyId']>>('police') };
const otherAuthority = { ...own, authorityId: asId<Actor['authorityId']>('elsewhere') };

describe('who may do what', () => {
  it('hides another agency’s referral from a referrer', () => {
    expect(mayDo(actor('referrer'), 'referral.read', own)).toBe('allowed');
    expect(mayDo(actor('referrer'), 'referral.read', otherAgency)).toBe('hidden');
  });

  it('hides every record of another authority from everybody', () => {
    for (const role of ROLES) {
      for (const action of ACTIONS) {
        expect(mayDo(actor(role), action, otherAuthority)).not.toBe('allowed');
      }
    }
  });

  it('lets nobody but social workers and managers decide, and nobody but managers sign off', () => {
    const whoMay = (action: (typeof ACTIONS)[number]): Role[] => ROLES.filter((role) => mayEver(actor(role), action));

    expect(whoMay('case.decide')).toEqual(['social_worker', 'manager']);
    expect(whoMay('decision.sign_off')).toEqual(['manager']);
  });

  it('shows an administrator and a person without a role nothing', () => {
    for (const action of ACTIONS) {
      expect(mayEver(actor('administrator'), action)).toBe(false);
      expect(mayEver(actor(), action)).toBe(false);
    }
  });

  it('keeps auditors from changing anything', () => {
    expect(Object.keys(POLICY.auditor).every((action) => action.endsWith('.read'))).toBe(true);
  });

  it('gives the wider reach to someone with two roles', () => {
    expect(mayDo(actor('referrer', 'screener'), 'referral.read', otherAgency)).toBe('allowed');
  });
});
