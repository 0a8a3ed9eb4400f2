import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database, Environment } from '#platform';
import type { ListedSession } from './session.ts';
import { SessionRepository } from './store/session.repository.ts';

/** The sessions that a person has running, latest used first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<ListedSession[]> {
    const now = this.clock.now();
    const idleSince = now.getTime() - this.environment.SESSION_IDLE_MINUTES * 60_000;
    const rows = await this.database.inTransaction(actor, (tx) => this.sessions.running(tx, actor, now));
    return rows
      .filter((row) => row.lastSeenAt.getTime() >= idleSince)
      .map(({ id, browser, createdAt, lastSeenAt }) => ({ id, browser, createdAt, lastSeenAt }));
  }
}
