import { describe, expect, it } from '@jest/globals';
import { actorOfClaims } from './actor-of-claims.ts';

describe('who a token speaks for', () => {
  it('is a person with their roles, authority and registration', () => {
    const claims = { sub: 'sam', authority: 'larkshire', roles: ['social_worker', 'wizard'], registration: 'SW1' };

    expect(actorOfClaims(claims)).toMatchObject({
      id: 'sam',
      kind: 'person',
      roles: ['social_worker'],
      registration: 'SW1',
    });
  });

  it('is a partner system that can only refer, whatever roles its token claims', () => {
    const claims = { sub: 'school', client_id: 'school', authority: 'larkshire', roles: ['referrer', 'manager'] };

    expect(actorOfClaims(claims)).toMatchObject({ kind: 'partner_system', roles: ['referrer'] });
  });

  it('is of an agency only for who refers: a screener’s claim opens no restricted record of it', () => {
    const claims = { sub: 'sam', authority: 'larkshire', agency: 'school' };

    expect(actorOfClaims({ ...claims, roles: ['referrer'] }).agencyId).toBe('school');
    expect(actorOfClaims({ ...claims, roles: ['screener'] }).agencyId).toBeNull();
  });

  it('is nobody without an authority', () => {
    expect(() => actorOfClaims({ sub: 'sam', roles: ['manager'] })).toThrow('no authority');
  });
});
