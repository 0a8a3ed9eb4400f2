import { describe, expect, it } from '@jest/globals';
import { loadEnvironment } from './load-environment.ts';
import { requiredSetting } from './required-setting.ts';

const complete = {
  DATABASE_URL: 'postgres://front_door_api:s3cret@localhost/front_door',
  ENGINE_DATABASE_URL: 'postgres://front_door_engine:s3cret@localhost/front_door',
  OIDC_ISSUER: 'http://localhost:3000/oidc',
};

describe('settings', () => {
  it('have defaults for everything but databases and issuer', () => {
    expect(loadEnvironment(complete)).toMatchObject({ PORT: 3000, CLAIM_LEASE_MS: 4000, NODE_ENV: 'development' });
  });

  it('are refused all at once, by name and never by value', () => {
    const faulty = { DATABASE_URL: 'mysql://s3cret', ENGINE_DATABASE_URL: 's3cret', PORT: 'x', OIDC_ISSUER: 'nowhere' };
    const start = (): unknown => loadEnvironment(faulty);

    expect(start).toThrow(/  DATABASE_URL/);
    expect(start).toThrow(/ENGINE_DATABASE_URL/);
    expect(start).toThrow(/PORT/);
    expect(start).not.toThrow(/s3cret/);
  });

  it('never arm crash points in production', () => {
    expect(() => loadEnvironment({ ...complete, NODE_ENV: 'production', CRASH_POINTS: 'triage.claimed' })).toThrow(
      /CRASH_POINTS/,
    );
  });

  it('of the other process are not needed, and missed by name when they are', () => {
    const worker = loadEnvironment({ ENGINE_DATABASE_URL: complete.ENGINE_DATABASE_URL });

    expect(requiredSetting(worker, 'ENGINE_DATABASE_URL')).toBe(complete.ENGINE_DATABASE_URL);
    expect(() => requiredSetting(worker, 'DATABASE_URL')).toThrow(/DATABASE_URL/);
  });
});
