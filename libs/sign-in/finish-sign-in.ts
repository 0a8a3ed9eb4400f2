import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { AcceptToken } from './accept-token.ts';
import { type Granted, IdentityProvider } from './identity-provider.ts';
import { NoteContactPoint } from './note-contact-point.ts';
import { OpenSession } from './open-session.ts';
import { SignInAttempts } from './sign-in-attempts.ts';

/** The issuer's answer, as the browser brought it. */
interface Callback {
  /** Query of the callback, with its question mark. */
  readonly query: string;
  readonly state: string;
  readonly browserKey: string;
  /** Kind of browser, for the list of sessions. */
  readonly browser: string;
  /** Key of the session that this browser had until now. */
  readonly oldKey: string | null;
}

/** Turns the issuer's answer into a session. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly provider: IdentityProvider,
    private readonly acceptToken: AcceptToken,
    private readonly openSession: OpenSession,
    private readonly noteContactPoint: NoteContactPoint,
  ) {}

  /** @throws DomainError `sign_in_failed`, `second_factor_needed`, `not_signed_in`, `not_allowed` or `unavailable`. */
  async execute(callback: Callback): Promise<{ key: string; returnTo: string }> {
    const attempt = await this.attempts.take(callback.browserKey, callback.state);
    if (attempt === null) {
      throw new DomainError('sign_in_failed', 'This browser has no sign-in under way that the answer belongs to.');
    }
    const granted = await this.provider.redeem(callback.query, attempt.expected);
    const actor = await this.personOf(granted);
    await this.noteContactPoint.execute(actor, granted.claims);
    if (callback.oldKey !== null) await this.openSession.endBefore(callback.oldKey);
    return { key: await this.openSession.execute(actor, granted, callback.browser), returnTo: attempt.returnTo };
  }

  private async personOf({ accessToken, claims }: Granted): Promise<Actor> {
    const actor = await this.acceptToken.execute(accessToken, claims);
    if (actor.id !== claims.sub) throw new DomainError('sign_in_failed', 'The issuer’s tokens name different people.');
    if (actor.kind !== 'person') throw new DomainError('not_allowed', 'These pages are for people.');
    return actor;
  }
}
