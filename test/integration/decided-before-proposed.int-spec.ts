import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { CaseDetailResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('a person who is faster than the rules', () => {
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    service = await startTestService();
    token = await service.staffToken('social-worker');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('finds the case on top, decides with a reason, and the rules then leave it alone', async () => {
    const school = await service.agencyToken('larkbridge-primary');
    const sent = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    const list = await call<WorklistResponse>(service.url, '/api/v1/cases', { token });
    expect(list.body.cases).toMatchObject([{ urgency: 'not_triaged', proposed: null, state: 'received' }]);
    const id = list.body.cases[0]?.id ?? '';
    const claimed = await call(service.url, `/api/v1/cases/${id}/claim`, {
      method: 'POST',
      token,
      headers: { 'if-match': '"1"' },
    });
    const decided = await call(service.url, `/api/v1/cases/${id}/decision`, {
      token,
      headers: { 'if-match': claimed.headers.get('etag') ?? '' },
      body: {
        kind: 'differ',
        outcome: 'early_help',
        urgency: 'green',
        rationale: 'The family asked for help by telephone.',
        overrideReason: 'Decided before the rules had proposed.',
      },
    });
    expect(decided.status).toBe(201);

    await service.startWorker();
    const done = () => service.database.query('admin', 'SELECT 1 FROM outbox_message WHERE done_at IS NOT NULL');
    await eventually(done, (rows) => rows.length === 1);

    const after = await call<CaseDetailResponse>(service.url, `/api/v1/cases/${id}`, { token });
    expect(sent.status).toBe(201);
    expect(after.body).toMatchObject({ state: 'signed', nextDueAt: null, urgency: 'green', proposal: null });
    expect(after.body.clocks.every((clock) => clock.stoppedAt !== null)).toBe(true);
  });
});
