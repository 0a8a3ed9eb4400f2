import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK } from '#platform';

/** The clock of one process of the service, in the hands of a test: it stands where it was put. */
export class MovedClock {
  private readonly clock: { now: Clock['now'] };

  constructor(context: INestApplicationContext) {
    this.clock = context.get<{ now: Clock['now'] }>(CLOCK);
  }

  /** To an instant, or back to real time. */
  set(at: string | Date | null): void {
    const fixed = at === null ? null : new Date(at);
    this.clock.now = () => (fixed === null ? new Date() : new Date(fixed));
  }
}
