import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { CaseDetailResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { aDocx, aPdf, aPng, aText } from '../support/attachment-files.ts';
import { list, send } from '../support/attachment-desk.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('attachments at the door', () => {
  let service: TestService;
  let school: string;
  let police: string;
  let screener: string;
  let manager: string;

  beforeAll(async () => {
    service = await startTestService();
    [school, police, screener, manager] = await Promise.all([
      service.agencyToken('larkbridge-primary'),
      service.agencyToken('larkshire-police'),
      service.staffToken('screener'),
      service.staffToken('manager'),
    ]);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function aReference(): Promise<string> {
    const answer = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    return answer.body.reference;
  }

  it('takes a file from its sender, seals it and keeps it in quarantine', async () => {
    const reference = await aReference();
    const file = { ...aPdf('Planted-Content-Marker'), name: 'Planted-Name-Marker.pdf' };
    const sent = await send(service.url, school, reference, file, { note: 'skipped' });

    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ name: file.name, mediaType: 'application/pdf', state: 'quarantined' });
    expect(sent.body.sizeBytes).toBe(file.bytes.length);
    const stored = await service.database.query<{ name: string; content: Buffer }>(
      'admin',
      'SELECT a.name, c.content FROM attachment a JOIN attachment_content c ON c.attachment_id = a.id WHERE a.id = $1',
      [sent.body.id],
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.name).not.toContain('Planted');
    expect(stored[0]?.content.toString('latin1')).not.toContain('Planted');
    const trail = await service.database.query<{ action: string; details: object }>(
      'admin',
      `SELECT action, details FROM audit_event WHERE action LIKE 'attachment.%' AND details->>'attachmentId' = $1`,
      [sent.body.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['attachment.received']);
    expect(JSON.stringify(trail)).not.toContain('Planted');
  });

  it('stores the same bytes once, also when they come twice at once, and tells so', async () => {
    const reference = await aReference();
    const first = await Promise.all([1, 2, 3].map(() => send(service.url, school, reference, aPng())));
    const later = await send(service.url, school, reference, { ...aPng(), name: 'another name.png' });
    const elsewhere = await send(service.url, school, await aReference(), aPng());

    expect(first.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set([...first, later].map(({ body }) => body.id)).size).toBe(1);
    expect(later.status).toBe(200);
    expect(elsewhere.status).toBe(201);
    expect((await list(service.url, school, reference)).body.attachments).toHaveLength(1);
  });

  it('shows the list to the sender and to the front door, and to no other agency', async () => {
    const reference = await aReference();
    await send(service.url, school, reference, aPdf());
    await send(service.url, screener, reference, aDocx());

    for (const token of [school, screener, manager]) {
      const { body, status } = await list(service.url, token, reference);
      expect(status).toBe(200);
      expect(body.attachments.map(({ name, state }) => [name, state])).toEqual([
        ['chronology.pdf', 'quarantined'],
        ['report.docx', 'quarantined'],
      ]);
    }
    expect((await list(service.url, police, reference)).status).toBe(404);
    const cases = await call<WorklistResponse>(service.url, `/api/v1/cases?reference=${reference}`, {
      token: screener,
    });
    const address = `/api/v1/cases/${cases.body.cases[0]?.id ?? ''}`;
    const inCase = await call<CaseDetailResponse>(service.url, address, { token: screener });
    expect(inCase.body.attachments.map(({ name }) => name)).toEqual(['chronology.pdf', 'report.docx']);
  });

  it('says the same of another agency’s referral as of none', async () => {
    const answers = [
      await send(service.url, police, await aReference(), aPdf()),
      await send(service.url, police, 'FD-2222-2222', aPdf()),
      await send(service.url, police, await aReference(), { ...aPdf(), name: 'a.exe' }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      Array(3).fill([404, 'not_found', 'There is no referral with this reference for you.']),
    );
  });

  it('gives nobody what has not been scanned', async () => {
    const { body } = await send(service.url, school, await aReference(), aPdf());
    const read = await call(service.url, `/api/v1/attachments/${body.id}`, { token: screener });

    expect({ status: read.status, code: read.body.code }).toEqual({ status: 409, code: 'not_scanned_yet' });
    expect(read.text).not.toContain('PDF-1');
  });

  it('hides everything of a restricted record from whom it is not open to', async () => {
    const reference = await aReference();
    const { body } = await send(service.url, school, reference, aPdf());
    const ofReferral = '(SELECT id FROM referral WHERE reference = $1)';
    await service.database.query(
      'admin',
      `UPDATE case_record SET restricted = true WHERE referral_id = ${ofReferral}`,
      [reference],
    );
    const answers = [
      await list(service.url, screener, reference),
      await send(service.url, screener, reference, aPng()),
      await call(service.url, `/api/v1/attachments/${body.id}`, { token: screener }),
    ];
    const raw = `SELECT 1 FROM attachment WHERE id = '${body.id}' UNION ALL
      SELECT 1 FROM attachment_content WHERE attachment_id = '${body.id}'`;

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await service.database.query('api', raw)).toEqual([]);
    expect((await list(service.url, school, reference)).body.attachments).toHaveLength(1);
  });

  it('holds at most twenty files a referral', async () => {
    const reference = await aReference();
    const sent = await Promise.all(
      Array.from({ length: 22 }, (_, at) => send(service.url, school, reference, aText(`Note ${String(at)}`))),
    );

    expect(sent.filter(({ status }) => status === 201)).toHaveLength(20);
    const [over] = sent.filter(({ status }) => status !== 201);
    expect(over).toMatchObject({ status: 409, body: { code: 'too_many_attachments' } });
    expect((await list(service.url, school, reference)).body.attachments).toHaveLength(20);
  });

  it('takes ten megabytes and not a byte more', async () => {
    const reference = await aReference();
    const large = (bytes: number) => ({
      ...aPdf(),
      bytes: Buffer.concat([aPdf().bytes, randomBytes(bytes - aPdf().bytes.length)]),
    });
    const most = 10 * 1024 * 1024;

    expect((await send(service.url, school, reference, large(most))).status).toBe(201);
    const over = await send(service.url, school, reference, large(most + 1));
    expect({ status: over.status, code: over.body.code }).toEqual({ status: 413, code: 'body_too_large' });
  }, 30_000);

  it.each([
    ['no file', null, {}, 400, 'malformed_upload'],
    [
      'too many fields',
      null,
      Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`f${String(at)}`, 'x'])),
      400,
      'malformed_upload',
    ],
    ['a kind that is not taken', { ...aPdf(), name: 'a.exe' }, {}, 422, 'attachment_refused'],
    ['a name that turns round', { ...aPdf(), name: 'fdp.\u202Etxe.pdf' }, {}, 422, 'attachment_refused'],
  ])('refuses a form with %s', async (_what, file, fields, status, code) => {
    const answer = await send(service.url, school, await aReference(), file, fields);

    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('refuses what is no form, a broken one and one of two files', async () => {
    const address = `${service.url}/api/v1/referrals/${await aReference()}/attachments`;
    const authorization = `Bearer ${school}`;
    const two = new FormData();
    for (const name of ['a.txt', 'b.txt']) two.append('file', new Blob([name], { type: 'text/plain' }), name);
    const sent: [RequestInit, number][] = [
      [{ headers: { authorization, 'content-type': 'application/json' }, body: '{}' }, 415],
      [{ headers: { authorization, 'content-type': 'multipart/form-data' }, body: 'x' }, 400],
      [{ headers: { authorization, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nbroken' }, 400],
      [{ headers: { authorization, 'content-type': 'text/plain' }, body: 'x' }, 415],
    ];
    for (const [init, status] of sent) {
      const answer = await fetch(address, { method: 'POST', ...init });
      expect({ init, status: answer.status }).toEqual({ init, status });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    const both = await fetch(address, { method: 'POST', headers: { authorization }, body: two });
    expect(both.status).toBe(400);
    expect(await service.database.query('admin', 'SELECT 1 FROM attachment WHERE size_bytes = 5')).toEqual([]);
  });

  describe('in the database', () => {
    const refused = async (role: 'api' | 'engine' | 'owner', text: string): Promise<string> =>
      service.database.query(role, text).then(
        () => 'done',
        (error: unknown) => String((error as { code?: unknown }).code),
      );

    it('lets the API neither clear nor change a file, and the engine nothing but settle it', async () => {
      await send(service.url, school, await aReference(), aText('For the database.'));

      expect(await refused('api', `UPDATE attachment SET state = 'clean'`)).toBe('42501');
      expect(await refused('api', `INSERT INTO attachment (state) VALUES ('clean')`)).toBe('42501');
      expect(await refused('api', 'UPDATE attachment_content SET content = content')).toBe('42501');
      expect(await refused('api', 'DELETE FROM attachment')).toBe('42501');
      expect(await refused('engine', 'INSERT INTO attachment DEFAULT VALUES')).toBe('42501');
      expect(await refused('engine', `UPDATE attachment SET media_type = 'x'`)).toBe('42501');
      expect(await refused('engine', 'UPDATE attachment_content SET content = content')).toBe('42501');
      expect(await refused('engine', 'DELETE FROM attachment_content')).toBe('42501');
      expect(await refused('engine', `UPDATE attachment SET state = 'clean', scanned_at = now()`)).toBe('23514');
    });

    it('keeps a verdict, whoever would change it', async () => {
      const { body } = await send(service.url, school, await aReference(), aText('For the verdict.'));
      const settle = (state: string): string =>
        `UPDATE attachment SET state = '${state}', scanned_at = now(), scanner = 'test' WHERE id = '${body.id}'`;

      expect(await refused('engine', settle('infected'))).toBe('done');
      expect(await refused('engine', settle('clean'))).toBe('42501');
      expect(await refused('owner', settle('clean'))).toBe('42501');
    });
  });
});
