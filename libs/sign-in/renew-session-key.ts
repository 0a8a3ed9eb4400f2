import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import { newSecret } from './secret.ts';
import type { Session } from './session.ts';
import { SessionRepository } from './store/session.repository.ts';

/** Gives a session another key when its person may do more than before: a key seen earlier does not grow with it. */
@Injectable()
export class RenewSessionKey {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Resolves to the new key; `null` when the session has just got another or is over. */
  async execute({ id, actor }: Session): Promise<string | null> {
    const key = newSecret();
    return this.database.inTransaction(actor, async (tx) => {
      const row = await this.sessions.find(tx, id);
      return row !== null && (await this.sessions.changeKey(tx, row, key, this.clock.now())) ? key : null;
    });
  }
}
