import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

const KEY_ID = 'own';

/** What a token can be wrong in; whatever is left out is as it should be. */
export interface TokenFaults {
  readonly header?: Readonly<Record<string, unknown>>;
  /** Claims to put over the good ones; `undefined` takes a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** An issuer whose key the test holds, so that it can sign whatever it likes. */
export interface OwnIssuer {
  readonly url: string;
  /** The public key as anybody can fetch it. */
  readonly publicKey: Readonly<Record<string, unknown>>;
  sign(claims: Readonly<Record<string, unknown>>, faults?: TokenFaults): Promise<string>;
  close(): void;
}

export async function startOwnIssuer(audience = 'urn:front-door:api'): Promise<OwnIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host ?? ''}`;
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    const document = isDiscovery ? { issuer: base, jwks_uri: `${base}/jwks` } : { keys: [jwk] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url,
    publicKey: jwk,
    sign: (claims, faults = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const good = { iss: url, aud: audience, iat: now, exp: now + 600, authority: 'larkshire', acr: 'mfa', ...claims };
      const payload = withoutGaps({ ...good, ...faults.claims }) as JWTPayload;
      const header = withoutGaps({ alg: 'RS256', typ: 'at+jwt', kid: KEY_ID, ...faults.header });
      return new SignJWT(payload).setProtectedHeader(header as { alg: string }).sign(faults.key ?? privateKey);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A token as an attacker makes it by hand: any header, any claims, any third part. */
export function handMadeToken(header: object, claims: object, signature = ''): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode(header)}.${encode(claims)}.${signature}`;
}

function withoutGaps(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
