import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { DomainError } from '#domain';
import { Environment, requiredSetting } from '#platform';

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Verifies bearer tokens (RFC 9068) against the keys of the configured issuer. */
@Injectable()
export class TokenVerifier {
  private keys: Promise<KeySet> | null = null;

  private readonly issuer: string;

  constructor(private readonly environment: Environment) {
    this.issuer = requiredSetting(environment, 'OIDC_ISSUER');
  }

  /**
   * @throws DomainError `not_signed_in` for any token that is not valid now, without saying which check failed;
   * `unavailable` when the issuer cannot be asked for its keys.
   */
  async verify(token: string): Promise<JWTPayload> {
    const { OIDC_AUDIENCE: audience } = this.environment;
    const keys = await this.keySet();
    try {
      const verified = await jwtVerify(token, keys, {
        issuer: this.issuer,
        audience,
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: 5,
      });
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
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    const { jwks_uri: uri } = (await response.json()) as { jwks_uri?: string };
    if (uri === undefined) throw new Error('The issuer publishes no keys.');
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: 5_000 });
  }
}

function issuerAway(error: unknown): DomainError {
  return new DomainError('unavailable', 'The sign-in service cannot be reached at the moment.', [], { cause: error });
}
