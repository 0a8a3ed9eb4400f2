import { Injectable } from '@nestjs/common';
import { ACCESS_ACTIONS, AuditTrail, type RecordedEvent } from '#audit';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Case, CaseId, Decision, Language } from '#domain';
import type { Information } from '#history';
import { Database, type Tx } from '#platform';
import { type DecisionBasis, DecisionBases } from './decision-basis.ts';
import type { SignOff } from './store/decision.repository.ts';

/** One decision with all that can be asked about it later. */
export interface AuditedDecision {
  readonly decision: Decision;
  readonly signOff: SignOff | null;
  readonly basis: DecisionBasis | null;
  /** What had been learned since the referral, and stood when it was decided. */
  readonly learned: readonly Information[];
  /** Things that were learned only afterwards. */
  readonly learnedLater: number;
}

export interface CaseAudit {
  readonly found: Case;
  /** Newest first. */
  readonly decisions: readonly AuditedDecision[];
  /** What happened, without who looked; oldest first. */
  readonly trail: readonly RecordedEvent[];
}

const LOOKS: readonly string[] = ACCESS_ACTIONS;

/**
 * Every decision on a case as it was taken: who, when, by which rules, what was known then and what was not; and the trail.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class AuditCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly bases: DecisionBases,
    private readonly audit: AuditTrail,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, language: Language): Promise<CaseAudit> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'audit.read');
      await this.log.viewed(tx, actor, found, { event: 'case.trail_viewed', by: 'audit.read', purpose: null });
      const decisions: AuditedDecision[] = [];
      for (const { decision, signOff } of await this.bases.records.decisions.ofCase(tx, found)) {
        decisions.unshift({ decision, signOff, ...(await this.around(tx, actor, found, decision, language)) });
      }
      const events = await this.audit.ofCase(tx, found);
      return { found, decisions, trail: events.filter(({ action }) => !LOOKS.includes(action)) };
    });
  }

  private async around(tx: Tx, actor: Actor, found: Case, decision: Decision, language: Language) {
    return {
      basis: await this.bases.of(tx, actor, decision, language),
      learned: await this.bases.learnedBy(tx, found, decision.decidedAt),
      learnedLater: await this.bases.learnedAfter(tx, found, decision.decidedAt),
    };
  }
}
