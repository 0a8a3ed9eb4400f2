import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('referrals from before people were kept', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
    const token = await service.agencyToken('larkbridge-primary');
    const sent = await call(service.url, '/api/v1/referrals', { method: 'POST', token, body: aReferral() });
    expect(sent.status).toBe(201);
    await service.database.query('admin', 'DELETE FROM person_mention');
    await service.database.query(
      'admin',
      'INSERT INTO referral_without_people (referral_id, authority_id) SELECT id, authority_id FROM referral',
    );
  }, 60_000);

  afterAll(() => service.close(), 60_000);

  it('are read once more by the engine, and their people written down with keys to find them by', async () => {
    await service.startWorker();

    await eventually(
      () => service.database.query('admin', 'SELECT 1 FROM referral_without_people'),
      (left) => left.length === 0,
    );

    const mentions = await service.database.query<{ role: string; keys: number }>(
      'admin',
      `SELECT m.role, (SELECT count(*)::int FROM person_key k WHERE k.mention_id = m.id) AS keys
       FROM person_mention m WHERE m.role = 'child'`,
    );
    expect(mentions).toHaveLength(1);
    expect(mentions[0]?.keys).toBeGreaterThan(0);
  });
});
