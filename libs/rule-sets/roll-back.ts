import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { ActivationId, RuleSetVersion } from './rule-set-version.ts';

/**
 * Withdraws an activation at once, in one step: what was in force before it is in force again, down to the rule set
 * that came with the service. Runs made meanwhile keep naming the rule set that made them.
 * @throws DomainError `not_found` or `rule_set_not_ready`.
 */
@Injectable()
export class RollBack {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, id: ActivationId, reason: string): Promise<RuleSetVersion> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.versions.findActivation(tx, actor.authorityId, id);
      if (found === null) throw new DomainError('not_found', 'There is no activation with this id for you.');
      const isWithdrawn = await this.store.versions.withdraw(tx, found, {
        ...{ withdrawnBy: actor.id, withdrawnByName: actor.name },
        ...{ withdrawnAt: this.store.now(), withdrawnReason: reason },
      });
      if (!isWithdrawn) throw new DomainError('rule_set_not_ready', 'This activation was withdrawn already.');
      const version = await this.store.get(tx, actor, found.versionId);
      const details = { activationId: id, area: found.area, fromDate: found.fromDate };
      await this.store.record(tx, { action: 'rule_set.rolled_back', actor, version, reason, details });
      return version;
    });
  }
}
