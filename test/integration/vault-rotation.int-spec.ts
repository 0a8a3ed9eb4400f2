import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Receipt } from '#intake';
import { connectOnce, loadEnvironment } from '#platform';
import { CountKeys, type KeyUse, RewrapKeys } from '#vault';
import { createApi } from '../../apps/api/create-api.ts';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import type { CaseDetailResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { idleWorker } from '../support/engine-work.ts';
import { type Answer, call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { testKey } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const STORED = 120;

function ring(current: string, ...ids: readonly string[]): { FIELD_KEYS: string } {
  const keys = Object.fromEntries(ids.map((id) => [id, testKey(id)]));
  return { FIELD_KEYS: JSON.stringify({ current, keys, blindIndex: testKey('blind index') }) };
}

describe('a key of the ring', () => {
  let service: TestService;
  let agency: string;
  let staff: string;
  const apis: NestFastifyApplication[] = [];

  beforeAll(async () => {
    service = await startTestService(ring('k1', 'k1'));
    agency = await service.agencyToken('larkbridge-primary');
    staff = await service.staffToken('social-worker');
    for (let sent = 0; sent < STORED; sent += 1) await submit(service.url);
  }, 60_000);

  afterAll(async () => {
    await Promise.all(apis.map((api) => api.close()));
    await service.close();
  });

  const submit = (url: string): Promise<Answer<Receipt>> =>
    call<Receipt>(url, '/api/v1/referrals', { token: agency, body: aReferral() });
  const read = (url: string, id: string) => call<CaseDetailResponse>(url, `/api/v1/cases/${id}`, { token: staff });

  /** The same service with another ring, as after a rolling restart. */
  async function restarted(keys: { FIELD_KEYS: string }): Promise<string> {
    const api = await createApi(loadEnvironment({ ...asSettings(service.environment), ...keys }));
    apis.push(api);
    await api.listen(0, '127.0.0.1');
    return api.getUrl();
  }

  async function counts(): Promise<Record<string, number>> {
    const text = 'SELECT key_id AS id, count(*)::int AS n FROM record_key GROUP BY key_id';
    const rows = await service.database.query<{ id: string; n: number }>('admin', text);
    return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
  }

  /** What `keys status` tells, as the API's role. */
  async function keyUses(): Promise<KeyUse[]> {
    const database = await connectOnce(service.environment, service.database.apiUrl);
    try {
      return await new CountKeys(database).execute([DEMO_AUTHORITY, 'shropshire']);
    } finally {
      await database.onApplicationShutdown();
    }
  }

  async function caseIds(): Promise<string[]> {
    const rows = await service.database.query<{ id: string }>('admin', 'SELECT id FROM case_record ORDER BY id');
    return rows.map((row) => row.id);
  }

  it('that is missing leaves its records unread and says so, and harms no other', async () => {
    const without = await restarted(ring('k2', 'k2'));
    const [id = ''] = await caseIds();

    expect(await counts()).toEqual({ k1: STORED });
    const answer = await read(without, id);
    expect(answer.body).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.text).not.toContain('k1');
    const receipt = await submit(without);
    expect(receipt.status).toBe(201);
    const own = await call<WorklistResponse>(without, `/api/v1/cases?reference=${receipt.body.reference}`, {
      token: staff,
    });
    expect(own.body.cases).toMatchObject([{ child: { name: 'Robin Example' } }]);
  });

  it('is replaced while referrals come in and cases are read, and may be thrown away afterwards', async () => {
    const both = await restarted(ring('k2', 'k1', 'k2'));
    const worker = await idleWorker({ ...service, environment: withRing(service, ring('k2', 'k1', 'k2')) });
    const rewrap = worker.get(RewrapKeys);
    const ids = await caseIds();
    let isDone = false;
    const answers: number[] = [];
    const reading = async (offset: number): Promise<void> => {
      for (let at = offset; !isDone; at += 7) answers.push((await read(both, ids[at % ids.length] ?? '')).status);
    };
    // Processes with the old current key are still about in a rolling restart.
    const sending = async (url: string): Promise<void> => {
      while (!isDone) answers.push((await submit(url)).status);
    };
    const load = [reading(0), reading(3), sending(both), sending(service.url)];

    const rounds = await Promise.all([1, 2].map(() => rewrap.execute([DEMO_AUTHORITY])));
    expect(rounds).toHaveLength(2);
    await eventually(
      () => Promise.resolve(answers.length),
      (count) => count > 60,
    );
    isDone = true;
    await Promise.all(load);
    await rewrap.execute([DEMO_AUTHORITY]);
    await worker.close();

    expect([...new Set(answers)].sort()).toEqual([200, 201]);
    expect(Object.keys(await counts())).toEqual(['k2']);
    expect(await keyUses()).toMatchObject([{ authorityId: DEMO_AUTHORITY, keyId: 'k2', secrets: 0 }]);
    const after = await restarted(ring('k2', 'k2'));
    const all = await caseIds();
    expect(all.length).toBeGreaterThan(STORED);
    for (const id of all) expect((await read(after, id)).status).toBe(200);
  }, 60_000);

  it('that nobody can use keeps the service from starting, without being shown', async () => {
    const key = testKey('k1');
    const faulty = [
      ring('k3', 'k1'),
      { FIELD_KEYS: `{"current":"k1","keys":{"k1":"${key.slice(4)}"},"blindIndex":"${key}"}` },
      { FIELD_KEYS: '' },
    ];
    for (const keys of faulty) {
      const start = createApi(loadEnvironment({ ...asSettings(service.environment), ...keys }));

      await expect(start).rejects.toThrow(/FIELD_KEYS/);
      await expect(start).rejects.not.toThrow(key.slice(4));
    }
  });
});

function asSettings(environment: TestService['environment']): Record<string, string> {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function withRing(service: TestService, keys: { FIELD_KEYS: string }): TestService['environment'] {
  return loadEnvironment({ ...asSettings(service.environment), ...keys });
}
