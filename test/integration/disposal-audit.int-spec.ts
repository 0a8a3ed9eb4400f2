import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { SigningKey, TrustedKeys } from '#audit';
import { VerifyAudit } from '#decisions';
import { proposedCase } from '../support/api-case-desk.ts';
import { call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { aList, anOffice, anOldRecord, approved, type Office, untilState } from '../support/retention-records.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

jest.setTimeout(30_000);

const KEYS = new TrustedKeys([
  new SigningKey(TEST_KEYS['AUDIT_SIGNING_KEY'] ?? '', 'tree-head').publicKey,
  new SigningKey(TEST_KEYS['EVIDENCE_SIGNING_KEY'] ?? '', 'evidence').publicKey,
]);

let service: TestService;
let office: Office;

beforeAll(async () => {
  service = await startTestService();
  await service.startWorker();
  office = await anOffice(service);
}, 60_000);

afterAll(async () => {
  await service.close();
});

it('the audit log verifies after a record of it was destroyed, and only what was destroyed is missing', async () => {
  await proposedCase(office.worker, office.school, aReferral());
  const record = await anOldRecord(office, 6);
  const hold = { token: office.manager.token, body: { reason: 'For a moment.' } };
  const path = `/api/v1/referrals/${record.reference}/legal-holds`;
  const placed = await call<{ holds: { id: string }[] }>(service.url, path, hold);
  await call(service.url, `${path}/${placed.body.holds[0]?.id ?? ''}/lifting`, hold);
  await call(service.url, `/api/v1/cases/${record.caseId}/subject-access`, {
    token: office.manager.token,
    body: { forWhom: 'child' },
  });
  const { id } = await aList(office);
  await approved(office, id);
  const done = await untilState(service, office.manager, id, 'done');
  const unsealed = 'SELECT 1 FROM audit_event WHERE id NOT IN (SELECT event_id FROM audit_leaf)';
  await eventually(
    () => service.database.query('admin', unsealed),
    (rows) => rows.length === 0,
  );

  const sound = await service.api.get(VerifyAudit, { strict: false }).execute('larkshire', KEYS, null);

  expect(done.counts).toMatchObject({ disposed: 1 });
  expect(sound.erased).toBeGreaterThan(3);
  expect(sound.records).toBeGreaterThan(1);
});
