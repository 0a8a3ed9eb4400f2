import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { AuditResponse, CaseDetailResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import type { ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { call, eventually } from '../support/http.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('a referral on its way to a decision', () => {
  let service: TestService;
  let school: string;
  let worker: string;
  let manager: string;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    school = await service.agencyToken('larkbridge-primary');
    worker = await service.staffToken('social-worker');
    manager = await service.staffToken('manager');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function submitted(document: object): Promise<{ reference: string; id: string; etag: string }> {
    const receipt = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: document });
    expect(receipt.status).toBe(201);
    const { reference } = receipt.body;
    const ask = () => call<WorklistResponse>(service.url, `/api/v1/cases?reference=${reference}`, { token: worker });
    const list = await eventually(ask, (answer) => answer.body.cases[0]?.proposed !== null);
    const id = list.body.cases[0]?.id ?? '';
    const detail = await call(service.url, `/api/v1/cases/${id}`, { token: worker });
    return { reference, id, etag: detail.headers.get('etag') ?? '' };
  }

  it('is proposed, explained, claimed and decided, and every step stands in the trail', async () => {
    const { id, etag, reference } = await submitted(aReferral());

    const claim = await call(service.url, `/api/v1/cases/${id}/claim`, {
      method: 'POST',
      token: worker,
      headers: { 'if-match': etag },
    });
    expect(claim.status).toBe(200);
    expect(claim.body).toMatchObject({ state: 'screening', claimedBy: { name: 'Wren Whitethroat', isMe: true } });

    const decision = await call(service.url, `/api/v1/cases/${id}/decision`, {
      token: worker,
      headers: { 'if-match': claim.headers.get('etag') ?? '' },
      body: { kind: 'confirm', rationale: 'A parent who asks for help should get it.' },
    });
    expect(decision.status).toBe(201);
    expect(decision.body).toMatchObject({ pathway: 'early_help', confirmsProposal: true, signOffReasons: [] });

    const { body: detail } = await call<CaseDetailResponse>(service.url, `/api/v1/cases/${id}`, { token: manager });
    expect(detail).toMatchObject({ state: 'signed', nextDueAt: null, proposal: { pathway: 'early_help' } });
    expect(detail.clocks.every((clock) => clock.stoppedAt !== null)).toBe(true);
    expect(detail.explanation?.lines.map((line) => line.ruleId)).toContain('ENG-B03');

    const { body: audit } = await call<AuditResponse>(service.url, `/api/v1/cases/${id}/audit`, { token: manager });
    const steps = audit.events.map((event) => event.action).filter((action) => !action.startsWith('message.'));
    expect(steps).toEqual([
      'referral.received',
      'case.opened',
      'case.proposed',
      'case.claimed',
      'case.decided',
      'decision.signed',
    ]);
    const mine = await call<ReferralResponse>(service.url, `/api/v1/referrals/${reference}`, { token: school });
    expect(mine.body.cases).toMatchObject([{ status: 'decided', pathway: 'early_help', childRef: 'c1' }]);
  });

  it('needs a second person for a statutory outcome, and not the decider', async () => {
    const { id, etag } = await submitted(aRedReferral());
    const decided = await call(service.url, `/api/v1/cases/${id}/decision`, {
      token: manager,
      headers: { 'if-match': etag },
      body: { kind: 'confirm', rationale: 'A red line is met.', legalBasis: 'CA1989 s47' },
    });
    expect(decided.body).toMatchObject({ signOffReasons: ['statutory_outcome'] });
    const headers = { 'if-match': decided.headers.get('etag') ?? '' };
    const signOff = { headers, body: { outcome: 'signed' } };

    const own = await call(service.url, `/api/v1/cases/${id}/sign-off`, { token: manager, ...signOff });
    expect(own.status).toBe(403);

    const second = await service.staffToken('manager-2');
    const other = await call(service.url, `/api/v1/cases/${id}/sign-off`, { token: second, ...signOff });
    expect(other.status).toBe(200);
    expect(other.body).toMatchObject({ state: 'signed' });
  });
});
