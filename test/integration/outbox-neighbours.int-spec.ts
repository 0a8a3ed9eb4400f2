import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/http.ts';
import { type Engine, openEngine } from '../support/process-engine.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('messages whose worker died with them', () => {
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

  it('are tried one at a time from then on, and only such a try is counted', async () => {
    await submit(3);
    const lost = await engine.claim('standard', 10, 1);
    await submit(2);
    await sleep(10);

    const later = [];
    for (let claims = 0; claims < 4; claims += 1) later.push(await engine.claim('standard', 10));

    expect(lost).toHaveLength(3);
    expect(later.map((claimed) => claimed.length)).toEqual([1, 1, 1, 2]);
    const counts = 'SELECT attempts FROM outbox_message ORDER BY created_at';
    const stored = await service.database.query<{ attempts: number }>('admin', counts);
    expect(stored.map((row) => row.attempts)).toEqual([1, 1, 1, 0, 0]);
  });
});
