import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { loadEnvironment } from '#platform';
import { TokenVerifier } from './token-verifier.ts';

const METADATA = '/.well-known/openid-configuration';
const { publicKey, privateKey } = await generateKeyPair('ES256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256', use: 'sig' };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listening(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** An issuer whose metadata say what `metadata` makes of its address. */
function issuerWith(metadata: (url: string) => object): Promise<string> {
  return listening((request, response) => {
    const url = `http://${request.headers.host ?? ''}`;
    response.end(JSON.stringify(request.url === METADATA ? metadata(url) : { keys: [jwk] }));
  });
}

function tokenOf(issuer: string, lifetime = '5m'): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k' })
    .setIssuer(issuer)
    .setSubject('sam')
    .setAudience('urn:front-door:api')
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(privateKey);
}

function verifierOf(issuer: string): TokenVerifier {
  return new TokenVerifier(loadEnvironment({ NODE_ENV: 'test', OIDC_ISSUER: issuer }));
}

describe('the keys of the issuer', () => {
  it('are those that its metadata name, when they name the issuer exactly', async () => {
    const issuer = await issuerWith((url) => ({ issuer: url, jwks_uri: `${url}/keys` }));

    expect(await verifierOf(issuer).accessToken(await tokenOf(issuer))).toMatchObject({ sub: 'sam' });
  });

  it.each([
    ['of another issuer', (url: string) => ({ issuer: 'https://elsewhere.example.org', jwks_uri: `${url}/keys` })],
    ['of the issuer with a slash', (url: string) => ({ issuer: `${url}/`, jwks_uri: `${url}/keys` })],
    ['of no issuer', (url: string) => ({ jwks_uri: `${url}/keys` })],
    ['without keys', (url: string) => ({ issuer: url })],
  ])('are not taken from metadata %s', async (_name, metadata) => {
    const issuer = await issuerWith(metadata);

    await expect(verifierOf(issuer).accessToken(await tokenOf(issuer))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are not fetched from where a redirect leads', async () => {
    const elsewhere = await issuerWith((url) => ({ issuer: url, jwks_uri: `${url}/keys` }));
    let asked = 0;
    const issuer = await listening((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `${elsewhere}${METADATA}` }).end();
    });

    await expect(verifierOf(issuer).accessToken(await tokenOf(issuer))).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toBe(1);
  });

  it('are asked for again after the issuer was away, and nobody gets in meanwhile', async () => {
    let isAway = true;
    const issuer = await listening((request, response) => {
      const url = `http://${request.headers.host ?? ''}`;
      if (isAway) response.writeHead(503).end();
      else
        response.end(
          JSON.stringify(request.url === METADATA ? { issuer: url, jwks_uri: `${url}/keys` } : { keys: [jwk] }),
        );
    });
    const verifier = verifierOf(issuer);
    const token = await tokenOf(issuer);

    await expect(verifier.accessToken(token)).rejects.toMatchObject({ code: 'unavailable' });
    isAway = false;
    expect(await verifier.accessToken(token)).toMatchObject({ sub: 'sam' });
  });
});

describe('a token that was found good a moment ago', () => {
  it('is not verified again, and another is', async () => {
    const issuer = await issuerWith((url) => ({ issuer: url, jwks_uri: `${url}/keys` }));
    const verifier = verifierOf(issuer);
    const token = await tokenOf(issuer);
    await verifier.accessToken(token);
    for (const server of servers.splice(0)) server.close().closeAllConnections();

    expect(await verifier.accessToken(token)).toMatchObject({ sub: 'sam' });
    const forged = `${token.slice(0, -4)}AAAA`;
    await expect(verifier.accessToken(forged)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it('is good no longer than it says', async () => {
    const issuer = await issuerWith((url) => ({ issuer: url, jwks_uri: `${url}/keys` }));
    const verifier = verifierOf(issuer);
    // The clocks of two machines may differ by five seconds.
    const token = await tokenOf(issuer, '-4s');
    await verifier.accessToken(token);

    await sleep(2_000);
    await expect(verifier.accessToken(token)).rejects.toMatchObject({ code: 'not_signed_in' });
  }, 20_000);
});
