import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '#migrations';
import { migrate } from '#platform';

const NAME = `test_${randomBytes(6).toString('hex')}`;

describe('a database from before there were keys', () => {
  let admin: pg.Client;

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: process.env['TEST_ADMIN_URL'] });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${NAME} OWNER front_door_owner`);
  });

  afterAll(async () => {
    await admin.query(`DROP DATABASE ${NAME} WITH (FORCE)`);
    await admin.end();
  });

  function urlOf(role: string | null): string {
    const url = new URL(process.env['TEST_ADMIN_URL'] ?? '');
    url.pathname = `/${NAME}`;
    if (role !== null) Object.assign(url, { username: role, password: 'test-only' });
    return url.href;
  }

  it('keeps every child’s name and date of birth when its columns become one', async () => {
    const owner = { url: urlOf('front_door_owner'), ssl: false } as const;
    const place = migrations.findIndex(({ name }) => name.startsWith('Vault'));
    await migrate(owner, migrations.slice(0, place));
    const client = new pg.Client({ connectionString: urlOf(null) });
    await client.connect();
    await client.query(ROWS);

    await migrate(owner, migrations);
    const { rows } = await client.query('SELECT reference, child FROM case_record ORDER BY reference');
    const { rows: referrals } = await client.query('SELECT sealed FROM referral');
    const { rows: forced } = await client.query(
      `SELECT relforcerowsecurity AS is FROM pg_class WHERE relname = 'case_record'`,
    );
    await client.end();

    const cases = rows as { readonly reference: string; readonly child: string }[];
    const opened: unknown[] = cases.map((row) => [row.reference, JSON.parse(row.child) as unknown]);
    expect(opened).toEqual([
      ['FD-1', { name: 'Robin "Example"', dateOfBirth: '2017-05-04' }],
      ['FD-2', { name: null, dateOfBirth: null }],
    ]);
    expect(referrals).toEqual([{ sealed: false }]);
    expect(forced).toEqual([{ is: true }]);
  }, 60_000);
});

const ROWS = `
INSERT INTO agency VALUES ('larkshire', 'school', 'School', 'school', '2A');
INSERT INTO referral (id, authority_id, agency_id, reference, body, body_sha256, received_at, submitted_by, receipt, flags,
    correlation_id)
  VALUES ('00000000-0000-4000-8000-000000000001', 'larkshire', 'school', 'FD', '{}', encode(sha256('{}'), 'hex'), now(),
    'x', '{}', '[]', gen_random_uuid());
INSERT INTO case_record (id, authority_id, referral_id, agency_id, reference, child_index, child_name, child_date_of_birth,
    queue, state, received_at)
  SELECT gen_random_uuid(), 'larkshire', '00000000-0000-4000-8000-000000000001', 'school', c.reference, c.place, c.name,
    c.born, 'screening', 'received', now()
  FROM (VALUES ('FD-1', 0, 'Robin "Example"', date '2017-05-04'), ('FD-2', 1, NULL, NULL)) AS c (reference, place, name, born)`;
