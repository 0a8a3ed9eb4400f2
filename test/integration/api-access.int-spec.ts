import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Action, ACTIONS, POLICY } from '#access-policy';
import type { Role } from '#domain';
import type { Receipt } from '#intake';
import type { WorklistResponse } from '../../apps/api/cases/case.response.ts';
import type { ReferralPageResponse } from '../../apps/api/referrals/referral.response.ts';
import { ROUTE_ACCESS } from '../../apps/api/route-access.ts';
import { PAGES } from '../../apps/web/page-access.ts';
import { DEMO_STAFF } from '../../apps/standalone/demo-staff.ts';
import { ACCESS_BODIES } from '../support/access-bodies.ts';
import { type Answer, call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const AGENCY = 'larkbridge-primary';
const WHO: readonly { id: string; roles: readonly Role[] }[] = [...DEMO_STAFF, { id: AGENCY, roles: ['referrer'] }];
const ROUTES = Object.entries(ROUTE_ACCESS).map(([route, access]) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path, access };
});
const GUARDED = ROUTES.filter(({ access }) => access !== 'public');
/** Routes whose records are not there, or whose bodies this test does not bother to write: past the guard is enough. */
const PAST_THE_GUARD =
  /rule-set|\/audit\/|\/evidence$|\/webhooks|\/attachments|\/explanation$|\/restriction|\/break-glass|\/alerts|\/prints$|\/disposals|\/legal-holds|\/subject-access$|\/messages|\/me\/noti|\/notify-callback$|\/chronology|\/enquir|\/challenges|\/family|\/sibling-considerations$|\/candidates$|\/verdicts|\/information/;

