import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
    expect(loadEnvironment(complete)).toMatchObject({ PORT: 3000, CLAIM_LEASE_MS: 2000, NODE_ENV: 'development' });
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

  it.each([
    [{ DEVELOPMENT_INBOX: '/tmp/inbox' }, /DEVELOPMENT_INBOX/],
    [{ SMTP_URL: 'smtp://mail.example.org', SMTP_FROM: 'a@example.org', SMTP_TLS: 'off' }, /SMTP_TLS/],
    [{ NOTIFY_URL: 'http://notify.example.org' }, /NOTIFY_URL/],
  ])('never keep or send messages in clear in production: %j', (given, fault) => {
    expect(() => loadEnvironment({ ...complete, NODE_ENV: 'production', ...given })).toThrow(fault);
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, /SMTP_FROM/],
    [{ NOTIFY_SMS_TEMPLATE: '7f1c2d5e-8a34-4b8e-9c55-0d2f3a4b5c6d' }, /NOTIFY_API_KEY/],
  ])('name what else a channel needs: %j', (given, fault) => {
    expect(() => loadEnvironment({ ...complete, ...given })).toThrow(fault);
  });

  it('of the other process are not needed, and missed by name when they are', () => {
    const worker = loadEnvironment({ ENGINE_DATABASE_URL: complete.ENGINE_DATABASE_URL });

    expect(requiredSetting(worker, 'ENGINE_DATABASE_URL')).toBe(complete.ENGINE_DATABASE_URL);
    expect(() => requiredSetting(worker, 'DATABASE_URL')).toThrow(/DATABASE_URL/);
  });

  it('come from files as well, without the line’s end', () => {
    const file = fileWith(`${complete.DATABASE_URL}\n`);
    const { DATABASE_URL: _, ...others } = complete;

    expect(loadEnvironment({ ...others, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(complete.DATABASE_URL);
    expect(loadEnvironment({ ...complete, DATABASE_URL_FILE: '' }).DATABASE_URL).toBe(complete.DATABASE_URL);
  });

  it('are refused when both text and file are given, or the file cannot be read, by name and never by content', () => {
    const start = (more: object) => (): unknown => loadEnvironment({ ...complete, ...more });
    const folder = path.dirname(fileWith('x'));

    expect(start({ DATABASE_URL_FILE: fileWith('x') })).toThrow(/DATABASE_URL: must not be given beside/);
    expect(start({ FIELD_KEYS_FILE: '/no/such/s3cret' })).toThrow(/FIELD_KEYS_FILE: must name a file/);
    expect(start({ FIELD_KEYS_FILE: '/no/such/s3cret' })).not.toThrow(/s3cret/);
    expect(start({ FIELD_KEYS_FILE: folder })).toThrow(/FIELD_KEYS_FILE/);
    expect(start({ PORT_FILE: fileWith('s3cret') })).not.toThrow(/s3cret/);
    expect(start({ PORT_FILE: fileWith('s3cret') })).toThrow(/PORT/);
  });

  it('of other programs may end in _FILE, and are left alone', () => {
    expect(loadEnvironment({ ...complete, ENV_FILE: '/no/such/file' })).toMatchObject({ PORT: 3000 });
  });

  it('that everybody knows are refused in production', () => {
    const inProduction = (url: string) => (): unknown =>
      loadEnvironment({ NODE_ENV: 'production', DATABASE_URL: `postgres://${url}@localhost/front_door` });

    for (const known of ['x:demo-secret', 'x:test-only', 'postgres:postgres', 'front_door_api:front_door_api']) {
      expect(inProduction(known)).toThrow(/DATABASE_URL: must hold a password of its own/);
    }
    expect(inProduction('front_door_api:8f1c6a0e')).not.toThrow();
  });

  it('refuse an address of Redis that cannot be right, by name and never by value', () => {
    const start = (more: object) => (): unknown => loadEnvironment({ ...complete, ...more });

    expect(start({ QUEUE_URL: 'redis+sentinel://s3cret:26379' })).toThrow(/QUEUE_URL: must end in \/name/);
    expect(start({ QUEUE_URL: 'redis+sentinel://s3cret:26379' })).not.toThrow(/s3cret/);
    expect(start({ QUEUE_URL: 'redis://r', QUEUE_SENTINEL_PASSWORD: 'x' })).toThrow(
      /QUEUE_SENTINEL_PASSWORD: must not/,
    );
    expect(start({ QUEUE_URL: 'redis+sentinel://s/group', QUEUE_SENTINEL_PASSWORD: 'x' })).not.toThrow();
  });

  it('that everybody knows are refused before any list of hosts', () => {
    for (const url of ['redis+cluster://:changeme@h1:1,h2:2', 'redis+sentinel://x:secret@h1:1,h2:2/name']) {
      expect(() => loadEnvironment({ NODE_ENV: 'production', QUEUE_URL: url })).toThrow(
        /QUEUE_URL: must hold a password/,
      );
    }
  });

  it('for a PostgreSQL on another machine ask for TLS in production, of every process', () => {
    const url = 'postgres://x:8f1c6a0e@db.example.org/front_door';
    for (const name of ['DATABASE_URL', 'ENGINE_DATABASE_URL']) {
      const start = (more: object) => (): unknown => loadEnvironment({ NODE_ENV: 'production', [name]: url, ...more });

      expect(start({})).toThrow(new RegExp(`${name}: must say sslmode=verify-full`));
      expect(start({ [name]: `${url}?sslmode=verify-full` })).not.toThrow();
      expect(start({ DATABASE_TLS: 'off' })).not.toThrow();
    }
  });
});

function fileWith(content: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'front-door-setting-')), 'setting');
  writeFileSync(file, content);
  return file;
}
