import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectOnce, type Database, loadEnvironment, type Tx } from '#platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const SCOPE = { authorityId: 'larkshire' };
const ASK = 'SELECT $1::int + $2::int AS sum';

describe('statements with parameters', () => {
  let database: TestDatabase;
  let api: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await connectOnce(loadEnvironment({ DATABASE_POOL: '2' }), database.apiUrl);
  }, 60_000);

  afterAll(async () => {
    await api.onApplicationShutdown();
    await database.drop();
  });

  const preparedBy = async (tx: Tx): Promise<string[]> => {
    const rows: { statement: string }[] = await tx.query('SELECT statement FROM pg_prepared_statements');
    return rows.map((row) => row.statement);
  };

  it('are planned once a connection, and answer each time with their own values', async () => {
    await api.inTransaction(SCOPE, async (tx) => {
      expect(await tx.query(ASK, [1, 2])).toEqual([{ sum: 3 }]);
      expect(await tx.query(ASK, [40, 2])).toEqual([{ sum: 42 }]);
      expect((await preparedBy(tx)).filter((statement) => statement === ASK)).toHaveLength(1);
    });
  });

  it('can be given again after one of them failed', async () => {
    const failing = () => api.inTransaction(SCOPE, (tx) => tx.query('SELECT 1 / $1::int AS part', [0]));

    await expect(failing()).rejects.toThrow(/division by zero/);
    await expect(failing()).rejects.toThrow(/division by zero/);
    const sound: unknown = await api.inTransaction(SCOPE, (tx) => tx.query('SELECT 1 / $1::int AS part', [1]));
    expect(sound).toEqual([{ part: 1 }]);
  });

  it('do not pile up on a connection, however many there are', async () => {
    await api.inTransaction(SCOPE, async (tx) => {
      for (let at = 0; at < 400; at += 1) await tx.query(`SELECT $1::int AS "n${String(at)}"`, [at]);

      expect((await preparedBy(tx)).length).toBeLessThanOrEqual(120);
      expect(await tx.query('SELECT $1::int AS "n399"', [7])).toEqual([{ n399: 7 }]);
    });
  });
});
