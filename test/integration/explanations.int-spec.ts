import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetailResponse, CaseExplanationResponse } from '../../apps/api/cases/case.response.ts';
import type { SenderExplanationResponse } from '../../apps/api/referrals/referral.response.ts';
import { proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('explanations over HTTP', () => {
  let service: TestService;
  let school: string;
  let worker: string;
  let desk: Awaited<ReturnType<typeof staffDesk>>;
  let caseId: string;
  let reference: string;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    school = await service.agencyToken('larkbridge-primary');
    worker = await service.staffToken('social-worker');
    desk = await staffDesk(service, 'social-worker');
    const indicators = [
      { id: 'A10', answer: 'present' },
      { id: 'B05', answer: 'present' },
    ];
    caseId = await proposedCase(desk, school, { ...aReferral(), indicators });
    const detail = await call<CaseDetailResponse>(service.url, `/api/v1/cases/${caseId}`, { token: worker });
    reference = detail.body.referral.reference;
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  const ofCase = (language: string) =>
    call<CaseExplanationResponse>(service.url, `/api/v1/cases/${caseId}/explanation?language=${language}`, {
      token: worker,
    });
  const ofReferral = (token: string, language = 'en') =>
    call<SenderExplanationResponse>(service.url, `/api/v1/referrals/${reference}/explanation?language=${language}`, {
      token,
    });

  it('tell the front door why, and what would have changed it, in English and in Welsh', async () => {
    const english = (await ofCase('en')).body;
    const welsh = (await ofCase('cy')).body;

    expect(english.summary[0]).toMatch(/^The rules propose /);
    expect(welsh.summary[0]).toMatch(/^Mae'r rheolau'n cynnig /);
    expect(english.counterfactuals.length).toBeGreaterThan(0);
    expect(english.counterfactuals[0]?.sentence).toMatch(/the rules would propose/);
    expect(english.counterfactuals.flatMap((one) => one.changes.map((change) => change.factId))).not.toContain(
      'child.ageYears',
    );
    expect(welsh.lines.map((line) => line.ruleId)).toEqual(english.lines.map((line) => line.ruleId));
    expect(english.untranslated).toEqual([]);
  });

  it('tell a sender nothing before a person has decided, and nothing of another agency’s referral ever', async () => {
    const police = await service.agencyToken('larkshire-police');

    expect((await ofReferral(school)).body.children).toEqual([]);
    expect((await ofReferral(police)).status).toBe(404);
  });

  it('tell a sender, once it is decided, what follows from their own words, and nothing about others', async () => {
    await desk.claim(caseId);
    expect((await desk.confirm(caseId)).status).toBe(201);
    const { body } = await ofReferral(school);
    const welsh = (await ofReferral(school, 'cy')).body;

    const titles = body.children.flatMap((child) => child.reasons.map((reason) => reason.title));
    expect(titles.some((title) => title.startsWith('Attendance below 90%'))).toBe(true);
    // B05 is about a parent's health: whoever reported it, it is not told back.
    expect(JSON.stringify(body)).not.toMatch(/mental/i);
    expect(welsh.children[0]?.summary[0]).not.toBe(body.children[0]?.summary[0]);
  });
});
