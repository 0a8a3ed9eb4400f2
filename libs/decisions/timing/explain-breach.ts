import { Injectable } from '@nestjs/common';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { type BreachReasonCode, HoldClock } from '#clocks';
import type { Case } from '#domain';
import { Database } from '#platform';

export interface BreachReasonRequest extends CaseRequest {
  readonly clockId: string;
  readonly code: BreachReasonCode;
  readonly note: string | null;
}

/**
 * Notes why a clock ran out.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`; `action_not_available` for a clock that has not.
 */
@Injectable()
export class ExplainBreach {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly hold: HoldClock,
  ) {}

  execute(request: BreachReasonRequest): Promise<Case> {
    const { actor: by, clockId, code, note } = request;
    return this.database.inTransaction(by, async (tx) => {
      const found = await this.gate.open(tx, request, 'milestone.record');
      await this.hold.explainBreach(tx, found, clockId, { by, at: this.store.now(), code, note });
      const details = { clockId, reason: code };
      return this.store.change(tx, found, {}, { action: 'clock.breach_explained', actor: by, details });
    });
  }
}
