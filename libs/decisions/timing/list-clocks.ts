import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import { type ClockDetail, type Handover, type ReachedMilestone, ReadClocks } from '#clocks';
import type { Actor, Case, CaseId } from '#domain';
import { Database, type Tx } from '#platform';
import { CaseCourse } from './case-course.ts';

/** The time of a case: every clock, what was recorded of its course, what was handed over. */
export interface CaseTiming {
  readonly found: Case;
  readonly clocks: readonly ClockDetail[];
  readonly milestones: readonly ReachedMilestone[];
  readonly handovers: readonly Handover[];
}

/**
 * Every clock of a case, running or not.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ListClocks {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly clocks: ReadClocks,
    private readonly course: CaseCourse,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null = null): Promise<CaseTiming> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      await this.log.viewed(tx, actor, found, {
        event: 'case.viewed',
        by: 'case.read',
        purpose,
        details: { part: 'clocks' },
      });
      return this.of(tx, found);
    });
  }

  /** For who holds the case already. */
  async of(tx: Tx, found: Case): Promise<CaseTiming> {
    return {
      found,
      clocks: await this.clocks.execute(tx, found),
      milestones: await this.course.milestones.ofCase(tx, found.id),
      handovers: await this.course.handovers.ofCase(tx, found),
    };
  }
}
