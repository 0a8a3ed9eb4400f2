import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CryptoKey, exportPKCS8, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { clientKeyOf } from '#sign-in';
import { fetchPartnerToken } from '../../apps/cli/partner-token.ts';
import { handMadeToken } from '../support/api-own-issuer.ts';
import { call } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const SCHOOL = 'larkbridge-primary';
const POLICE = 'larkshire-police';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

describe('a partner system’s sign-in by private_key_jwt', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function keyOf(client: string): Promise<CryptoKey> {
    return (await importJWK(service.issuer.clientKeys[client] ?? {}, 'ES256')) as CryptoKey;
  }

  /** A sound assertion of the school but for what is given. */
  async function assertion(
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
    key?: CryptoKey,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const own = { iss: SCHOOL, sub: SCHOOL, aud: service.issuer.url, jti: randomUUID(), iat: now, exp: now + 60 };
    const all: Record<string, unknown> = { ...own, ...claims };
    const payload: JWTPayload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const protectedHeader = { alg: 'ES256', kid: SCHOOL, ...header };
    return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key ?? (await keyOf(SCHOOL)));
  }

  async function redeem(fields: Record<string, string>): Promise<{ status: number; token?: string; error?: string }> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...fields });
    const response = await fetch(`${service.issuer.url}/token`, { method: 'POST', body });
    const { access_token: token, error } = (await response.json()) as { access_token?: string; error?: string };
    return {
      status: response.status,
      ...(token === undefined ? {} : { token }),
      ...(error === undefined ? {} : { error }),
    };
  }

  function send(client_assertion: string, more: Record<string, string> = {}): ReturnType<typeof redeem> {
    return redeem({ client_assertion, client_assertion_type: ASSERTION, ...more });
  }

  const REFUSED = { status: 401, error: 'invalid_client' };

  it('gives a token that opens the API as that agency and nothing else', async () => {
    const { token = '' } = await send(await assertion());

    expect((await call(service.url, '/api/v1/referrals', { token })).status).toBe(200);
    expect((await call(service.url, '/api/v1/cases', { token })).status).toBe(403);
  });

  it('takes keys of the kinds that partners have', async () => {
    for (const [alg, options] of [
      ['ES256', {}],
      ['RS256', { modulusLength: 2048 }],
      ['EdDSA', {}],
    ] as const) {
      const { privateKey } = await generateKeyPair(alg, { ...options, extractable: true });
      const read = await clientKeyOf(await exportPKCS8(privateKey));
      expect(read.key.type).toBe('private');
    }
    await expect(fetchPartnerToken(service.issuer.url, SCHOOL, 'no key')).rejects.toThrow(/PEM or a JWK/);
  });

  it('takes an assertion once', async () => {
    const used = await assertion();
    expect((await send(used)).status).toBe(200);
    expect(await send(used)).toEqual(REFUSED);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['for another service', { aud: 'https://elsewhere.example.org' }, {}],
    ['for nobody', { aud: undefined }, {}],
    ['expired', { exp: Math.floor(Date.now() / 1000) - 120 }, {}],
    ['without an end', { exp: undefined }, {}],
    ['not valid yet', { nbf: Math.floor(Date.now() / 1000) + 600 }, {}],
    ['without an id of its own', { jti: undefined }, {}],
    ['in the name of another agency', { iss: POLICE, sub: POLICE }, {}],
    ['issued by another agency', { iss: POLICE }, {}],
    ['naming a key that nobody knows', {}, { kid: 'unheard-of' }],
    ['naming another agency’s key', {}, { kid: POLICE }],
  ])('refuses an assertion %s', async (_what, claims, header) => {
    expect(await send(await assertion(claims, header))).toEqual(REFUSED);
  });

  it('refuses an assertion that another key signed, or none, or that was tampered with', async () => {
    const stranger = (await generateKeyPair('ES256')).privateKey;
    const rsa = (await generateKeyPair('RS256')).privateKey;
    const now = Math.floor(Date.now() / 1000);
    const own = { iss: SCHOOL, sub: SCHOOL, aud: service.issuer.url, jti: randomUUID(), iat: now, exp: now + 60 };
    const good = (await assertion()).split('.');
    const forged = [
      await assertion({}, {}, stranger),
      await assertion({}, {}, await keyOf(POLICE)),
      await assertion({}, { alg: 'RS256' }, rsa),
      handMadeToken({ alg: 'none' }, own),
      handMadeToken({ alg: 'none', kid: SCHOOL }, own, good[2]),
      `${good[0] ?? ''}.${Buffer.from(JSON.stringify({ ...own, sub: POLICE })).toString('base64url')}.${good[2] ?? ''}`,
    ];
    for (const each of forged) expect(await send(each)).toEqual(REFUSED);
  });

  it('knows no secret any more, and no assertion for the demonstration’s staff', async () => {
    const secret = { client_id: SCHOOL, client_secret: 'demo-secret' };
    expect(await redeem(secret)).toEqual(REFUSED);
    const staff = { grant_type: 'urn:front-door:demo-sign-in', username: 'manager' };
    expect(await send(await assertion(), staff)).toEqual({ status: 400, error: 'invalid_request' });
  });
});
