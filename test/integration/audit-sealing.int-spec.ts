import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AUTHORITY, auditRig, type AuditRig } from '../support/audit-rig.ts';
import { eventually } from '../support/http.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const WITNESS = path.join(tmpdir(), `witness-${randomUUID()}.jsonl`);
const SETTINGS = { AUDIT_WITNESS_FILE: WITNESS };

describe('sealing', () => {
  let database: TestDatabase;
  let rig: AuditRig;

  beforeAll(async () => {
    database = await createTestDatabase();
    rig = await auditRig(database, SETTINGS);
  }, 60_000);

  afterAll(async () => {
    await rig.close();
    await database.drop();
  });

  async function counts(): Promise<{ events: number; leaves: number; positions: number; size: number }> {
    const [row] = await database.query<{ events: number; leaves: number; positions: number; size: number }>(
      'admin',
      `SELECT (SELECT count(*)::int FROM audit_event WHERE authority_id = $1) AS events, count(*)::int AS leaves,
         count(DISTINCT position)::int AS positions,
         (SELECT max(tree_size)::int FROM audit_tree_head WHERE authority_id = $1) AS size
       FROM audit_leaf WHERE authority_id = $1`,
      [AUTHORITY],
    );
    if (row === undefined) throw new Error('Nothing was counted.');
    return row;
  }

  /** Until no transaction in the cluster, of other databases too, could hold back what was written. */
  async function nobodyIsLate(): Promise<void> {
    const late = `SELECT 1 FROM audit_event WHERE authority_id = $1 AND xid >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1`;
    await eventually(
      () => database.query('admin', late, [AUTHORITY]),
      (rows) => rows.length === 0,
    );
  }

  async function expectEverythingSealedOnce(): Promise<void> {
    // A transaction of another database in the cluster may hold the newest back for a moment.
    const sealed = async () => {
      await rig.seal();
      return counts();
    };
    const { events, leaves, positions, size } = await eventually(sealed, (found) => found.leaves >= found.events);
    expect({ leaves, positions, size }).toEqual({ leaves: events, positions: events, size: events });
  }

  it('takes every event once, in batches', async () => {
    await rig.write(1_500);
    await rig.write(1_500);
    await rig.write(1_500);
    await nobodyIsLate();

    expect(await rig.seal()).toBe(2);
    await expectEverythingSealedOnce();
    expect(await rig.seal()).toBe(1);
    await expectEverythingSealedOnce();
  });

  it('never passes over who commits late, though others with higher numbers were sealed before', async () => {
    const late = new pg.Client({ connectionString: database.engineUrl });
    await late.connect();
    await late.query('BEGIN');
    await late.query(`SELECT set_config('front_door.authority', $1, true)`, [AUTHORITY]);
    const id = randomUUID();
    await late.query(
      `INSERT INTO audit_event (id, authority_id, occurred_at, actor_id, actor_name, actor_kind, action, correlation_id,
         details, actor_salt, actor_commitment, leaf_hash)
       VALUES ($1, $2, now(), 'x', 'X', 'service', 'rule_set.drafted', $1, '{}', sha256('a'), sha256('b'), sha256('c'))`,
      [id, AUTHORITY],
    );
    const position = async (): Promise<object[]> =>
      database.query('admin', 'SELECT position FROM audit_leaf WHERE event_id = $1', [id]);
    const before = await counts();
    await rig.write(10);
    await rig.seal();
    expect(await position()).toEqual([]);
    expect((await counts()).leaves).toBe(before.leaves);

    await late.query('COMMIT');
    await late.end();
    await rig.write(5);

    await expectEverythingSealedOnce();
    expect(await position()).toHaveLength(1);
  });

  it('goes on without gap or repetition when two processes seal and many write', async () => {
    const other = await auditRig(database, SETTINGS);
    const writers = Array.from({ length: 8 }, async () => {
      for (let round = 0; round < 20; round += 1) await rig.write(3);
    });
    const sealers = [rig, other].map(async (one) => {
      for (let round = 0; round < 40; round += 1) await one.seal();
    });
    await Promise.all([...writers, ...sealers]);
    await other.close();

    await expectEverythingSealedOnce();
  });

  it('looks at everything once more after the database was restored into another cluster', async () => {
    await rig.write(3);
    await rig.seal();
    await database.query(
      'admin',
      `UPDATE audit_tree_head SET cluster = 'another', cursor_xid = '900000000' WHERE tree_size =
         (SELECT max(tree_size) FROM audit_tree_head)`,
    );
    // An event that the other cluster wrote under a number that is still to come here, and did not seal.
    await rig.write(1);
    await database.query(
      'admin',
      `UPDATE audit_event SET xid = '900000001' WHERE id NOT IN (SELECT event_id FROM audit_leaf)`,
    );
    const fresh = await auditRig(database, SETTINGS);
    await fresh.seal();
    await fresh.write(2);
    await fresh.seal();
    await fresh.close();

    await expectEverythingSealedOnce();
    const [head] = await database.query<{ cluster: string; isHere: boolean; counts: boolean }>(
      'admin',
      `SELECT cluster, cluster = (SELECT system_identifier::text FROM pg_control_system()) AS "isHere",
         cursor_xid < '900000000' AS counts FROM audit_tree_head ORDER BY tree_size DESC LIMIT 1`,
    );
    expect(head).toMatchObject({ isHere: true, counts: true });
  });

  it('refuses to put anything on top of a tree that is not the one it signed', async () => {
    const [tile] = await database.query<{ index: string; hashes: Buffer }>(
      'admin',
      `SELECT index, hashes FROM audit_tile WHERE level = 1 ORDER BY index DESC LIMIT 1`,
    );
    const swap = (hashes: Buffer | undefined) =>
      database.query('admin', 'UPDATE audit_tile SET hashes = $1 WHERE level = 1 AND index = $2', [
        hashes,
        tile?.index,
      ]);
    await swap(Buffer.alloc(tile?.hashes.length ?? 0, 7));
    await rig.write(1);
    const sealing = () => rig.seal().then(() => 'nothing to seal yet', String);
    await eventually(sealing, (said) => said.includes('not the one that was signed'));
    await swap(tile?.hashes);
    await rig.seal();
    await expectEverythingSealedOnce();
  });

  it('leaves every signed head in the witness file as well', async () => {
    const lines = (await readFile(WITNESS, 'utf8')).trim().split('\n');
    const sizes = lines.map((line) => (JSON.parse(line) as { size: number }).size);
    const heads = await database.query<{ size: number }>(
      'admin',
      'SELECT tree_size::int AS size FROM audit_tree_head ORDER BY tree_size',
    );

    expect(sizes.sort((a, b) => a - b)).toEqual(heads.map(({ size }) => size));
  });
});

