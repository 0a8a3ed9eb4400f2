import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { Milestones, type ReachedMilestone } from '#clocks';
import { type Case, DomainError } from '#domain';
import { Database } from '#platform';

export interface MilestoneRequest extends CaseRequest, Pick<ReachedMilestone, 'milestone' | 'happenedAt' | 'source'> {}

/**
 * Records what happened to a child after the front door's decision, with when it happened and from where it is known; its
 * clocks count from then.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`; `validation_failed` for what has not happened yet.
 */
@Injectable()
export class RecordMilestone {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly milestones: Milestones,
  ) {}

  execute(request: MilestoneRequest): Promise<Case> {
    const { actor, milestone, happenedAt, source } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'milestone.record');
      const at = this.store.now();
      if (happenedAt > at) {
        throw new DomainError('validation_failed', 'What has not happened yet cannot be recorded.', [
          { pointer: '/happenedAt', message: 'Must not lie in the future.' },
        ]);
      }
      await this.milestones.record(tx, found, { milestone, happenedAt, source }, { actor, at });
      const nextDueAt = await this.store.clocks.on(tx, found, milestone, happenedAt);
      const details = { milestone, happenedAt: happenedAt.toISOString(), source };
      return this.store.change(tx, found, { nextDueAt }, { action: 'case.milestone_recorded', actor, details });
    });
  }
}
