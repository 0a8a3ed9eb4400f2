import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database, execute } from '#platform';

const EVERY_MS = 60_000;

/**
 * Removes attempts and held forms that are over, and sessions a day after their end. Which rows these are is PostgreSQL's
 * to say: the engine's role is shown no others.
 */
@Injectable()
export class ForgetExpired {
  private nextAt = 0;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now < this.nextAt) return;
    this.nextAt = now + EVERY_MS;
    await this.database.acrossAuthorities(async (tx) => {
      for (const statement of STATEMENTS) await execute(tx, statement);
    });
  }
}

const STATEMENTS = [
  'DELETE FROM sign_in_attempt WHERE expires_at < now()',
  'DELETE FROM held_form WHERE expires_at < now()',
  `DELETE FROM session WHERE expires_at < now() - interval '1 day'`,
];
