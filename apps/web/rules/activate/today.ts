import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Clock } from '#domain';
import { CLOCK } from '#platform';

/** The local day, as the use cases reckon it. */
@Injectable()
export class Today {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** `YYYY-MM-DD`. */
  day(): string {
    return localDateOf(this.clock.now().getTime());
  }
}
