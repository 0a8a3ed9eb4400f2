import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Clock, DomainError } from '#domain';
import { authorityPack } from '#nation-packs';
import { CLOCK, Database } from '#platform';
import { seesWholeList } from '../list-cases.ts';
import { findColleagues, type Workload } from './colleague.query.ts';
import { countOpen, type QueueCount, type QueueStanding, standingOf } from './worklist-counts.query.ts';

/** The whole front door in numbers, and who has how much in hand. */
export interface Wall {
  readonly counts: readonly QueueCount[];
  /** In the authority's order of its queues. */
  readonly standing: readonly QueueStanding[];
  readonly people: readonly Workload[];
  readonly asAt: Date;
}

/**
 * How many cases wait where; names no child and no case.
 * @throws DomainError `not_allowed` for whoever sees only a part of the list.
 */
@Injectable()
export class CountWorklist {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<Wall> {
    if (!seesWholeList(actor)) throw new DomainError('not_allowed', 'Only the front door sees all queues.');
    const asAt = this.clock.now();
    const { authorityId } = actor;
    const queues = authorityPack(authorityId).queues.map(({ id }) => id);
    return this.database.inTransaction(actor, async (tx) => ({
      counts: await countOpen(tx, authorityId),
      standing: await standingOf(tx, authorityId, queues, asAt),
      people: await findColleagues(tx, authorityId, asAt),
      asAt,
    }));
  }
}
