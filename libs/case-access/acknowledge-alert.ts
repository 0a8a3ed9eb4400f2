import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database } from '#platform';
import { type Alert, AlertRepository } from './store/alert.repository.ts';

/**
 * A manager's note that they looked into an alert and what they found.
 * @throws DomainError `not_found`, also for an alert about the manager, or `action_not_available` once it is done.
 */
@Injectable()
export class AcknowledgeAlert {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor, id: string, note: string): Promise<Alert> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.alerts.open(tx, actor, id);
      const scope = { authorityId: actor.authorityId, workedOnBy: [found?.personId ?? ''] };
      if (found === null || mayDo(actor, 'alert.handle', scope) !== 'allowed') {
        throw new DomainError('not_found', 'There is no alert with this id for you.');
      }
      if (found.acknowledgedAt !== null) throw new DomainError('action_not_available', 'This has been looked into.');
      const at = this.clock.now();
      const by = { acknowledgedBy: actor.id, acknowledgedByName: actor.name, acknowledgedAt: at, note };
      await this.alerts.acknowledge(tx, id, by);
      const details = { alertId: id, kind: found.kind };
      const action = 'alert.acknowledged';
      await this.audit.append(tx, [{ action, actor, occurredAt: at, reason: note, details }]);
      return { ...found, ...by };
    });
  }
}
