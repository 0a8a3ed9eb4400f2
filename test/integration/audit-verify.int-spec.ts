import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LogFault, newSigningKey, SigningKey, type Soundness, TrustedKeys } from '#audit';
import { VerifyAudit } from '#decisions';
import { proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { AUTHORITY } from '../support/audit-rig.ts';
import { changedColumn } from '../support/changed-column.ts';
import { eventually } from '../support/http.ts';
import { learnMore } from '../support/learn-more.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const WITNESS = path.join(tmpdir(), `witness-${randomUUID()}.jsonl`);
const KEYS = new TrustedKeys([
  new SigningKey(TEST_KEYS['AUDIT_SIGNING_KEY'] ?? '', 'tree-head').publicKey,
  new SigningKey(TEST_KEYS['EVIDENCE_SIGNING_KEY'] ?? '', 'evidence').publicKey,
]);

/** Every table whose rows the log vouches for, with what picks one row of it that it does vouch for. */
const TABLES: Readonly<Record<string, string>> = {
  audit_event: `reason IS NOT NULL AND case_id IS NOT NULL`,
  audit_leaf: 'position = 3',
  audit_tile: 'level = 0 AND index = 0',
  audit_tree_head: 'tree_size = (SELECT max(tree_size) FROM audit_tree_head)',
  audit_key: `use = 'tree-head'`,
  referral: 'true',
  triage_run: 'true',
  decision: 'override_reason IS NOT NULL',
  decision_sign_off: 'true',
  case_information: 'withdrawn_at IS NOT NULL',
  chronology_event: 'true',
  chronology_event_child: 'true',
  chronology_analysis: 'true',
};

/** Columns that no entry stands for, and why. */
const NOT_VOUCHED_FOR: Readonly<Record<string, string>> = {
  'referral.sealed': 'Says how the body is stored. Where it is wrong the body does not open, which is found.',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

describe('verify-audit', () => {
  let service: TestService;
  let admin: pg.Client;
  let columns: Column[];

  beforeAll(async () => {
    service = await startTestService({ AUDIT_WITNESS_FILE: WITNESS });
    const working = await service.startWorker();
    const agency = await service.agencyToken('larkbridge-primary');
    const desk = await staffDesk(service, 'social-worker');
    const manager = await staffDesk(service, 'manager');
    for (let round = 0; round < 3; round += 1) {
      const plain = await proposedCase(desk, agency, aReferral());
      await desk.claim(plain);
      await desk.move(plain, 'gather_information', 'Asked the school nurse.');
      await desk.confirm(plain);
      const red = await proposedCase(desk, agency, aRedReferral());
      await desk.differ(red, 'early_help', 'green');
      await manager.signOff(red, round === 0 ? 'returned' : 'signed', 'Look again.');
      await learnMore(desk, red);
    }
    await eventually(unsealed, (rows) => rows.length === 0);
    await working.close();
    admin = new pg.Client({ connectionString: service.database.adminUrl });
    await admin.connect();
    // As somebody who has the database in their hands: no constraint and no trigger stands in the way.
    await admin.query(`SET session_replication_role = replica`);
    for (const [table, name] of await checks()) {
      await admin.query(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS "${name}" CASCADE`);
    }
    await admin.query('ALTER TABLE audit_event ALTER COLUMN sequence DROP IDENTITY');
    columns = (await admin.query<Column>(COLUMNS, [Object.keys(TABLES)])).rows;
  }, 60_000);

  afterAll(async () => {
    await admin.end();
    await service.close();
  });

  const unsealed = (): Promise<object[]> =>
    service.database.query('admin', 'SELECT 1 FROM audit_event WHERE id NOT IN (SELECT event_id FROM audit_leaf)');

  async function checks(): Promise<[string, string][]> {
    const { rows } = await admin.query<{ table: string; name: string }>(
      `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
       WHERE contype IN ('c', 'u') AND conrelid::regclass::text = ANY ($1)`,
      [Object.keys(TABLES)],
    );
    return rows.map(({ table, name }): [string, string] => [table, name]);
  }

  async function verify(keys = KEYS, witness?: string[]): Promise<Soundness | string> {
    const lines = witness ?? (await readFile(WITNESS, 'utf8')).trim().split('\n');
    try {
      return await service.api.get(VerifyAudit, { strict: false }).execute(AUTHORITY, keys, lines);
    } catch (error: unknown) {
      if (error instanceof LogFault) return error.message;
      throw error;
    }
  }

  /** What verification says while a change stands; the change is taken back afterwards. */
  async function foundAfter(
    change: string,
    values: unknown[] = [],
  ): Promise<{ changed: number; found: string | null }> {
    const tables = Object.keys(TABLES);
    for (const table of tables) await admin.query(`CREATE TEMP TABLE kept_${table} AS TABLE ${table}`);
    try {
      const { rowCount } = await admin.query(change, values);
      const found = await verify();
      return { changed: rowCount ?? 0, found: typeof found === 'string' ? found : null };
    } finally {
      for (const table of tables) await restore(table);
    }
  }

  async function restore(table: string): Promise<void> {
    const { rows } = await admin.query<{ names: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    );
    const names = rows[0]?.names ?? '';
    await admin.query(`DELETE FROM ${table}`);
    await admin.query(`INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM kept_${table}`);
    await admin.query(`DROP TABLE kept_${table}`);
  }

  it('finds an untouched log sound, with every record in it', async () => {
    const sound = await verify();
    expect(sound).toMatchObject({ erased: 0, waiting: 0 });
    if (typeof sound === 'string') return;
    expect(sound.records).toBeGreaterThan(15);
    expect(sound.witnessed).toBe(sound.heads);
  });

  it('finds a change of any column of any table that the log vouches for', async () => {
    const report: string[] = [];
    const unnoticed: string[] = [];
    for (const { table, column, type } of columns) {
      const name = `${table}.${column}`;
      if (name in NOT_VOUCHED_FOR) continue;
      const value = changedColumn(column, type);
      const statement = `UPDATE ${table} SET ${column} = ${value} WHERE ctid = (SELECT min(ctid) FROM ${table}
        WHERE ${TABLES[table] ?? 'true'})`;
      const { changed: rows, found } = await foundAfter(statement);
      if (rows !== 1 || found === null) unnoticed.push(`${name} (${rows} rows)`);
      report.push(`${name}: ${found ?? '-'}`);
    }
    console.log(`${report.length} columns changed, ${unnoticed.length} unnoticed\n${report.join('\n')}`);
    expect(unnoticed).toEqual([]);
    expect(report.length).toBeGreaterThan(70);
  }, 40_000);

  it.each([
    ['an event deleted', `DELETE FROM audit_event WHERE id = (SELECT event_id FROM audit_leaf WHERE position = 5)`],
    ['the last event deleted', LAST('DELETE FROM audit_event WHERE id =')],
    [
      'an event deleted with its leaf',
      `WITH gone AS (DELETE FROM audit_leaf WHERE position = 5 RETURNING event_id)
       DELETE FROM audit_event WHERE id IN (SELECT event_id FROM gone)`,
    ],
    [
      'two events swapped',
      `UPDATE audit_leaf l SET event_id = o.event_id FROM audit_leaf o
       WHERE (l.position, o.position) IN ((4, 7), (7, 4)) AND l.authority_id = o.authority_id`,
    ],
    ['a decision deleted', 'DELETE FROM decision WHERE ctid = (SELECT min(ctid) FROM decision)'],
    ['a signature deleted', 'DELETE FROM decision_sign_off WHERE ctid = (SELECT min(ctid) FROM decision_sign_off)'],
    ['a run deleted', 'DELETE FROM triage_run WHERE ctid = (SELECT min(ctid) FROM triage_run)'],
    ['a referral deleted', 'DELETE FROM referral WHERE ctid = (SELECT min(ctid) FROM referral)'],
    [
      'a reason erased without a disposal',
      `UPDATE audit_event SET reason = NULL, reason_salt = NULL WHERE reason IS NOT NULL`,
    ],
    [
      'salts of records erased without a disposal',
      'UPDATE audit_event SET record_salt = NULL WHERE record_salt IS NOT NULL',
    ],
    [
      'a decision that nobody took',
      `INSERT INTO decision SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* FROM decision d
       LIMIT 1`,
    ],
    [
      'a run that the rules did not make',
      `INSERT INTO triage_run SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).* FROM triage_run r
       LIMIT 1`,
    ],
    [
      'information that nobody gave',
      `INSERT INTO case_information SELECT (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid()))).*
       FROM case_information i LIMIT 1`,
    ],
    [
      'a withdrawal that nobody made',
      `UPDATE case_information SET withdrawn_at = now(), withdrawn_by = 'x', withdrawn_by_name = 'x', withdrawn_reason = 'x'
       WHERE withdrawn_at IS NULL`,
    ],
    ['a tile deleted', 'DELETE FROM audit_tile WHERE level = 0 AND index = 0'],
    ['a tile added', `INSERT INTO audit_tile SELECT authority_id, 9, 0, hashes FROM audit_tile LIMIT 1`],
    [
      'a head deleted from the end',
      `DELETE FROM audit_tree_head WHERE tree_size = (SELECT max(tree_size) FROM audit_tree_head)`,
    ],
    [
      'a head moved to another size',
      `UPDATE audit_tree_head SET tree_size = tree_size + 1 WHERE tree_size = (SELECT max(tree_size) FROM audit_tree_head)`,
    ],
    [
      'an event slipped in as one of an old transaction',
      `INSERT INTO audit_event (id, authority_id, occurred_at, actor_id, actor_name, actor_kind, action, correlation_id,
         details, actor_salt, actor_commitment, leaf_hash, sequence, xid)
       SELECT gen_random_uuid(), authority_id, occurred_at, actor_id, actor_name, actor_kind, action, correlation_id,
         details, actor_salt, actor_commitment, leaf_hash, -1, '3' FROM audit_event LIMIT 1`,
    ],
  ])('finds %s', async (_what, change) => {
    const { changed: rows, found } = await foundAfter(change);
    expect(rows).toBeGreaterThan(0);
    expect(found).toEqual(expect.any(String));
  });

  it('finds that the end was cut off cleanly, by what the witness saw', async () => {
    const [{ size } = { size: 0 }] = (
      await admin.query<{ size: number }>(
        'SELECT tree_size::int AS size FROM audit_tree_head ORDER BY tree_size DESC OFFSET 2',
      )
    ).rows;
    const { found } = await foundAfter(`WITH heads AS (DELETE FROM audit_tree_head WHERE tree_size > ${String(size)}),
      leaves AS (DELETE FROM audit_leaf WHERE position >= ${String(size)} RETURNING event_id)
      DELETE FROM audit_event WHERE id IN (SELECT event_id FROM leaves)`);
    expect(found).toEqual(expect.any(String));
  });

  it('does not trust a key that only the database knows', async () => {
    const strange = new TrustedKeys([new SigningKey(newSigningKey(), 'tree-head').publicKey]);
    expect(await verify(strange)).toMatch(/key that is not trusted/);
  });

  it('finds a witness that saw another log', async () => {
    const lines = (await readFile(WITNESS, 'utf8')).trim().split('\n');
    const other = lines.map((line) => line.replace(/"size":\d+/, '"size":999999'));
    expect(await verify(KEYS, other)).toMatch(/head of 999999 entries does not have the signature/);
  });

  it('finds that a whole older copy was put back, sound as it is in itself', async () => {
    const [last = ''] = (await readFile(WITNESS, 'utf8')).trim().split('\n').slice(-1);
    const { format, authority, arrival, sealedAt, size } = JSON.parse(last) as Record<string, string> & {
      size: number;
    };
    // What the witness saw after the copy was made: as good a head as any, and the copy knows nothing of it.
    const later = {
      format,
      authority,
      arrival,
      sealedAt,
      size: size + 3,
      root: Buffer.alloc(32, 5).toString('base64url'),
    };
    const key = new SigningKey(TEST_KEYS['AUDIT_SIGNING_KEY'] ?? '', 'tree-head');
    const signed = { ...later, key: key.publicKey.id, signature: key.sign(later).toString('base64url') };
    expect(await verify(KEYS, [last, JSON.stringify(signed)])).toMatch(
      /witness saw a head of \d+ entries that the log does not/,
    );
  });

  it('is sound again when everything stands as it was', async () => {
    expect(await verify()).toMatchObject({ waiting: 0 });
  });
});

function LAST(statement: string): string {
  return `${statement} (SELECT event_id FROM audit_leaf ORDER BY position DESC LIMIT 1)`;
}

const COLUMNS = `SELECT c.relname AS "table", a.attname AS "column", t.typname AS type
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attgenerated = '' ORDER BY c.relname, a.attnum`;
