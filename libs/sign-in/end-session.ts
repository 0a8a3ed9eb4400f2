import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { SessionTrail } from './session-trail.ts';
import { SessionRepository } from './store/session.repository.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A person ends one of their own sessions, wherever that browser stands. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly trail: SessionTrail,
  ) {}

  /** @throws DomainError `not_found` for a session that is over or somebody else's. */
  async execute(actor: Actor, id: string): Promise<void> {
    const which = { authorityId: actor.authorityId, personId: actor.id, id };
    await this.database.inTransaction(actor, async (tx) => {
      const ended = UUID.test(id) ? await this.sessions.end(tx, which, this.trail.now()) : [];
      if (ended.length === 0) throw new DomainError('not_found', 'There is no such session.');
      await this.trail.noteEnded(tx, ended, 'person');
    });
  }
}
