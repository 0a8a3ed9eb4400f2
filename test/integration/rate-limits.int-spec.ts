import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadEnvironment } from '#platform';
import { createApi } from '../../apps/api/create-api.ts';
import { type Answer, call, type Call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const REFERRALS = '/api/v1/referrals';

describe('limits at the door', () => {
  let service: TestService;
  const others: NestFastifyApplication[] = [];
  let school: string;
  let police: string;

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken('larkbridge-primary');
    police = await service.agencyToken('larkshire-police');
  }, 60_000);

  afterEach(async () => {
    await Promise.all(others.splice(0).map((api) => api.close()));
    await service.database.query('admin', 'DELETE FROM rate_limit');
  }, 30_000);

  afterAll(async () => {
    await service.close();
  });

  /** An API process of its own on the same database, with limits that can be met. */
  async function anotherApi(settings: Record<string, string>): Promise<string> {
    const given: Record<string, string> = {};
    for (const [name, value] of Object.entries(service.environment) as [string, string | number | undefined][]) {
      if (value !== undefined) given[name] = String(value);
    }
    const api = await createApi(loadEnvironment({ ...given, ...settings }));
    others.push(api);
    await api.listen(0, '127.0.0.1');
    return api.getUrl();
  }

  function times<T>(count: number, ask: () => Promise<T>): Promise<T[]> {
    return Promise.all(Array.from({ length: count }, ask));
  }

  function submit(url: string, token: string, options: Call = {}): Promise<Answer<{ code?: string }>> {
    return call(url, REFERRALS, { token, body: aReferral(), ...options });
  }

  const statuses = (answers: readonly { readonly status: number }[]): number[] => answers.map(({ status }) => status);
  const countOf = (answers: readonly { readonly status: number }[], status: number): number =>
    answers.filter((answer) => answer.status === status).length;

  it('lets a flooding agency run into its own limit, and nobody else’s requests', async () => {
    const url = await anotherApi({ RATE_SUBMISSIONS: '10', RATE_SUBMISSIONS_BURST: '5' });
    const [flood, calm] = await Promise.all([
      times(40, () => submit(url, school)),
      times(8, () => submit(url, police)),
    ]);

    expect(statuses(calm)).toEqual(Array(8).fill(201));
    expect({ taken: countOf(flood, 201), refused: countOf(flood, 429) }).toEqual({ taken: 15, refused: 25 });
    const refused = flood.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('ratelimit')).toContain('"submissions";r=0;t=');
    expect(refused?.headers.get('ratelimit-policy')).toContain('"submissions";q=10;w=60');
  }, 30_000);

  it('takes every referral once it is sent again after the wait it named', async () => {
    const url = await anotherApi({ RATE_SUBMISSIONS: '2', RATE_SUBMISSIONS_BURST: '0', RATE_WINDOW_SECONDS: '1' });
    const key = (at: number) => ({ headers: { 'idempotency-key': `again-${String(at)}` } });
    const receipts = await Promise.all(
      [1, 2, 3, 4, 5].map(async (at) => {
        for (let tries = 0; tries < 30; tries += 1) {
          const answer = await submit(url, school, key(at));
          if (answer.status !== 429) return answer;
          const wait = Number(answer.headers.get('retry-after')) * 1_000;
          await new Promise((resolve) => setTimeout(resolve, wait));
        }
        throw new Error('Never taken.');
      }),
    );

    expect(statuses(receipts)).toEqual([201, 201, 201, 201, 201]);
  }, 30_000);

  it('counts one person’s requests in two processes together', async () => {
    const limits = { RATE_PER_PERSON: '10' };
    const urls = [await anotherApi(limits), await anotherApi(limits)];
    const answers = await Promise.all(
      [...urls, ...urls].map((url) => times(5, () => call(url, REFERRALS, { token: school }))),
    );
    const colleague = await call(urls[0] ?? '', REFERRALS, { token: police });

    const served = countOf(answers.flat(), 200);
    expect({ served, refused: countOf(answers.flat(), 429) }).toEqual({ served: 10, refused: 10 });
    expect(colleague.status).toBe(200);
  }, 30_000);

  it('counts large limits without a statement each, and exactly', async () => {
    const url = await anotherApi({ RATE_PER_PERSON: '120' });
    const answers = await times(130, () => call(url, REFERRALS, { token: school }));

    expect({ served: countOf(answers, 200), refused: countOf(answers, 429) }).toEqual({ served: 120, refused: 10 });
  }, 30_000);

  it('counts an address, signed in or not, but never the health of the service', async () => {
    const url = await anotherApi({ RATE_PER_ADDRESS: '5' });
    const answers = await times(8, () => call(url, '/api/v1/nothing'));
    const signedIn = await call(url, REFERRALS, { token: school });
    const health = await times(10, () => call(url, '/health/live'));

    expect({ answered: countOf(answers, 404), refused: countOf(answers, 429) }).toEqual({ answered: 5, refused: 3 });
    expect(signedIn.status).toBe(429);
    expect(statuses(health)).toEqual(Array(10).fill(200));
  }, 30_000);

  it('believes no address but the connection’s, unless a proxy is trusted', async () => {
    const forwarded = (at: number) => ({ headers: { 'x-forwarded-for': `203.0.113.${String(at)}` } });
    const url = await anotherApi({ RATE_PER_ADDRESS: '5' });
    let sender = 0;
    const spoofed = await times(8, () => call(url, '/api/v1/nothing', forwarded((sender += 1))));
    expect({ answered: countOf(spoofed, 404), refused: countOf(spoofed, 429) }).toEqual({ answered: 5, refused: 3 });

    const behind = await anotherApi({ RATE_PER_ADDRESS: '5', TRUSTED_PROXIES: '127.0.0.0/8' });
    const different = await times(8, () => call(behind, '/api/v1/nothing', forwarded((sender += 1))));
    expect(statuses(different)).toEqual(Array(8).fill(404));
    const chain = await times(8, () =>
      call(behind, '/api/v1/nothing', {
        headers: { 'x-forwarded-for': `198.51.100.${String((sender += 1))}, 203.0.113.99` },
      }),
    );
    expect({ answered: countOf(chain, 404), refused: countOf(chain, 429) }).toEqual({ answered: 5, refused: 3 });
  }, 30_000);

  it('turns failed sign-ins away, and lets colleagues behind the same address in', async () => {
    const url = await anotherApi({ RATE_FAILED_SIGN_INS: '3' });
    const failed = await times(6, () => call(url, REFERRALS, { token: 'not-a-token' }));
    const colleague = await call(url, REFERRALS, { token: school });

    expect({ refused: countOf(failed, 401), stopped: countOf(failed, 429) }).toEqual({ refused: 3, stopped: 3 });
    expect(failed.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(colleague.status).toBe(200);
  }, 30_000);

  it('keeps no address and no id', async () => {
    const url = await anotherApi({ RATE_PER_PERSON: '50', RATE_PER_ADDRESS: '50' });
    await call(url, REFERRALS, { token: school });
    const rows = await service.database.query<{ key: string }>('admin', 'SELECT key FROM rate_limit');

    expect(rows.length).toBeGreaterThan(1);
    for (const { key } of rows) expect(key).toMatch(/^(address|person):[0-9a-f]{64}$/);
  }, 30_000);

  it('costs the database nothing for a sender who is over the limit', async () => {
    const url = await anotherApi({ RATE_PER_PERSON: '3' });
    const points = async (): Promise<number> => {
      const [row] = await service.database.query<{ points: number }>(
        'admin',
        `SELECT points FROM rate_limit WHERE key LIKE 'person:%'`,
      );
      return row?.points ?? 0;
    };
    for (let at = 0; at < 4; at += 1) await call(url, REFERRALS, { token: school });
    const before = await points();
    const flood = await times(50, () => call(url, REFERRALS, { token: school }));

    expect(countOf(flood, 429)).toBe(50);
    expect({ before, after: await points() }).toEqual({ before: 4, after: 4 });
  }, 30_000);

  it('serves on when the table is away, counting by itself', async () => {
    const url = await anotherApi({ RATE_PER_PERSON: '10', RATE_SUBMISSIONS: '100' });
    await service.database.query('admin', 'ALTER TABLE rate_limit RENAME TO rate_limit_gone');
    try {
      const answers = await times(15, () => submit(url, school));
      expect({ taken: countOf(answers, 201), refused: countOf(answers, 429) }).toEqual({ taken: 10, refused: 5 });
    } finally {
      await service.database.query('admin', 'ALTER TABLE rate_limit_gone RENAME TO rate_limit');
    }
    expect((await submit(url, police)).status).toBe(201);
  }, 30_000);

  it('serves on when the table hangs', async () => {
    const url = await anotherApi({ RATE_PER_PERSON: '100' });
    const held = service.database.query('admin', `BEGIN; LOCK TABLE rate_limit; SELECT pg_sleep(3); COMMIT`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answers = await times(4, () => submit(url, school));
    await held;

    expect(statuses(answers)).toEqual([201, 201, 201, 201]);
  }, 30_000);
});
