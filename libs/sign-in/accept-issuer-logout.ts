import { Injectable } from '@nestjs/common';
import type { JWTPayload } from 'jose';
import { DomainError } from '#domain';
import { authorityIds } from '#nation-packs';
import { Database } from '#platform';
import { SessionTrail } from './session-trail.ts';
import { SessionRepository } from './store/session.repository.ts';
import { TokenVerifier } from './token-verifier.ts';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * The issuer tells that a person signed out or was locked there (OpenID Connect Back-Channel Logout 1.0): the sessions
 * that it names, or all of the person, end here. A notice that comes twice ends nothing twice.
 */
@Injectable()
export class AcceptIssuerLogout {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly trail: SessionTrail,
  ) {}

  /** @throws DomainError `not_signed_in` for a token that is no logout token of our issuer; `unavailable`. */
  async execute(token: string): Promise<void> {
    const named = whoseOf(await this.verifier.logoutToken(token));
    for (const authorityId of authorityIds()) await this.endIn(authorityId, named);
  }

  private async endIn(authorityId: string, named: Named): Promise<void> {
    await this.database.inTransaction({ authorityId }, async (tx) => {
      const ended = await this.sessions.end(tx, { authorityId, ...named }, this.trail.now());
      await this.trail.noteEnded(tx, ended, 'issuer');
    });
  }
}

type Named = { readonly issuerSession: string } | { readonly personId: string };

function whoseOf({ events, sid, sub, nonce }: JWTPayload): Named {
  const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
  if (isLogout && nonce === undefined) {
    if (typeof sid === 'string') return { issuerSession: sid };
    if (sub !== undefined) return { personId: sub };
  }
  throw new DomainError('not_signed_in', 'This is no logout token.');
}
