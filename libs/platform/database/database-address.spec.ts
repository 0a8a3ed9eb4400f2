import { describe, expect, it } from '@jest/globals';
import { databaseAddress } from './database-address.ts';

const PLAIN = { NODE_ENV: 'production', DATABASE_TLS: 'required' } as const;
const REMOTE = 'postgres://front_door_api:s3cret@db.example.org/front_door';
const CA = '-----BEGIN CERTIFICATE-----';
/** A comma in a password must not be taken for the next server. */
const NAMED = 'u:p%2C';

describe('the address of a database', () => {
  it('is connected to over TLS, with the server’s certificate checked, when it says so or an authority is set', () => {
    const clear = REMOTE;

    expect(databaseAddress(`${REMOTE}?sslmode=verify-full`, PLAIN)).toEqual({
      url: clear,
      ssl: { rejectUnauthorized: true },
    });
    expect(databaseAddress(REMOTE, { ...PLAIN, DATABASE_CA: CA })).toEqual({
      url: clear,
      ssl: { rejectUnauthorized: true, ca: CA },
    });
  });

  it('is refused in production without TLS, unless the server is this machine or somebody said that it may be', () => {
    const alike = ['postgres://u:p@localhost.example.org/d', 'postgres://u:p@localhost/d?host=db.example.org'];
    for (const url of [REMOTE, `${REMOTE}?sslmode=disable`, ...alike]) {
      expect(() => databaseAddress(url, PLAIN)).toThrow(/sslmode=verify-full/);
    }
    for (const host of ['localhost', '127.0.0.1', '[::1]', '127.8.0.1']) {
      expect(databaseAddress(`postgres://u:p@${host}/d`, PLAIN).ssl).toBe(false);
    }
    expect(databaseAddress(REMOTE, { ...PLAIN, DATABASE_TLS: 'off' }).ssl).toBe(false);
    expect(databaseAddress(REMOTE, { ...PLAIN, NODE_ENV: 'development' }).ssl).toBe(false);
  });

  it('never encrypts without asking who answers, nor takes certificates from the URL', () => {
    for (const mode of ['require', 'prefer', 'allow', 'verify-ca', 'no-verify', '']) {
      expect(() => databaseAddress(`${REMOTE}?sslmode=${mode}`, PLAIN)).toThrow(/verify-full or disable/);
    }
    for (const name of ['sslrootcert', 'ssl', 'sslkey']) {
      expect(() => databaseAddress(`${REMOTE}?sslmode=verify-full&${name}=x`, PLAIN)).toThrow(/DATABASE_CA/);
    }
  });

  it('may name several servers, as libpq does: each is held to the same rules', () => {
    const several = `postgres://${NAMED}@one.example.org:5432,two.example.org:5433/d?target_session_attrs=read-write`;

    expect(databaseAddress(several, { ...PLAIN, DATABASE_CA: CA })).toEqual({
      url: `postgres://${NAMED}@one.example.org:5432/d`,
      ssl: { rejectUnauthorized: true, ca: CA },
      others: [`postgres://${NAMED}@two.example.org:5433/d`],
    });
    expect(databaseAddress('postgres://u:p@[::1]:5432,localhost/d', PLAIN).others).toEqual([
      'postgres://u:p@localhost/d',
    ]);
    expect(() => databaseAddress('postgres://u:p@localhost,two.example.org/d', PLAIN)).toThrow(/sslmode=verify-full/);
    expect(() => databaseAddress('postgres://u:p@localhost,localhost:x/d', PLAIN)).toThrow(/must be a URL/);
    expect(() => databaseAddress(several.replace('read-write', 'any'), PLAIN)).toThrow(/sslmode|target_session_attrs/);
    expect(() => databaseAddress('postgres://u:p@localhost,127.0.0.1/d?host=localhost', PLAIN)).toThrow(/two places/);
  });

  it('leads to the server that takes writes, whatever the standbys of libpq would be', () => {
    expect(() => databaseAddress('postgres://u:p@localhost/d?target_session_attrs=any', PLAIN)).toThrow(/read-write/);
  });

  it('is never repeated in an error', () => {
    expect(() => databaseAddress(REMOTE, PLAIN)).not.toThrow(/s3cret/);
    expect(() => databaseAddress('no url s3cret', PLAIN)).not.toThrow(/s3cret/);
  });
});
