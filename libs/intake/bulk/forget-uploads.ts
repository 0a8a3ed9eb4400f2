import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database, execute } from '#platform';

const EVERY_MS = 60_000;

/** Removes uploads whose time is over, with their rows. Which they are is PostgreSQL's to say: the engine sees no others. */
@Injectable()
export class ForgetUploads {
  private nextAt = 0;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now < this.nextAt) return;
    this.nextAt = now + EVERY_MS;
    await this.database.acrossAuthorities((tx) => execute(tx, 'DELETE FROM bulk_upload WHERE expires_at < now()'));
  }
}
