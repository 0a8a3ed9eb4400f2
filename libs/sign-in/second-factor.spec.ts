import { describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { asId, type Actor, type Role, ROLES } from '#domain';
import { acceptedFactors, requireSecondFactor } from './second-factor.ts';

const ACCEPTED = acceptedFactors({ OIDC_MFA_ACR: 'mfa, phr', OIDC_MFA_AMR: 'otp,hwk' });

function actor(roles: readonly Role[], kind: Actor['kind'] = 'person'): Actor {
  const nowhere = { agencyId: null, teams: [], homePostcode: null, registration: null };
  return { id: 'sam', kind, name: 'Sam Sparrow', roles, authorityId: asId('larkshire'), ...nowhere };
}

describe('a second factor', () => {
  it.each(ROLES.filter((role) => role !== 'referrer'))('is needed by a person who is %s', (role) => {
    const enter = (claims: JWTPayload) => () => {
      requireSecondFactor(actor(['referrer', role]), claims, ACCEPTED);
    };

    for (const claims of [{}, { acr: '0' }, { amr: ['pwd'] }, { amr: 'otp' }, { acr: ['mfa'] }, { acr: '' }]) {
      expect(enter(claims)).toThrow('one factor is not enough');
    }
    for (const claims of [{ acr: 'phr' }, { amr: ['pwd', 'otp'] }, { acr: '0', amr: ['hwk'] }]) {
      expect(enter(claims)).not.toThrow();
    }
  });

  it('is not asked of somebody who can only refer, nor of a partner system', () => {
    expect(() => {
      requireSecondFactor(actor(['referrer']), {}, ACCEPTED);
      requireSecondFactor(actor(['referrer'], 'partner_system'), {}, ACCEPTED);
    }).not.toThrow();
  });
});
