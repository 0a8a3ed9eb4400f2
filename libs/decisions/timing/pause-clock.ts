import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { HoldClock } from '#clocks';
import type { Case } from '#domain';
import { Database } from '#platform';

export interface PauseRequest extends CaseRequest {
  readonly clockId: string;
  readonly reasonCode: string;
  readonly note: string | null;
}

/**
 * Lets a clock stand still, for a reason for which the law lets it.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`, `action_not_available` or `validation_failed`.
 */
@Injectable()
export class PauseClock {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly hold: HoldClock,
  ) {}

  execute(request: PauseRequest): Promise<Case> {
    const { actor: by, clockId, reasonCode, note } = request;
    return this.database.inTransaction(by, async (tx) => {
      const found = await this.gate.open(tx, request, 'clock.pause');
      const nextDueAt = await this.hold.pause(tx, found, clockId, { by, at: this.store.now(), reasonCode, note });
      const details = { clockId, reason: reasonCode };
      return this.store.change(tx, found, { nextDueAt }, { action: 'clock.paused', actor: by, details });
    });
  }
}
