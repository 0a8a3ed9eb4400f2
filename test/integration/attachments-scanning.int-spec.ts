import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Receipt, ScanAttachments } from '#intake';
import type { AttachmentResponse } from '../../apps/api/attachments/attachment.response.ts';
import { list, send } from '../support/attachment-desk.ts';
import { aDocx, aPdf, aText, type TestFile } from '../support/attachment-files.ts';
import { type ClamdServer, EICAR, startClamd } from '../support/clamd-server.ts';
import { type Answer, call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const DUE = 'UPDATE attachment SET scan_after = now()';

describe('what waits for the scanner', () => {
  let service: TestService;
  let clamd: ClamdServer;
  let scan: ScanAttachments;
  let school: string;
  let screener: string;

  beforeAll(async () => {
    clamd = await startClamd();
    service = await startTestService({ CLAMD_ADDRESS: clamd.address, SWEEP_INTERVAL_MS: '100000' });
    const worker = await service.startWorker();
    scan = worker.get(ScanAttachments);
    school = await service.agencyToken('larkbridge-primary');
    screener = await service.staffToken('screener');
  }, 60_000);

  beforeEach(() => {
    clamd.mood = 'scans';
  });

  afterEach(async () => {
    await service.database.query('admin', 'DELETE FROM attachment_content');
    await service.database.query('admin', 'DELETE FROM attachment');
  });

  afterAll(async () => {
    await service.close();
    await clamd.close();
  });

  async function sent(file: TestFile): Promise<AttachmentResponse & { reference: string }> {
    const receipt = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    const { reference } = receipt.body;
    return { ...(await send(service.url, school, reference, file)).body, reference };
  }

  function read(id: string, token = screener): Promise<Response> {
    return fetch(`${service.url}/api/v1/attachments/${id}`, { headers: { authorization: `Bearer ${token}` } });
  }

  async function stateOf(id: string): Promise<{ state: string; attempts: number }> {
    const rows = await service.database.query<{ state: string; attempts: number }>(
      'admin',
      'SELECT state, scan_attempts AS attempts FROM attachment WHERE id = $1',
      [id],
    );
    return rows[0] ?? { state: 'none', attempts: 0 };
  }

  const settled = (id: string): Promise<{ state: string }> =>
    eventually(
      () => stateOf(id),
      ({ state }) => state !== 'quarantined',
    );

  it('is given out whole once it is clean: to save, not to show, and to those who may read the case', async () => {
    const file = { ...aDocx(), name: 'Bericht (Ä) \u2019s.docx' };
    const { id, reference } = await sent(file);
    expect(await settled(id)).toMatchObject({ state: 'clean' });
    const answer = await read(id);

    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Bericht______s.docx"; filename*=UTF-8''Bericht%20%28%C3%84%29%20%E2%80%99s.docx`,
    );
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await read(id, school)).status).toBe(403);
    const [row] = (await list(service.url, school, reference)).body.attachments;
    expect(row?.state).toBe('clean');
    expect(row?.scannedAt).not.toBeNull();
  });

  it('leaves a trail: received, scanned by which scanner, read by whom', async () => {
    const { id } = await sent(aPdf());
    await settled(id);
    await read(id);
    const trail = await service.database.query<{ action: string; kind: string; details: { scanner?: string } }>(
      'admin',
      `SELECT action, actor_kind AS kind, details FROM audit_event WHERE details->>'attachmentId' = $1 ORDER BY sequence`,
      [id],
    );

    expect(trail.map(({ action, kind }) => [action, kind])).toEqual([
      ['attachment.received', 'partner_system'],
      ['attachment.scanned', 'service'],
      ['attachment.read', 'person'],
    ]);
    expect(trail[1]?.details).toMatchObject({ state: 'clean', scanner: expect.stringMatching(/^ClamAV 1/) });
  });

  it('is never given out when it is infected, however often anybody asks', async () => {
    const { id } = await sent(aText(EICAR));
    expect(await settled(id)).toMatchObject({ state: 'infected' });
    await service.database.query('admin', DUE).catch(() => undefined);
    await scan.execute();

    for (let times = 0; times < 3; times += 1) {
      const answer = await read(id);
      const text = await answer.text();
      expect({ status: answer.status, holds: text.includes('EICAR') }).toEqual({ status: 410, holds: false });
      expect(JSON.parse(text)).toMatchObject({ code: 'attachment_infected' });
    }
    expect(await stateOf(id)).toMatchObject({ state: 'infected' });
  });

  it.each(['dies', 'errs', 'babbles', 'cuts_short'] as const)(
    'stays in quarantine while the scanner %s, and is scanned when it has recovered',
    async (mood) => {
      clamd.mood = mood;
      const { id } = await sent(aText(`${EICAR} ${mood}`));
      const after = await eventually(
        () => stateOf(id),
        ({ attempts }) => attempts > 0,
      );
      expect(after.state).toBe('quarantined');
      expect((await read(id)).status).toBe(409);

      clamd.mood = 'scans';
      await service.database.query('admin', DUE);
      await scan.execute();
      expect(await settled(id)).toMatchObject({ state: 'infected' });
    },
  );

  it('waits longer each time, and never for ever', async () => {
    const { id } = await sent(aPdf('Back-off'));
    await settled(id);
    clamd.mood = 'dies';
    const other = await sent(aPdf('Back-off, again'));
    await eventually(
      () => stateOf(other.id),
      ({ attempts }) => attempts > 0,
    );
    await service.database.query(
      'admin',
      'UPDATE attachment SET scan_attempts = 200, scan_after = now() WHERE id = $1',
      [other.id],
    );
    await scan.execute();
    const [row] = await service.database.query<{ seconds: number }>(
      'admin',
      'SELECT extract(epoch FROM scan_after - now())::float AS seconds FROM attachment WHERE id = $1',
      [other.id],
    );

    expect(row?.seconds).toBeGreaterThan(600);
    expect(row?.seconds).toBeLessThanOrEqual(900);
  });

  it('holds nothing else up while the scanner hangs, and a stop does not wait for it', async () => {
    clamd.mood = 'hangs';
    const worker = await service.startWorker();
    const { id } = await sent(aPdf('Hangs'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await service.database.query('admin', DUE);
    const startedAt = performance.now();
    await worker.get(ScanAttachments).begin();
    await worker.get(ScanAttachments).begin();
    await worker.close();

    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect((await stateOf(id)).state).toBe('quarantined');
    expect((await read(id)).status).toBe(409);
    clamd.hangUp();
  }, 30_000);

  it('is unreadable, and not clean, when its bytes were changed in the database', async () => {
    clamd.mood = 'dies';
    const { id } = await sent(aPdf('Tampered'));
    await eventually(
      () => stateOf(id),
      ({ attempts }) => attempts > 0,
    );
    clamd.mood = 'scans';
    await service.database.query(
      'admin',
      'UPDATE attachment_content SET content = set_byte(content, 40, (get_byte(content, 40) + 1) % 256) WHERE attachment_id = $1',
      [id],
    );
    const before = clamd.scanned;
    await service.database.query('admin', DUE);
    await scan.execute();

    expect(await stateOf(id)).toMatchObject({ state: 'unreadable' });
    expect(clamd.scanned).toBe(before);
    const answer: Answer<unknown> = await call(service.url, `/api/v1/attachments/${id}`, { token: screener });
    expect(answer).toMatchObject({ status: 410, body: { code: 'attachment_unreadable' } });
  });

  it('is scanned once, however many workers look', async () => {
    const before = clamd.scanned;
    const files = await Promise.all([1, 2, 3, 4].map((at) => sent(aPdf(`Many ${String(at)}`))));
    await Promise.all([1, 2, 3].map(() => scan.execute()));
    for (const { id } of files) await settled(id);

    expect(clamd.scanned - before).toBe(4);
  });
});

describe('a scanner', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'clamd-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('may listen at a socket of the machine', async () => {
    const clamd = await startClamd(path.join(folder, 'clamd.ctl'));
    const service = await startTestService({ CLAMD_ADDRESS: clamd.address });
    const worker = await service.startWorker();
    const school = await service.agencyToken('larkbridge-primary');
    const receipt = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    await send(service.url, school, receipt.body.reference, aPdf());
    const found = await eventually(
      () => list(service.url, school, receipt.body.reference),
      ({ body }) => body.attachments[0]?.state === 'clean',
    );

    expect(found.body.attachments).toHaveLength(1);
    expect(worker).toBeDefined();
    await service.close();
    await clamd.close();
  }, 60_000);

  it('that nobody has set leaves everything in quarantine', async () => {
    const service = await startTestService();
    const worker = await service.startWorker();
    const school = await service.agencyToken('larkbridge-primary');
    const receipt = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    await send(service.url, school, receipt.body.reference, aPdf());
    await worker.get(ScanAttachments).execute();
    const { body } = await list(service.url, school, receipt.body.reference);

    expect(body.attachments.map(({ state }) => state)).toEqual(['quarantined']);
    await service.close();
  }, 60_000);
});
