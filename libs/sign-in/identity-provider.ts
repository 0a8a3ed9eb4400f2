import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  PrivateKeyJwt,
} from 'openid-client';
import type { JWTPayload } from 'jose';
import { DomainError } from '#domain';
import { Environment, requiredSetting } from '#platform';
import { clientKeyOf } from './client-key.ts';
import { acceptedFactors } from './second-factor.ts';
import { issuerAway } from './token-verifier.ts';

/** What one sign-in sends to the issuer and must find again in the answer. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the issuer gave for the code. */
export interface Granted {
  readonly accessToken: string;
  readonly idToken: string;
  readonly claims: JWTPayload;
}

/** The issuer as the pages speak to it: authorization code with PKCE, our side proved by a key. */
@Injectable()
export class IdentityProvider {
  private configuration: Promise<Configuration> | null = null;

  constructor(private readonly environment: Environment) {}

  /** Where to send the browser. `anew`: the issuer must not let a sign-in of its own from before count. */
  async signInAddress({ state, nonce, verifier }: Expected, anew: boolean): Promise<URL> {
    return buildAuthorizationUrl(await this.configured(), {
      scope: 'openid',
      redirect_uri: this.address('/sign-in/callback'),
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      acr_values: acceptedFactors(this.environment).acr.join(' '),
      ...(anew ? { prompt: 'login' } : {}),
    });
  }

  /**
   * Redeems the code of the callback. Refused unless state, nonce, PKCE and, against a mix-up, `iss` (RFC 9207) fit.
   * @throws DomainError `sign_in_failed`, or `unavailable` when the issuer does not answer.
   */
  async redeem(query: string, { state, nonce, verifier }: Expected): Promise<Granted> {
    const configuration = await this.configured();
    const callback = new URL(`${this.address('/sign-in/callback')}${query}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const tokens = await authorizationCodeGrant(configuration, callback, checks);
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined) throw new Error('The issuer gave no ID token.');
      return { accessToken: tokens.access_token, idToken: tokens.id_token, claims };
    } catch (error: unknown) {
      throw isAway(error) ? issuerAway(error) : failed(error);
    }
  }

  /** Where to send the browser so that the issuer, too, signs the person out; `null` when it offers no such address. */
  async signOutAddress(idToken: string): Promise<URL | null> {
    const configuration = await this.configured();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.address('/signed-out'),
    });
  }

  private address(path: string): string {
    return `${this.environment.PUBLIC_URL.replace(/\/$/, '')}${path}`;
  }

  private configured(): Promise<Configuration> {
    this.configuration ??= this.discover().catch((error: unknown) => {
      this.configuration = null;
      throw issuerAway(error);
    });
    return this.configuration;
  }

  private async discover(): Promise<Configuration> {
    const issuer = new URL(requiredSetting(this.environment, 'OIDC_ISSUER'));
    const key = await clientKeyOf(requiredSetting(this.environment, 'OIDC_WEB_CLIENT_KEY'));
    return discovery(issuer, this.environment.OIDC_WEB_CLIENT_ID, {}, PrivateKeyJwt(key), {
      timeout: 5,
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
  }
}

function failed(cause: unknown): DomainError {
  return new DomainError('sign_in_failed', 'The issuer’s answer does not fit this sign-in.', [], { cause });
}

/** Network faults and time-outs, as `fetch` reports them. */
function isAway(error: unknown): boolean {
  const causes = [error, (error as { cause?: unknown } | null)?.cause];
  return causes.some(
    (cause) => cause instanceof TypeError || (cause as { name?: string } | null)?.name === 'TimeoutError',
  );
}
