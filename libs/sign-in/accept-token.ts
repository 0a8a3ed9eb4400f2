import { Injectable } from '@nestjs/common';
import type { JWTPayload } from 'jose';
import { type Actor, DomainError } from '#domain';
import { authorityIds } from '#nation-packs';
import { Environment } from '#platform';
import { actorOfClaims } from './actor-of-claims.ts';
import { acceptedFactors, requireSecondFactor } from './second-factor.ts';
import { SignOutCutoffs } from './sign-out-cutoffs.ts';
import { TokenVerifier } from './token-verifier.ts';

/** Takes a bearer token and says who sends it: verified, of an authority served here, with the factors its roles need. */
@Injectable()
export class AcceptToken {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly cutoffs: SignOutCutoffs,
    private readonly environment: Environment,
  ) {}

  /**
   * @param proven claims of the ID token of the same sign-in: many issuers tell only there how the person signed in.
   * @throws DomainError `not_signed_in`, `second_factor_needed`, `not_allowed` or `unavailable`.
   */
  async execute(token: string, proven: JWTPayload = {}): Promise<Actor> {
    const claims = await this.verifier.accessToken(token);
    const actor = actorOfClaims(claims);
    if (!authorityIds().includes(actor.authorityId)) {
      throw new DomainError('not_allowed', 'Your authority is not served here.');
    }
    requireSecondFactor(actor, { ...proven, ...claims }, acceptedFactors(this.environment));
    await this.cutoffs.requireIssuedAfter(actor, claims.iat ?? 0);
    return actor;
  }
}
