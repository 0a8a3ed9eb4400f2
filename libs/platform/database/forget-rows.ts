import { Inject } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK } from '../platform.module.ts';
import { Database } from './database.ts';
import { execute } from './sql.ts';

const EVERY_MS = 60_000;

/** Removes rows whose time is over, at most once a minute. Which they are is PostgreSQL's to say: the engine sees no others. */
export abstract class ForgetRows {
  protected abstract readonly statements: readonly string[];
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
      for (const statement of this.statements) await execute(tx, statement);
    });
  }
}
