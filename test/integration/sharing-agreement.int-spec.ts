import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayShareWith } from '#nation-packs';
import type { ReferralPageResponse, ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { Desk, proposedCase } from '../support/api-case-desk.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { AGENCY, Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** Its agreement ran out; see the authority's pack. */
const EXPIRED = 'harbour-housing';

describe('an agency whose data-sharing agreement has run out', () => {
  let service: TestService;
  let staff: Staff;
  let reference: string;
  let id: string;

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
    await service.startWorker();
    const desk = new Desk(service, await service.staffToken('social-worker'));
    id = await proposedCase(desk, await service.agencyToken(EXPIRED), aReferral());
    await desk.claim(id);
    expect((await desk.confirm(id)).status).toBe(201);
    reference = (await desk.read(id)).body.reference.replace(/-1$/, '');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('sees its receipt and not how the case stands, with what to do about it', async () => {
    const { status, body } = await staff.as<ReferralResponse>(EXPIRED, `/api/v1/referrals/${reference}`);

    expect(status).toBe(200);
    expect(body.receipt.reference).toBe(reference);
    expect(body.cases).toEqual([expect.objectContaining({ status: 'withheld', pathway: null })]);
    expect(body.withheld).toMatchObject({
      code: 'sharing_agreement_expired',
      whatToDo: expect.stringContaining('renew') as unknown,
    });
  });

  it('is not told in the list how many are decided', async () => {
    const { body } = await staff.as<ReferralPageResponse>(EXPIRED, '/api/v1/referrals');

    expect(body.referrals).toEqual([expect.objectContaining({ reference, cases: 1, decided: null })]);
  });

  it('is not told the reasons', async () => {
    const answer = await staff.as(EXPIRED, `/api/v1/referrals/${reference}/explanation`);
    const others = await staff.as('larkshire-police', `/api/v1/referrals/${reference}/explanation`);

    expect([answer.status, answer.body.code]).toEqual([403, 'sharing_agreement_expired']);
    expect(others.status).toBe(404);
  });

  it('goes on referring: taken in, receipted, repeated', async () => {
    const token = await service.agencyToken(EXPIRED);
    const send = { token, body: aReferral(), headers: { 'idempotency-key': 'again' } };
    const first = await call(service.url, '/api/v1/referrals', send);
    const second = await call(service.url, '/api/v1/referrals', send);

    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.text).toBe(first.text);
  });

  it('takes nothing from the front door', async () => {
    const { body } = await staff.as<ReferralResponse>('screener', `/api/v1/referrals/${reference}`);

    expect(body).toMatchObject({ withheld: null, cases: [{ status: 'decided' }] });
  });

  it('keeps nothing from an agency whose agreement is in force', async () => {
    const sent = await staff.refer(aReferral());
    const { body } = await staff.as<ReferralResponse>(AGENCY, `/api/v1/referrals/${sent.reference}`);

    expect(body.withheld).toBeNull();
    expect(['received', 'being_considered']).toContain(body.cases[0]?.status);
  });

  it.each([
    ['on its last day', EXPIRED, '2025-03-31', true],
    ['the day after', EXPIRED, '2025-04-01', false],
    ['with no such agency', 'nobody', '2025-03-31', false],
  ])('%s: %p on %p may be told: %p', (_when, agencyId, onDate, may) => {
    expect(mayShareWith({ authorityId: 'larkshire', agencyId }, 'outcome', onDate)).toBe(may);
  });
});
