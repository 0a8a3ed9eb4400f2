import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { wakeWorkers } from '#outbox';
import { Database, type Tx } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { JobKind, RuleSetJob, RuleSetJobId, RuleSetVersionId } from './rule-set-version.ts';

/**
 * Asks for a verification or a backtest of a draft as it stands. A backtest comes after a verification that found it
 * safe: nobody should study the effects of rules that may not come into force.
 * @throws DomainError `not_found` or `rule_set_not_ready`.
 */
@Injectable()
export class RequestJob {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, versionId: RuleSetVersionId, kind: JobKind): Promise<RuleSetJob> {
    return this.database.inTransaction(actor, async (tx) => {
      const version = await this.store.get(tx, actor, versionId);
      await this.store.requireDraft(tx, version);
      const { verification } = await this.store.standingOf(tx, version);
      if (kind === 'backtest' && verification?.outcome !== 'safe') {
        throw new DomainError('rule_set_not_ready', 'Verify the rule set as it stands first; it must be found safe.');
      }
      const id = randomUUID() as RuleSetJobId;
      await this.store.jobs.insert(tx, {
        ...{ id, authorityId: actor.authorityId, versionId, hash: version.hash, kind },
        ...{ requestedBy: actor.id, requestedByName: actor.name, requestedAt: this.store.now() },
      });
      const action = kind === 'verify' ? 'rule_set.verification_requested' : 'rule_set.backtest_requested';
      await this.store.record(tx, { action, actor, version, details: { jobId: id } });
      await wakeWorkers(tx, 'rule_sets');
      return this.read(tx, actor, id);
    });
  }

  private async read(tx: Tx, actor: Actor, id: RuleSetJobId): Promise<RuleSetJob> {
    const job = await this.store.jobs.find(tx, actor.authorityId, id);
    if (job === null) throw new Error('The job was stored a moment ago.');
    return job;
  }
}
