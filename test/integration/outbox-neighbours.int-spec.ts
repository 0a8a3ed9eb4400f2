import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LAPSED_TOGETHER } from '#outbox';
import { call } from '../support/http.ts';
import { type Engine, openEngine } from '../support/process-engine.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('messages beside others', () => {
  let service: TestService;
  let engine: Engine;
  let school: string;

  beforeAll(async () => {
    service = await startTestService();
    engine = await openEngine(service.environment);
    school = await service.agencyToken('larkbridge-primary');
  }, 60_000);

  afterAll(async () => {
    await engine.close();
    await service.close();
  });

  async function submit(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      const answer = await call(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
      expect(answer.status).toBe(201);
    }
  }

  it('are tried in small groups once their worker died with them, then one at a time, and before new ones', async () => {
    await submit(LAPSED_TOGETHER + 2);
    const lost = await engine.claim('standard', LAPSED_TOGETHER + 2, 1);
    await submit(2);
    await sleep(10);
    const groups = [await engine.claim('standard', 64, 500), await engine.claim('standard', 64)];
    await sleep(550);

    const later = [];
    for (let claims = 0; claims <= LAPSED_TOGETHER; claims += 1) later.push(await engine.claim('standard', 64));

    expect(lost).toHaveLength(LAPSED_TOGETHER + 2);
    expect(groups.map((claimed) => claimed.length)).toEqual([LAPSED_TOGETHER, 2]);
    expect(later.map((claimed) => claimed.length)).toEqual([...Array<number>(LAPSED_TOGETHER).fill(1), 2]);
    const counts = 'SELECT attempts FROM outbox_message ORDER BY created_at';
    const stored = await service.database.query<{ attempts: number }>('admin', counts);
    expect(stored.map((row) => row.attempts)).toEqual([...Array<number>(LAPSED_TOGETHER).fill(2), 1, 1, 0, 0]);
  });

  it('wait under a topic that this release does not know, for a worker that does', async () => {
    await service.database.query('admin', 'DELETE FROM outbox_message');
    await submit(1);
    await service.database.query('admin', `UPDATE outbox_message SET topic = 'known.to_the_next_release'`);
    expect(await engine.claim('standard')).toEqual([]);

    await service.database.query('admin', `UPDATE outbox_message SET topic = 'triage.requested'`);
    expect(await engine.claim('standard')).toHaveLength(1);
  });
});
