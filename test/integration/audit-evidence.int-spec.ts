import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditEntry, AuditTrail } from '#audit';
import { engineActor } from '#domain';
import { Database } from '#platform';
import { verifyPack } from '../../verifier/verify-evidence.mjs';
import type {
  ConsistencyResponse,
  InclusionResponse,
  KeysResponse,
  TreeHeadResponse,
} from '../../apps/api/audit/audit-log.response.ts';
import type { AuditResponse } from '../../apps/api/cases/case.response.ts';
import { isConsistent, rootOfInclusion } from '../../libs/audit/log/verify-proofs.ts';
import { type Desk, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { AUTHORITY } from '../support/audit-rig.ts';
import { type Answer, call, eventually } from '../support/http.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const run = promisify(execFile);
const hashOf = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('evidence over HTTP', () => {
  let service: TestService;
  let worker: Desk;
  let manager: string;
  let caseId: string;
  let keys: KeysResponse;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    const agency = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    manager = await service.staffToken('manager');
    caseId = await proposedCase(worker, agency, aReferral());
    await worker.claim(caseId);
    await worker.move(caseId, 'gather_information', 'The health visitor, Ms Grey, rang back.');
    await worker.confirm(caseId);
    const other = await proposedCase(worker, agency, aRedReferral());
    await worker.differ(other, 'early_help', 'green');
    await (await staffDesk(service, 'manager')).signOff(other, 'returned', 'Look again.');
    await sealedAll();
    keys = await read<KeysResponse>('/api/v1/audit/keys');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function read<Body>(address: string): Promise<Body> {
    const answer = await call<Body>(service.url, address, { token: manager });
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.body;
  }

  function pack(address: string, token = manager): Promise<Answer<unknown>> {
    return call<unknown>(service.url, address, { token });
  }

  async function sealedAll(): Promise<TreeHeadResponse> {
    return eventually(
      async () => {
        const answer = await call<TreeHeadResponse>(service.url, '/api/v1/audit/tree-head', { token: manager });
        return answer.status === 200 ? answer.body : null;
      },
      (body) => body?.waiting.events === 0,
    ) as Promise<TreeHeadResponse>;
  }

  it('proves to a client that each event of a case is in the log', async () => {
    const { head } = await sealedAll();
    const { events } = await read<AuditResponse>(`/api/v1/cases/${caseId}/audit`);
    let proven = 0;
    for (const { id } of events) {
      const address = `/api/v1/audit/events/${id}/inclusion?treeSize=${head.size}`;
      const { position, treeSize, leaf, proof } = await read<InclusionResponse>(address);
      const root = rootOfInclusion({ position, size: treeSize, leaf: hashOf(leaf), proof: proof.map(hashOf) });
      expect(root?.toString('base64url')).toBe(head.root);
      proven += 1;
    }
    expect(proven).toBeGreaterThan(5);
  });

  it('proves that the log only grows', async () => {
    const before = (await sealedAll()).head;
    await worker.read(caseId);
    const { head: after } = await eventually(sealedAll, ({ head }) => head.size > before.size);
    const { proof } = await read<ConsistencyResponse>(`/api/v1/audit/consistency?from=${before.size}&to=${after.size}`);

    const roots = { olderRoot: hashOf(before.root), root: hashOf(after.root) };
    const claim = { older: before.size, size: after.size, ...roots, proof: proof.map(hashOf) };
    expect(isConsistent(claim)).toBe(true);
    expect(isConsistent({ ...claim, olderRoot: hashOf(after.root) })).toBe(false);
  });

  it('refuses sizes that the log never had, and events that it does not hold', async () => {
    const { head } = await sealedAll();
    for (const [address, status] of [
      [`/api/v1/audit/consistency?from=1&to=${head.size + 1_000}`, 422],
      ['/api/v1/audit/consistency?from=5&to=3', 422],
      ['/api/v1/audit/consistency', 422],
      [`/api/v1/audit/events/${randomUUID()}/inclusion`, 404],
      ['/api/v1/audit/events/nothing/inclusion', 404],
      ['/api/v1/audit/evidence?month=2026-13', 422],
      ['/api/v1/audit/evidence?month=1999-01', 404],
    ] as const) {
      const answer = await call(service.url, address, { token: manager });
      expect({ address, status: answer.status }).toEqual({ address, status });
    }
  });

  it('gives out a case, a month and everything as packs that verify, and notes that it did', async () => {
    const month = new Date().toISOString().slice(0, 7);
    await sealedAll();
    for (const [address, kind] of [
      [`/api/v1/cases/${caseId}/evidence`, 'case'],
      [`/api/v1/audit/evidence?month=${month}`, 'month'],
      ['/api/v1/audit/evidence', 'all'],
    ] as const) {
      const answer = await pack(address);
      expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
      expect(verifyPack(answer.text, keys)).toMatchObject({ fault: null, kind, counts: { erased: 0, withheld: 0 } });
    }
    const noted = await service.database.query(
      'admin',
      `SELECT details ->> 'kind' AS kind, case_id = $1 AS "isCase" FROM audit_event WHERE action = 'evidence.exported'
       ORDER BY sequence`,
      [caseId],
    );
    expect(noted).toEqual([
      { kind: 'case', isCase: true },
      { kind: 'month', isCase: null },
      { kind: 'all', isCase: null },
    ]);
  });

  it('shows in a case’s pack who did what and why', async () => {
    const { text } = await pack(`/api/v1/cases/${caseId}/evidence`);

    expect(text).toContain('The health visitor, Ms Grey, rang back.');
    expect(text).toContain('referral.received');
    expect(text).toContain('decision.signed');
  });

  it('keeps what names somebody out of the log itself, and the reason sealed in its row', async () => {
    const rows = await service.database.query<{ reason: string; details: object }>(
      'admin',
      `SELECT reason, details FROM audit_event WHERE reason IS NOT NULL AND case_id IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ reason }) => /health visitor|Look again/.test(reason))).toEqual([]);
    const { text } = await pack(`/api/v1/cases/${caseId}/evidence`);
    for (const line of text.trim().split('\n').slice(1, -1)) {
      const entry = line.slice(line.indexOf('"entry":'));
      expect(entry).not.toMatch(/health visitor|social-worker"|Grey/);
    }
  });

  it('withholds reasons about a restricted case from whom it is closed to, and the pack still verifies', async () => {
    await service.database.query('admin', 'UPDATE case_record SET restricted = true WHERE id = $1', [caseId]);
    await sealedAll();
    const { text } = await pack('/api/v1/audit/evidence');
    const closed = await pack(`/api/v1/cases/${caseId}/evidence`);
    await service.database.query('admin', 'UPDATE case_record SET restricted = false WHERE id = $1', [caseId]);

    expect(text).not.toContain('Ms Grey');
    const found = verifyPack(text, keys);
    expect(found.fault).toBeNull();
    expect(found.counts?.withheld).toBeGreaterThan(0);
    expect(closed.status).toBe(404);
  });

  it('is refused to those who may not take evidence out', async () => {
    for (const address of [`/api/v1/cases/${caseId}/evidence`, '/api/v1/audit/evidence', '/api/v1/audit/tree-head']) {
      expect((await pack(address, worker.token)).status).toBe(403);
    }
    expect((await pack('/api/v1/audit/evidence', await service.staffToken('auditor'))).status).toBe(200);
  });

  it('shows that a pack continues an earlier head', async () => {
    const { head: earlier } = await sealedAll();
    await worker.read(caseId);
    await sealedAll();
    const { text } = await pack(`/api/v1/audit/evidence?since=${earlier.size}`);
    const without = await pack('/api/v1/audit/evidence');

    expect(verifyPack(text, keys, earlier).fault).toBeNull();
    expect(verifyPack(without.text, keys, earlier).fault).toMatch(/no consistency proof/);
    const other = { ...earlier, root: Buffer.alloc(32).toString('base64url') };
    expect(verifyPack(text, keys, other).fault).toMatch(/signature/);
  });

  it('accepts an erased reason where the log records the disposal of its record, and only there', async () => {
    const trail = service.api.get(AuditTrail, { strict: false });
    const database = service.api.get(Database, { strict: false });
    const actor = engineActor(AUTHORITY);
    const of = { referralId: randomUUID() as never, caseId: randomUUID() as never, actor };
    const write = (entry: Pick<AuditEntry, 'action'> & { reason?: string }): Promise<void> =>
      database.inTransaction({ authorityId: AUTHORITY }, (tx) =>
        trail.append(tx, [{ ...of, occurredAt: new Date(), ...entry }]),
      );
    await write({ action: 'case.opened' });
    await write({ action: 'case.moved', reason: 'To be forgotten.' });
    await service.database.query(
      'admin',
      `UPDATE audit_event SET reason = NULL, reason_salt = NULL WHERE case_id = $1 AND reason IS NOT NULL`,
      [of.caseId],
    );
    await sealedAll();
    const before = await pack('/api/v1/audit/evidence');
    await write({ action: 'case.disposed' });
    await sealedAll();
    const after = await pack('/api/v1/audit/evidence');

    expect(verifyPack(before.text, keys).fault).toMatch(/no disposal of its record/);
    expect(verifyPack(after.text, keys)).toMatchObject({ fault: null, counts: { erased: 1 } });
  });

  it('is sealed within a second or so of what happens', async () => {
    const took: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await worker.read(caseId);
      const done = performance.now();
      await sealedAll();
      took.push(performance.now() - done);
    }
    console.log(`sealed after ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    expect(Math.min(...took)).toBeLessThan(1_000);
  });

  it('gives the operator packs and a verdict on the command line', async () => {
    await sealedAll();
    const to = path.join(tmpdir(), `pack-${randomUUID()}`);
    const { apiUrl } = service.database;
    const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: apiUrl, ...TEST_KEYS };
    const cli = (...args: string[]) => run(process.execPath, ['dist/apps/cli/main.js', ...args], { env });
    await cli('export-evidence', '--all', '--authority', 'larkshire', '--to', to);
    const pack = await readFile(to, 'utf8');
    const verdict = await cli('verify-audit', '--authority', 'larkshire');

    expect(verifyPack(pack, keys)).toMatchObject({ fault: null, kind: 'all' });
    expect(verdict.stdout).toMatch(/^Sound: \d+ events in \d+ chains/);
    await service.database.query('admin', `UPDATE audit_event SET actor_name = 'X' WHERE action = 'case.moved'`);
    const found = cli('verify-audit', '--authority', 'larkshire');
    await expect(found).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/^NOT sound: Event /) });
    await service.database.query(
      'admin',
      `UPDATE audit_event e SET actor_name = o.actor_name FROM audit_event o WHERE e.actor_name = 'X'
         AND o.actor_id = e.actor_id AND o.actor_name <> 'X'`,
    );
  }, 30_000);

  it('verifies in a process of its own with nothing but the pack and the keys', async () => {
    await sealedAll();
    const [file, keyFile] = ['pack', 'keys'].map((name) => path.join(tmpdir(), `${name}-${randomUUID()}`)) as [
      string,
      string,
    ];
    const { text } = await pack('/api/v1/audit/evidence');
    await writeFile(file, text);
    await writeFile(keyFile, JSON.stringify(keys));
    const alone = path.join(tmpdir(), `verifier-${randomUUID()}.mjs`);
    await writeFile(alone, await readFile('verifier/verify-evidence.mjs'));

    const { stdout } = await run(process.execPath, [alone, file, '--keys', keyFile]);
    expect(stdout).toMatch(/^Sound\. all: \d+ entries/);
    await writeFile(file, text.replace('case.claimed', 'case.clamied'));
    const failed = run(process.execPath, [alone, file, '--keys', keyFile]);
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^NOT sound\. Line \d+: /) });
  });
});