describe('a chain', () => {
  let database: TestDatabase;
  let rig: AuditRig;

  beforeAll(async () => {
    database = await createTestDatabase();
    rig = await auditRig(database, SETTINGS);
  }, 60_000);

  afterAll(async () => {
    await rig.close();
    await database.drop();
  });

  it('links each event of a case to the one before it', async () => {
    const caseId = randomUUID();
    await rig.writeCase(caseId, randomUUID(), 4);
    const rows = await database.query<{ seq: number; isLinked: boolean }>(
      'admin',
      `SELECT chain_seq AS seq, previous_hash = coalesce(lag(leaf_hash) OVER (ORDER BY chain_seq),
         decode(repeat('00', 32), 'hex')) AS "isLinked" FROM audit_event WHERE chain_id = $1 ORDER BY chain_seq`,
      [caseId],
    );
    expect(rows).toEqual([0, 1, 2, 3].map((seq) => ({ seq, isLinked: true })));
  });

  it('neither forks nor fails when many add to it at once', async () => {
    const [caseId, referralId] = [randomUUID(), randomUUID()];
    await rig.writeCase(caseId, referralId, 1);
    const others = Array.from({ length: 6 }, () => auditRigWrites(caseId, referralId));
    await Promise.all(others);
    const [row] = await database.query<{ count: number; last: number }>(
      'admin',
      'SELECT count(*)::int AS count, max(chain_seq) AS last FROM audit_event WHERE chain_id = $1',
      [caseId],
    );
    expect(row).toEqual({ count: 31, last: 30 });
  });

  /** Events that follow an opening one. */
  async function auditRigWrites(caseId: string, referralId: string): Promise<void> {
    for (let round = 0; round < 5; round += 1) await rig.addToCase(caseId, referralId);
  }

  it('gives neither number nor transaction into the hands of the service', async () => {
    const columns = ['sequence', 'xid'];
    for (const column of columns) {
      for (const role of ['api', 'engine'] as const) {
        const attempt = database.query(role, `INSERT INTO audit_event (${column}) VALUES (DEFAULT)`);
        await expect(attempt).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});
