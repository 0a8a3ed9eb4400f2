import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, sql, type Tx } from '#platform';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('statements that are sent together', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** Whoever waits for it hears of it later than of what is asked directly. */
  async function deeply(tx: Tx, text: string): Promise<void> {
    await Promise.all([Promise.all([Promise.all([sql(tx, text)])])]);
  }

  it('all fail with the reason of the first, whichever is heard first', async () => {
    const together = service.api
      .get(Database)
      .inTransaction({ authorityId: DEMO_AUTHORITY }, (tx) =>
        Promise.all([deeply(tx, 'SELECT 1 / 0'), sql(tx, 'SELECT 1'), sql(tx, 'SELECT 2')]),
      );

    await expect(together).rejects.toThrow('division by zero');
  });
});
