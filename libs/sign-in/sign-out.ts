import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform';
import { IssuerSignOut } from './issuer-sign-out.ts';
import type { Session } from './session.ts';
import { SessionTrail } from './session-trail.ts';
import { SignOutCutoffs } from './sign-out-cutoffs.ts';
import { SessionRepository } from './store/session.repository.ts';

/** Ends the session in hand, or with `everywhere` all sessions and tokens of the person, and hands over to the issuer. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly cutoffs: SignOutCutoffs,
    private readonly trail: SessionTrail,
    private readonly issuer: IssuerSignOut,
  ) {}

  /**
   * Resolves to the issuer's address for signing out there, or `null` where there is none.
   * @throws DomainError `unavailable`.
   */
  async execute(session: Session, options: { readonly everywhere: boolean }): Promise<URL | null> {
    const row = await this.database.inTransaction(session.actor, async (tx) => {
      await (options.everywhere ? this.endAll(tx, session) : this.endOne(tx, session));
      return this.sessions.find(tx, session.id);
    });
    return row === null ? null : this.issuer.address(session.id, row.idToken);
  }

  private async endOne(tx: Tx, { id, actor }: Session): Promise<void> {
    await this.sessions.end(tx, { authorityId: actor.authorityId, personId: actor.id, id }, this.trail.now());
    await this.trail.note(tx, 'person.signed_out', actor, { session: id });
  }

  private async endAll(tx: Tx, { actor }: Session): Promise<void> {
    const now = this.trail.now();
    await this.cutoffs.set(tx, actor, now);
    const ended = await this.sessions.end(tx, { authorityId: actor.authorityId, personId: actor.id }, now);
    await this.trail.note(tx, 'person.signed_out_everywhere', actor, { sessions: ended.map(({ id }) => id) });
  }
}
