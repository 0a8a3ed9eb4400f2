import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database, Environment } from '#platform';
import type { Session } from './session.ts';
import { SessionRepository } from './store/session.repository.ts';

/** Whether a session that something still runs under is open; being asked does not keep it so. */
@Injectable()
export class SessionStillOpen {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `unavailable`. */
  async execute({ id, actor }: Session): Promise<boolean> {
    const now = this.clock.now();
    const row = await this.database.inTransaction(actor, (tx) => this.sessions.find(tx, id));
    if (row === null || row.endedAt !== null || row.expiresAt <= now) return false;
    return now.getTime() - row.lastSeenAt.getTime() <= this.environment.SESSION_IDLE_MINUTES * 60_000;
  }
}