describe('who reaches what over HTTP', () => {
  let service: TestService;
  let school: string;
  let police: string;
  let receipt: Receipt;
  let caseId: string;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken(AGENCY);
    police = await service.agencyToken('larkshire-police');
    for (const { id } of DEMO_STAFF) tokens.set(id, await service.staffToken(id));
    tokens.set(AGENCY, school);
    receipt = (await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() })).body;
    const asked = `/api/v1/cases?reference=${receipt.reference}`;
    const list = await call<WorklistResponse>(service.url, asked, { token: tokenOf('manager') });
    caseId = list.body.cases[0]?.id ?? '';
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function tokenOf(id: string): string {
    return tokens.get(id) ?? '';
  }

  /** One id stands for all kinds of records: who may ask is settled before any is looked for. */
  function addressOf(path: string, id = caseId): string {
    return path
      .replace(':reference', receipt.reference)
      .replace(':authority', 'larkshire')
      .replace(/:(id|clock|event|job|activation|attachment|webhook|hold|disposal|enquiry|override|challenge)\b/g, id)
      .replace(':referral', id)
      .replace(':ruleId', 'ENG-B16');
  }

  /** A whole request to the route; changes ask for a version that the case never had. */
  function ask(method: string, path: string, token?: string, id = caseId): Promise<Answer<{ code?: string }>> {
    const address = addressOf(path, id);
    const body = ACCESS_BODIES[`${method} ${path}`];
    return call(service.url, address, {
      method,
      headers: { 'if-match': '"999"' },
      ...(token === undefined ? {} : { token }),
      ...(body === undefined ? {} : { body }),
    });
  }

  function isAllowed(roles: readonly Role[], action: Action): boolean {
    return POLICY.some((grant) => grant.action === action && roles.includes(grant.role));
  }

  function usualStatus(method: string, path: string): number {
    if (method !== 'GET' && path.includes(':id')) return 412;
    return method === 'POST' ? 201 : 200;
  }

  /** Whether this role reaches only records that it stands close to; nobody stands close to the one of this test. */
  function isClose(roles: readonly Role[], action: Action): boolean {
    const grants = POLICY.filter((grant) => grant.action === action && roles.includes(grant.role));
    return grants.every(({ relation }) => relation === 'own_team' || relation === 'allocated');
  }

  it.each(GUARDED)('$method $path is open to the roles that the policy names and to no other', async (route) => {
    const { method, path, access } = route;
    for (const { id, roles } of WHO) {
      const answer = await ask(method, path, tokenOf(id));
      const allowed = isAllowed(roles, access as Action);
      if (allowed && path.includes(':id') && isClose(roles, access as Action)) {
        expect([403, 404]).toContain(answer.status);
        continue;
      }
      const expected = PAST_THE_GUARD.test(path) ? answer.status : usualStatus(method, path);
      expect({ who: id, status: answer.status }).toEqual({ who: id, status: allowed ? expected : 403 });
      if (allowed) expect([200, 201, 202, 204, 400, 404, 409, 412, 415, 422]).toContain(answer.status);
      if (!allowed) expect(answer.body).toMatchObject({ code: 'not_allowed', status: 403 });
    }
  });

  it('names every action of the policy on some route or page', () => {
    const pages = Object.values(PAGES).map(({ access }) => access);
    // Giving a case to somebody else is asked where it is given: taking it oneself needs less, by the same form.
    const named = new Set<string>([...ROUTES.map(({ access }) => access), ...pages, 'case.assign']);

    expect(ACTIONS.filter((action) => !named.has(action))).toEqual([]);
  });

  it.each(GUARDED)('$method $path asks for a sign-in first', async ({ method, path }) => {
    for (const headers of [
      {},
      { authorization: 'Bearer' },
      { authorization: `Basic ${school}` },
      { authorization: '' },
    ]) {
      const address = addressOf(path);
      const answer = await call(service.url, address, { method, headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body).toMatchObject({ code: 'not_signed_in', status: 401, errors: [] });
    }
  });

  it('takes no token from the address or the body', async () => {
    const answers = [
      await call(service.url, `/api/v1/referrals?access_token=${school}`),
      await call(service.url, `/api/v1/referrals`, { headers: { cookie: `access_token=${school}` } }),
      await call(service.url, '/api/v1/referrals', { body: { access_token: school } }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
  });

  const PUBLIC = ROUTES.filter(({ access }) => access === 'public');
  it.each(PUBLIC.filter(({ method }) => method === 'GET'))('$method $path is for everybody', async ({ path }) => {
    expect((await call(service.url, addressOf(path))).status).toBe(200);
    expect((await call(service.url, addressOf(path), { token: 'not-a-token' })).status).toBe(200);
  });

  it('has one public route that changes anything, shut until a token is set for it', async () => {
    const changing = PUBLIC.filter(({ method }) => method !== 'GET');
    const answer = await call(service.url, '/api/v1/notify-callback', { method: 'POST', body: {}, token: 'any-token' });

    expect(changing.map(({ path }) => path)).toEqual(['/api/v1/notify-callback']);
    expect(answer.status).toBe(404);
  });

  it('guards HEAD as it guards GET', async () => {
    for (const { path, access } of GUARDED.filter(({ method }) => method === 'GET')) {
      const address = addressOf(path);
      const refused = WHO.find(({ roles }) => !isAllowed(roles, access as Action));
      if (refused === undefined) continue;
      const authorization = `Bearer ${tokenOf(refused.id)}`;
      const statuses = [{}, { authorization }].map(async (headers) => {
        const answer = await fetch(`${service.url}${address}`, { method: 'HEAD', headers });
        return answer.status;
      });
      expect(await Promise.all(statuses)).toEqual([401, 403]);
    }
  });

  it('hides an agency’s referrals from every other agency', async () => {
    const address = `/api/v1/referrals/${receipt.reference}`;
    const theirs = await call(service.url, address, { token: police });
    const never = await call(service.url, '/api/v1/referrals/FD-2222-2222', { token: police });

    expect(theirs.status).toBe(404);
    expect({ ...theirs.body, instance: '', correlationId: '' }).toEqual({
      ...never.body,
      instance: '',
      correlationId: '',
    });
    const list = await call<ReferralPageResponse>(service.url, '/api/v1/referrals', { token: police });
    expect(list.body.referrals).toEqual([]);
    const own = await call<Receipt>(service.url, '/api/v1/referrals', { token: police, body: aReferral() });
    const after = await call<ReferralPageResponse>(service.url, `/api/v1/referrals?limit=100`, { token: police });
    expect(after.body.referrals.map(({ reference }) => reference)).toEqual([own.body.reference]);
  });

  it('tells an agency nothing by another agency’s reference as the place to go on from', async () => {
    const own = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    const older = await call<ReferralPageResponse>(service.url, `/api/v1/referrals?after=${own.body.reference}`, {
      token: school,
    });
    const spied = await call<ReferralPageResponse>(service.url, `/api/v1/referrals?after=${own.body.reference}`, {
      token: police,
    });
    const never = await call<ReferralPageResponse>(service.url, '/api/v1/referrals?after=FD-2222-2222', {
      token: police,
    });

    expect(older.body.referrals.length).toBeGreaterThan(0);
    expect(spied.text).toBe(never.text);
  });

  it('hides the cases and referrals of another authority from everybody', async () => {
    const other = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    const { reference } = other.body;
    const before = await call<WorklistResponse>(service.url, `/api/v1/cases?reference=${reference}`, {
      token: tokenOf('manager'),
    });
    const id = before.body.cases[0]?.id ?? '';
    await service.database.query(
      'admin',
      `INSERT INTO agency SELECT 'elsewhere', id, name, type, source_code FROM agency WHERE id = $1`,
      [AGENCY],
    );
    // Past the keys that hold a record and all that belongs to it in one authority.
    await service.database.query(
      'admin',
      `SET session_replication_role = replica;
       UPDATE case_record SET authority_id = 'elsewhere'
         WHERE referral_id = (SELECT id FROM referral WHERE reference = '${reference}');
       UPDATE referral SET authority_id = 'elsewhere' WHERE reference = '${reference}'`,
    );

    for (const { method, path } of GUARDED.filter(({ path }) => path.includes(':id'))) {
      expect((await ask(method, path, tokenOf('manager'), id)).status).toBe(404);
    }
    for (const token of [school, tokenOf('manager'), tokenOf('auditor')]) {
      expect((await call(service.url, `/api/v1/referrals/${reference}`, { token })).status).toBe(404);
      const list = await call<ReferralPageResponse>(service.url, '/api/v1/referrals?limit=100', { token });
      expect(list.body.referrals.map((line) => line.reference)).not.toContain(reference);
    }
    for (const asked of [`?reference=${reference}`, '?limit=100']) {
      const list = await call<WorklistResponse>(service.url, `/api/v1/cases${asked}`, { token: tokenOf('manager') });
      expect(list.body.cases.map((each) => each.id)).not.toContain(id);
    }
  });

  it('answers a case id that names nothing as not found, whatever its form', async () => {
    for (const id of [
      randomUUID(),
      'x',
      '1',
      caseId.slice(1),
      `${caseId}0`,
      "1' OR '1'='1",
      '..%2f..',
      'é',
      '%F0%9F%98%80',
    ]) {
      for (const { method, path } of GUARDED.filter(({ path }) => path.includes(':id'))) {
        const answer = await ask(method, path, tokenOf('manager'), id);
        expect({ id, method, path, status: answer.status }).toEqual({ id, method, path, status: 404 });
        expect(answer.body).toMatchObject({ code: 'not_found' });
      }
    }
  });

  it('answers unknown addresses and methods with a problem document', async () => {
    const odd = [
      '/',
      '/api',
      '/api/v1',
      '/api/v2/cases',
      '/api/v1/cases/',
      '/API/V1/CASES',
      '//api/v1/cases',
      '/api/v1/cases/a/b',
      '/.env',
    ];
    const unreadable = [
      '/api/v1/referrals/%zz',
      '/api/v1/cases/%ff',
      `/api/v1/referrals/${'a'.repeat(300)}`,
      '/api/v1/referrals/%00',
      '/api/v1/cases?queue=%00',
    ];
    for (const address of [...odd, ...unreadable]) {
      const answer = await call(service.url, address, { token: tokenOf('manager') });
      expect({ address, isRefused: [400, 404].includes(answer.status) }).toEqual({ address, isRefused: true });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body.status).toBe(answer.status);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const { path } of ROUTES) {
      for (const method of ['PUT', 'PATCH', 'OPTIONS']) {
        if (ROUTE_ACCESS[`${method} ${path}`] !== undefined) continue;
        const answer = await ask(method, path, tokenOf('manager'));
        expect([404, 405]).toContain(answer.status);
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      }
    }
  });
});
