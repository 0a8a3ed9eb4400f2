import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FoldWorklistCounts } from '#decisions';
import { idleWorker, sentCase } from '../support/engine-work.ts';
import { aReferral, aRedReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const LEFT = 'SELECT count(*)::int AS left FROM worklist_change';
const KEPT = 'SELECT queue, urgency, held, cases FROM worklist_count WHERE cases <> 0 ORDER BY 1, 2, 3';
const THERE = `SELECT queue, coalesce(urgency, 'not_triaged') AS urgency, claimed_by IS NOT NULL AS held, count(*)::int AS cases
  FROM case_record WHERE open AND NOT restricted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
/** As many as thousands of cases leave that go to and fro: together nothing. */
const TO_AND_FRO = `INSERT INTO worklist_change (authority_id, queue, urgency, held, cases)
  SELECT c.authority_id, c.queue, 'not_triaged', false, n % 2 * 2 - 1
  FROM (SELECT authority_id, queue FROM case_record LIMIT 1) AS c, generate_series(1, 6000) AS n`;

describe('the counts beside the queues', () => {
  let service: TestService;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    service = await startTestService();
    worker = await idleWorker(service);
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await service.close();
  });

  const left = async (): Promise<unknown> => service.database.query('admin', LEFT);

  it('are those of the cases when what changed was added up, and nothing is added twice', async () => {
    await sentCase(service);
    await sentCase(service, aReferral());
    const id = await sentCase(service, aRedReferral());
    const changed = `UPDATE case_record SET urgency = 'red', claimed_by = 'somebody', claimed_by_name = 'Somebody',
      claimed_at = now() WHERE id = $1`;
    await service.database.query('admin', changed, [id]);

    await worker.get(FoldWorklistCounts).execute();
    await worker.get(FoldWorklistCounts).execute();

    expect(await left()).toEqual([{ left: 0 }]);
    expect(await service.database.query('admin', KEPT)).toEqual(await service.database.query('admin', THERE));
  });

  it('take in five thousand changes at a time, the oldest first, and the others the next time', async () => {
    await service.database.query('admin', TO_AND_FRO);

    await worker.get(FoldWorklistCounts).execute();
    expect(await left()).toEqual([{ left: 1_000 }]);
    await worker.get(FoldWorklistCounts).execute();

    expect(await left()).toEqual([{ left: 0 }]);
    expect(await service.database.query('admin', KEPT)).toEqual(await service.database.query('admin', THERE));
  });
});
