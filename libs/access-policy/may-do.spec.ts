import { describe, expect, it } from '@jest/globals';
import { type Actor, asId, type CaseState, type Role, ROLES } from '#domain';
import { type Action, ACTIONS } from './actions.ts';
import { mayDo, mayEver, type RecordScope, relationFor } from './may-do.ts';
import { POLICY } from './policy.ts';
import { policyTable } from './policy-table.ts';

function actor(...roles: Role[]): Actor {
  return {
    id: 'someone',
    kind: 'person',
    name: 'Someone Example',
    roles,
    authorityId: asId('larkshire'),
    agencyId: asId('school'),
    teams: ['early_help_hub'],
    homePostcode: null,
    registration: null,
  };
}
const own: RecordScope = { authorityId: asId('larkshire'), agencyId: asId('school') };
const otherAgency: RecordScope = { ...own, agencyId: asId('police') };
const otherAuthority: RecordScope = { ...own, authorityId: asId('elsewhere') };

function caseIn(state: CaseState, changes: Partial<RecordScope> = {}): RecordScope {
  return { ...otherAgency, queue: 'assessment', claimedBy: null, state, ...changes };
}

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
    const whoMay = (action: Action): Role[] => ROLES.filter((role) => mayEver(actor(role), action));

    expect(whoMay('case.decide')).toEqual(['social_worker', 'manager']);
    expect(whoMay('decision.sign_off')).toEqual(['manager']);
  });

  it('shows an administrator nothing but what is their own, and a person without a role not even that', () => {
    for (const action of ACTIONS) {
      expect(mayEver(actor('administrator'), action)).toBe(['access.read_own', 'notice.manage_own'].includes(action));
      expect(mayEver(actor(), action)).toBe(false);
    }
  });

  it('keeps auditors from changing anything but how they are told', () => {
    const changes = POLICY.filter(
      ({ role, action }) => role === 'auditor' && !/\.(read|read_own|manage_own|export)$/.test(action),
    );

    expect(changes).toEqual([]);
  });

  it('gives the wider reach to someone with two roles', () => {
    expect(mayDo(actor('referrer', 'screener'), 'referral.read', otherAgency)).toBe('allowed');
  });

  it('shows a practitioner the cases of their team once they are handed over, and no others', () => {
    const practitioner = actor('practitioner');
    const mine = { queue: 'early_help_hub' };

    expect(mayDo(practitioner, 'case.read', caseIn('routed', mine))).toBe('allowed');
    expect(mayDo(practitioner, 'case.read', caseIn('screening', mine))).toBe('hidden');
    expect(mayDo(practitioner, 'case.read', caseIn('routed'))).toBe('hidden');
    expect(mayDo(practitioner, 'case.read', caseIn('routed', { claimedBy: 'someone' }))).toBe('allowed');
    expect(mayDo(practitioner, 'case.move', caseIn('routed', mine))).toBe('allowed');
    expect(mayDo(practitioner, 'case.move', caseIn('accepted', mine))).toBe('refused');
    expect(mayDo(practitioner, 'case.claim', caseIn('routed', mine))).toBe('refused');
  });

  it('takes what a record does not say as proof of nothing', () => {
    expect(mayDo(actor('practitioner'), 'case.read', { authorityId: asId('larkshire') })).toBe('hidden');
  });

  it('lets nobody look over their own work', () => {
    for (const action of ['decision.sign_off', 'rule_set.approve', 'break_glass.review', 'alert.handle'] as const) {
      expect(mayDo(actor('manager'), action, { ...own, workedOnBy: ['someone'] })).toBe('refused');
      expect(mayDo(actor('manager'), action, { ...own, workedOnBy: ['somebody-else'] })).toBe('allowed');
    }
  });

  it('shows who looked to the holder of a case, and refuses it to colleagues who see the case', () => {
    expect(mayDo(actor('screener'), 'access.read', caseIn('screening', { claimedBy: 'someone' }))).toBe('allowed');
    expect(mayDo(actor('screener'), 'access.read', caseIn('screening', { claimedBy: 'another' }))).toBe('refused');
  });

  it('names the closest relation as the reason', () => {
    const found = caseIn('screening', { claimedBy: 'someone', queue: 'early_help_hub' });

    expect(relationFor(actor('screener'), 'case.read', found)).toBe('allocated');
    expect(relationFor(actor('screener'), 'case.read', { ...found, claimedBy: 'another' })).toBe('own_team');
    expect(relationFor(actor('screener'), 'case.read', caseIn('screening'))).toBe('own_authority');
    expect(relationFor(actor('referrer'), 'referral.read', own)).toBe('own_agency');
  });
});

describe('the policy as a table', () => {
  it('has a row for every action and says where a grant ends', () => {
    const lines = policyTable().split('\n');

    expect(lines).toHaveLength(ACTIONS.length + 2);
    expect(lines.find((line) => line.startsWith('| `case.move`'))).toBe(
      '| `case.move` | - | - | own authority | own authority | own team (routed); allocated (routed) | own authority | - | - |',
    );
  });
});
