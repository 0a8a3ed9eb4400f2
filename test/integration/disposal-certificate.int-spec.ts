import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson, sha256 } from '#platform';
import type { CertificateResponse } from '../../apps/api/retention/retention.response.ts';
import { call } from '../support/http.ts';
import {
  aList,
  anOffice,
  anOldRecord,
  approved,
  type Office,
  recordsOf,
  untilState,
} from '../support/retention-records.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

// Each asks housekeeping to do several rounds of work.
jest.setTimeout(30_000);

describe('a disposal', () => {
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

  it('is certified: by whom, when, how many, by which rule, signed and in the audit log', async () => {
    const record = await anOldRecord(office, 6);
    const { id } = await aList(office);
    const path = `/api/v1/disposals/${id}/certificate`;
    expect((await call(service.url, path, { token: office.manager.token })).status).toBe(409);
    await approved(office, id);
    await untilState(service, office.manager, id, 'done');
    const { body } = await call<CertificateResponse>(service.url, path, { token: office.manager.token });
    const { certificate, signature } = body;

    expect(certificate).toMatchObject({
      disposalId: id,
      requested: { by: 'Martin Merlin' },
      approved: { by: 'Linnet Lark' },
      destroyed: certificate.referenceHashes.length,
    });
    expect(certificate.referenceHashes).toContain(sha256(record.reference));
    expect(certificate.listSha256).toBe(sha256(canonicalJson(certificate.referenceHashes)));
    const signed = Buffer.from(canonicalJson({ context: 'front-door/disposal-certificate/1', certificate }));
    const key = createPublicKey(TEST_KEYS['EVIDENCE_SIGNING_KEY'] ?? '');
    expect(verify(null, signed, key, Buffer.from(signature?.value ?? '', 'base64url'))).toBe(true);
    const [event] = await service.database.query<{ details: object }>(
      'admin',
      'SELECT details FROM audit_event WHERE id = $1',
      [body.auditEventId],
    );
    expect(event?.details).toMatchObject({ disposalId: id, listSha256: certificate.listSha256 });

    const page = await call(service.url, path, { token: office.manager.token, headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.text).toContain(sha256(record.reference));
    expect(page.text).not.toContain(record.reference);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('pages and sorts its list, and gives it as CSV', async () => {
    for (const years of [6, 9, 12]) await anOldRecord(office, years);
    const { id } = await aList(office);
    const all = await recordsOf(office, office.manager, id, '?limit=500&sort=dueOn&order=descending');
    const first = await recordsOf(office, office.manager, id, '?limit=2&sort=dueOn&order=descending');
    const second = await recordsOf(
      office,
      office.manager,
      id,
      `?limit=2&sort=dueOn&order=descending&after=${first.next ?? ''}`,
    );
    const days = all.records.map((record) => record.dueOn);

    expect(days).toEqual([...days].sort().reverse());
    expect([...first.records, ...second.records]).toEqual(all.records.slice(0, 4));
    const file = await call(service.url, `/api/v1/disposals/${id}/records/export`, { token: office.manager.token });
    expect(file.text.split('\n')[0]).toBe(
      'reference,reference_sha256,outcome,cases,last_contact_on,due_on,rule,hold_suggested,state,kept_by,kept_reason,skipped_because',
    );
    expect(file.text.trim().split('\n').length).toBe(all.records.length + 1);
  });
});
