import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { HoldClock } from '#clocks';
import type { Case } from '#domain';
import { Database } from '#platform';

export interface ResumeRequest extends CaseRequest {
  readonly clockId: string;
}

/**
 * Lets a paused clock go on with what was left.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed` or `action_not_available`.
 */
@Injectable()
export class ResumeClock {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly hold: HoldClock,
  ) {}

  execute(request: ResumeRequest): Promise<Case> {
    const { actor: by, clockId } = request;
    return this.database.inTransaction(by, async (tx) => {
      const found = await this.gate.open(tx, request, 'clock.pause');
      const nextDueAt = await this.hold.resume(tx, found, clockId, { by, at: this.store.now() });
      return this.store.change(tx, found, { nextDueAt }, { action: 'clock.resumed', actor: by, details: { clockId } });
    });
  }
}
