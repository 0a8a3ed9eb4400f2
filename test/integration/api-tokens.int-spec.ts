import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import type { Receipt } from '#intake';
import type { WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { handMadeToken, type OwnIssuer, startOwnIssuer, type TokenFaults } from '../support/api-own-issuer.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const MANAGER = { sub: 'mia', client_id: 'front-office', name: 'Mia Example', roles: ['manager'] };
const SCHOOL = {
  sub: 'larkbridge-primary',
  client_id: 'larkbridge-primary',
  agency: 'larkbridge-primary',
  roles: ['referrer'],
};

describe('bearer tokens', () => {
  let issuer: OwnIssuer;
  let service: TestService;

  beforeAll(async () => {
    issuer = await startOwnIssuer();
    service = await startTestService({ OIDC_ISSUER: issuer.url });
  }, 60_000);

  afterAll(async () => {
    await service.close();
    issuer.close();
  });

  async function statusWith(token: string): Promise<number> {
    const answer = await call(service.url, '/api/v1/cases', { token });
    if (answer.status === 401) {
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.body).toMatchObject({ code: 'not_signed_in', status: 401 });
      expect(token.length < 20 || !answer.text.includes(token.slice(0, 20))).toBe(true);
    }
    return answer.status;
  }

  const now = (): number => Math.floor(Date.now() / 1000);

  it('open the door when the issuer signed them for this service', async () => {
    expect(await statusWith(await issuer.sign(MANAGER))).toBe(200);
    expect(await statusWith(await issuer.sign(MANAGER, { claims: { aud: ['other', 'urn:front-door:api'] } }))).toBe(
      200,
    );
    expect(await statusWith(await issuer.sign(MANAGER, { header: { typ: 'application/at+jwt' } }))).toBe(200);
  });

  it.each<[string, () => TokenFaults]>([
    ['for another audience', () => ({ claims: { aud: 'urn:somewhere-else' } })],
    ['for no audience', () => ({ claims: { aud: undefined } })],
    ['from another issuer', () => ({ claims: { iss: 'https://issuer.example.test' } })],
    ['from an issuer that ends in a slash', () => ({ claims: { iss: `${issuer.url}/` } })],
    ['from no issuer', () => ({ claims: { iss: undefined } })],
    ['expired', () => ({ claims: { exp: now() - 60, iat: now() - 600 } })],
    ['without an end', () => ({ claims: { exp: undefined } })],
    ['with an end in words', () => ({ claims: { exp: '2999-01-01' } })],
    ['not valid yet', () => ({ claims: { nbf: now() + 600 } })],
    ['without a date of issue', () => ({ claims: { iat: undefined } })],
    ['about nobody', () => ({ claims: { sub: undefined } })],
    ['without an authority', () => ({ claims: { authority: undefined } })],
    ['with an authority that is no text', () => ({ claims: { authority: ['larkshire'] } })],
    ['that are identity tokens', () => ({ header: { typ: 'JWT' } })],
    ['without a type', () => ({ header: { typ: undefined } })],
    ['signed under an unknown key id', () => ({ header: { kid: 'other' } })],
  ])('are refused %s', async (_, faults) => {
    expect(await statusWith(await issuer.sign(MANAGER, faults()))).toBe(401);
  });

  it('are refused when another key signed them, whatever they say about it', async () => {
    const stranger = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(stranger.publicKey);
    const elliptic = await generateKeyPair('ES256');

    expect(await statusWith(await issuer.sign(MANAGER, { key: stranger.privateKey }))).toBe(401);
    expect(await statusWith(await issuer.sign(MANAGER, { key: stranger.privateKey, header: { jwk } }))).toBe(401);
    expect(
      await statusWith(await issuer.sign(MANAGER, { key: stranger.privateKey, header: { jku: 'http://x.test' } })),
    ).toBe(401);
    expect(await statusWith(await issuer.sign(MANAGER, { key: elliptic.privateKey, header: { alg: 'ES256' } }))).toBe(
      401,
    );
  });

  it('are refused when the public key is used as a shared secret', async () => {
    const text = JSON.stringify(issuer.publicKey);
    for (const secret of [Buffer.from(text), Buffer.from(String(issuer.publicKey['n']), 'base64url')]) {
      const token = await issuer.sign(MANAGER, { key: secret, header: { alg: 'HS256' } });
      expect(await statusWith(token)).toBe(401);
    }
  });

  it('are refused unsigned, tampered with or torn', async () => {
    const good = await issuer.sign(MANAGER);
    const [header = '', claims = '', signature = ''] = good.split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    const parts = { alg: 'RS256', typ: 'at+jwt', kid: 'own' };
    const forged = [
      handMadeToken({ ...parts, alg: 'none' }, payload),
      handMadeToken({ ...parts, alg: 'None' }, payload, signature),
      handMadeToken({ ...parts, alg: 'nOnE' }, payload),
      handMadeToken(parts, { ...payload, roles: ['manager', 'auditor'] }, signature),
      handMadeToken({ ...parts, crit: ['x'], x: 1 }, payload, signature),
      `${header}.${claims}.`,
      `${header}.${claims}`,
      `${header}..${signature}`,
      `${header}.${claims}.${signature.slice(0, -4)}`,
      `${header}.${claims}.${signature.split('').reverse().join('')}`,
      `${good}.x`,
      'x.y.z',
      'x',
      '.'.repeat(50),
      'a'.repeat(8_000),
    ];
    for (const token of forged) expect({ token, status: await statusWith(token) }).toEqual({ token, status: 401 });
  });

  it('of a partner system never decide or read cases, whatever roles they claim', async () => {
    const system = { ...SCHOOL, roles: ['referrer', 'manager', 'social_worker', 'auditor'], registration: 'SW1' };
    const token = await issuer.sign(system);
    const manager = await issuer.sign(MANAGER);
    const sent = await call<Receipt>(service.url, '/api/v1/referrals', { token, body: aReferral() });
    const asked = `/api/v1/cases?reference=${sent.body.reference}`;
    const list = await call<WorklistResponse>(service.url, asked, { token: manager });
    const id = list.body.cases[0]?.id ?? '';

    expect(sent.status).toBe(201);
    expect(list.body.cases.length).toBe(1);
    const headers = { 'if-match': '"1"' };
    const body = { kind: 'differ', rationale: 'x', outcome: 'universal', urgency: 'blue', overrideReason: 'x' };
    const tried = [
      await call(service.url, '/api/v1/cases', { token }),
      await call(service.url, `/api/v1/cases/${id}`, { token }),
      await call(service.url, `/api/v1/cases/${id}/audit`, { token }),
      await call(service.url, `/api/v1/cases/${id}/claim`, { token, method: 'POST', headers }),
      await call(service.url, `/api/v1/cases/${id}/decision`, { token, headers, body }),
      await call(service.url, `/api/v1/cases/${id}/sign-off`, { token, headers, body: { outcome: 'signed' } }),
    ];
    expect(tried.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  it('of a person who reads records need a second factor, and say how to prove one', async () => {
    for (const claims of [{ acr: undefined }, { acr: '0' }, { acr: undefined, amr: ['pwd'] }, { acr: ['mfa'] }]) {
      const token = await issuer.sign(MANAGER, { claims });
      const answer = await call(service.url, '/api/v1/cases', { token });
      expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_needed']);
      expect(answer.headers.get('www-authenticate')).toMatch(
        /^Bearer error="insufficient_user_authentication", .*acr_values="mfa phr /,
      );
    }
    for (const claims of [{ acr: 'phr' }, { acr: undefined, amr: ['pwd', 'otp'] }]) {
      expect(await statusWith(await issuer.sign(MANAGER, { claims }))).toBe(200);
    }
    const referrer = await issuer.sign({ ...SCHOOL, client_id: 'portal' }, { claims: { acr: undefined } });
    expect((await call(service.url, '/api/v1/referrals', { token: referrer })).status).toBe(200);
  });

  it('from before a person signed out everywhere open nothing', async () => {
    const old = await issuer.sign({ ...MANAGER, sub: 'max' });
    await service.database.query(
      'api',
      `INSERT INTO sign_in_cutoff (authority_id, person_id, not_before) VALUES ('larkshire', 'max', now())`,
    );
    expect(await statusWith(old)).toBe(401);
    const later = await issuer.sign({ ...MANAGER, sub: 'max' }, { claims: { iat: now() + 2 } });
    expect(await statusWith(later)).toBe(200);
    expect(await statusWith(await issuer.sign(MANAGER))).toBe(200);
  });

  it('with roles that nobody knows, or none, open nothing', async () => {
    for (const roles of [
      [],
      ['wizard'],
      'manager',
      { manager: true },
      [['manager']],
      ['MANAGER'],
      ['__proto__'],
      null,
      7,
    ]) {
      expect({ roles, status: await statusWith(await issuer.sign({ ...MANAGER, roles })) }).toEqual({
        roles,
        status: 403,
      });
    }
  });

  it('of an authority that is not served here open nothing', async () => {
    for (const authority of ['elsewhere', 'LARKSHIRE', '../larkshire', 'constructor']) {
      expect(await statusWith(await issuer.sign(MANAGER, { claims: { authority } }))).toBe(403);
    }
  });

  it('of an agency outside the directory, or of none, send no referral', async () => {
    for (const agency of ['unheard-of', undefined]) {
      const token = await issuer.sign({ ...SCHOOL, agency });
      const answer = await call(service.url, '/api/v1/referrals', { token, body: aReferral() });
      expect({ agency, status: answer.status, code: answer.body.code }).toEqual({
        agency,
        status: 403,
        code: 'not_allowed',
      });
      const list = await call<{ referrals: object[] }>(service.url, '/api/v1/referrals', { token });
      expect(list.body.referrals).toEqual([]);
    }
  });

  it('of a social worker without a registration decide nothing', async () => {
    const school = await issuer.sign(SCHOOL);
    const sent = await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: aReferral() });
    const token = await issuer.sign({ sub: 'sid', client_id: 'front-office', roles: ['social_worker'] });
    const asked = `/api/v1/cases?reference=${sent.body.reference}`;
    const list = await call<WorklistResponse>(service.url, asked, { token });
    const path = `/api/v1/cases/${list.body.cases[0]?.id ?? ''}`;
    const claimed = await call(service.url, `${path}/claim`, { token, method: 'POST', headers: { 'if-match': '"1"' } });

    const refused = await call(service.url, `${path}/decision`, {
      token,
      headers: { 'if-match': claimed.headers.get('etag') ?? '' },
      body: { kind: 'differ', rationale: 'x', outcome: 'early_help', urgency: 'green', overrideReason: 'x' },
    });

    expect([claimed.status, refused.status]).toEqual([200, 403]);
    const decisions = await service.database.query('admin', 'SELECT id FROM decision');
    expect(decisions).toEqual([]);
  });
});
