import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import { DomainError } from '#domain';
import { Environment, requiredSetting, sha256 } from '#platform';

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Milliseconds for which a signature that was found good is not checked again, and for how many tokens at most. */
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 5_000;

interface Remembered {
  readonly claims: JWTPayload;
  /** In milliseconds since 1970; never after the token itself has run out. */
  readonly until: number;
}

/** Verifies what the configured issuer signed, against the keys that it publishes. */
@Injectable()
export class TokenVerifier {
  private keys: Promise<KeySet> | null = null;
  private readonly remembered = new Map<string, Remembered>();

  private readonly issuer: string;

  constructor(private readonly environment: Environment) {
    this.issuer = requiredSetting(environment, 'OIDC_ISSUER');
  }

  /**
   * The claims of a bearer token (RFC 9068).
   * @throws DomainError `not_signed_in` for any token that is not valid now, without saying which check failed;
   * `unavailable` when the issuer cannot be asked for its keys.
   */
  async accessToken(token: string): Promise<JWTPayload> {
    const name = sha256(token);
    const known = this.remembered.get(name);
    if (known !== undefined && known.until > Date.now()) return known.claims;
    const { OIDC_AUDIENCE: audience } = this.environment;
    const claims = await this.verify(token, { audience, typ: 'at+jwt', requiredClaims: ['sub', 'exp', 'iat'] });
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(name, { claims, until: Math.min((claims.exp ?? 0) * 1_000, Date.now() + REMEMBERED_MS) });
    return claims;
  }

  /**
   * The claims of the issuer's notice that a person signed out elsewhere (OpenID Connect Back-Channel Logout 1.0).
   * @throws as `accessToken`.
   */
  logoutToken(token: string): Promise<JWTPayload> {
    const { OIDC_WEB_CLIENT_ID: audience } = this.environment;
    return this.verify(token, { audience, typ: 'logout+jwt', requiredClaims: ['jti', 'iat', 'exp', 'events'] });
  }

  private async verify(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    const keys = await this.keySet();
    const common = { issuer: this.issuer, algorithms: ALGORITHMS, clockTolerance: 5 };
    try {
      const verified = await jwtVerify(token, keys, { ...common, ...options });
      return verified.payload;
    } catch (error: unknown) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
        throw new DomainError('not_signed_in', 'The token is missing, expired or not for this service.');
      }
      throw issuerAway(error);
    }
  }

  private keySet(): Promise<KeySet> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = null;
      throw issuerAway(error);
    });
    return this.keys;
  }

  private async discover(): Promise<KeySet> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    const { issuer, jwks_uri: uri } = (await response.json()) as { issuer?: string; jwks_uri?: string };
    // Whoever answers for another issuer could put keys of its own in the place of ours.
    if (issuer !== this.issuer) throw new Error('The issuer calls itself by another name.');
    if (uri === undefined) throw new Error('The issuer publishes no keys.');
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: 5_000 });
  }
}

/** What to answer while the issuer cannot be asked. */
export function issuerAway(error: unknown): DomainError {
  return new DomainError('unavailable', 'The sign-in service cannot be reached at the moment.', [], { cause: error });
}
