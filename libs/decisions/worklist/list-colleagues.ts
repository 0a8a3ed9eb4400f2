import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import { findColleagues, type Workload } from './colleague.query.ts';

/** The front door's people and what each has in hand. */
@Injectable()
export class ListColleagues {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor): Promise<Workload[]> {
    return this.database.inTransaction(actor, (tx) => findColleagues(tx, actor.authorityId, this.clock.now()));
  }
}
