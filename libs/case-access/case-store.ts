import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Case, Clock } from '#domain';
import { type AuditAction, AuditTrail } from '#audit';
import { CaseClocks } from '#clocks';
import { type CaseChanges, CaseRepository } from '#intake';
import { CLOCK, type Tx } from '#platform';

/** What the trail says of a change to a case. */
export interface CaseEvent {
  readonly action: AuditAction;
  readonly actor: Actor;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** What was written, for the log to vouch for. */
  readonly record?: unknown;
}

/** Changes a case and records it, always both. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly cases: CaseRepository,
    readonly clocks: CaseClocks,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async change(tx: Tx, found: Case, changes: CaseChanges, event: CaseEvent): Promise<Case> {
    const after = await this.cases.update(tx, found, changes);
    await this.audit.append(tx, [
      {
        ...event,
        occurredAt: this.clock.now(),
        referralId: found.referralId,
        caseId: found.id,
        fromState: found.state,
        toState: after.state,
      },
    ]);
    return after;
  }
}
