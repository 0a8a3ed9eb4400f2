import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Case, CaseId, Decision } from '#domain';
import { findFamilyCases, MissedOpportunities, type NotedOpportunity } from '#history';
import { Database, type Tx } from '#platform';
import { maySee, seenCase } from './family-reach.ts';
import { KnownThen } from './known-then.ts';
import { DecisionRepository } from './store/decision.repository.ts';

/** An earlier contact that came to nothing, with why, and what was known at the time. */
export interface MissedEntry {
  readonly noted: NotedOpportunity;
  readonly decision: Decision | null;
  /** Labels of the harms that were known when it was decided. */
  readonly knownThen: readonly string[];
}

/** The records that a list of missed opportunities is made from. */
@Injectable()
export class MissedRecords {
  constructor(
    readonly missed: MissedOpportunities,
    readonly decisions: DecisionRepository,
    readonly known: KnownThen,
  ) {}
}

/**
 * What was noted with the statutory decisions on a case: earlier contacts that had ended without help, as far as this
 * person may see them.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ReadMissedOpportunities {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly records: MissedRecords,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<readonly MissedEntry[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const family = (await findFamilyCases(tx, found)).filter((other) => maySee(actor, other));
      const visible = new Map(family.map((other) => [other.caseId as string, other]));
      const noted = await this.records.missed.ofCase(tx, caseId);
      const shown = noted.filter(({ earlierCaseId }) => visible.has(earlierCaseId));
      const seen = [...new Map(shown.map(({ earlierCaseId: id }) => [id, visible.get(id)])).values()];
      const others = seen.flatMap((other) => (other === undefined ? [] : [seenCase(actor, other)]));
      const look = { event: 'case.missed_opportunities_viewed', by: 'case.read', purpose } as const;
      await this.log.viewedWith(tx, actor, found, others, look);
      const cases = others.map(({ id, referralId, authorityId }) => ({ id, referralId, authorityId }));
      return this.entriesOf(tx, cases, shown);
    });
  }

  private async entriesOf(
    tx: Tx,
    cases: readonly Pick<Case, 'id' | 'referralId' | 'authorityId'>[],
    noted: readonly NotedOpportunity[],
  ): Promise<MissedEntry[]> {
    const decided = cases.length === 0 ? [] : await this.records.decisions.ofCases(tx, cases);
    const entries: MissedEntry[] = [];
    for (const each of noted) {
      const ofCase = decided.filter(({ decision }) => decision.caseId === each.earlierCaseId);
      const decision = ofCase.at(-1)?.decision ?? null;
      const knownThen = decision?.runId == null ? [] : await this.records.known.of(tx, decision.runId);
      entries.push({ noted: each, decision, knownThen });
    }
    return entries;
  }
}
