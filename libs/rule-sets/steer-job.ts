import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { wakeWorkers } from '#outbox';
import { Database } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetJob, RuleSetJobId } from './rule-set-version.ts';

/**
 * Cancels a job at its next step, or lets a cancelled or failed one go on where it stopped.
 * @throws DomainError `not_found` or `rule_set_not_ready`.
 */
@Injectable()
export class SteerJob {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, id: RuleSetJobId, wish: 'cancel' | 'resume'): Promise<RuleSetJob> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.jobs.find(tx, actor.authorityId, id);
      if (found === null) throw new DomainError('not_found', 'There is no job with this id for you.');
      const isDone =
        wish === 'cancel'
          ? await this.store.jobs.cancel(tx, id, this.store.now())
          : await this.store.jobs.resume(tx, id);
      if (!isDone) throw new DomainError('rule_set_not_ready', `The job is ${found.state}: it cannot ${wish}.`);
      const version = await this.store.get(tx, actor, found.versionId);
      const action = wish === 'cancel' ? 'rule_set.job_cancelled' : 'rule_set.job_resumed';
      await this.store.record(tx, { action, actor, version, details: { jobId: id, kind: found.kind } });
      if (wish === 'resume') await wakeWorkers(tx, 'rule_sets');
      return (await this.store.jobs.find(tx, actor.authorityId, id)) ?? found;
    });
  }
}
