import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate, type SeenCase } from '#case-access';
import type { Actor, Case, CaseId, Decision } from '#domain';
import { type FamilyCase, MissedOpportunities, type NotedOpportunity } from '#history';
import { Database, type Tx } from '#platform';
import { seenCase, visibleFamily } from './family-reach.ts';
import { KnownThen } from './known-then.ts';
import { DecisionRepository } from './store/decision.repository.ts';

/** An earlier contact that came to nothing, with why, and what was known at the time. */
export interface MissedEntry {
  readonly noted: NotedOpportunity;
  readonly decision: Decision | null;
  /** Labels of the harms that were known when it was decided. */
  readonly knownThen: readonly string[];
}

interface MissedOfCase {
  readonly entries: readonly MissedEntry[];
  readonly seen: readonly SeenCase[];
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
      const { entries, seen } = await this.of(tx, actor, found, await visibleFamily(tx, actor, found));
      const look = { event: 'case.missed_opportunities_viewed', by: 'case.read', purpose } as const;
      await this.log.viewedWith(tx, actor, found, seen, look);
      return entries;
    });
  }

  /** For who holds the case, and its family as they may see it, already; with the cases that the entries show. */
  async of(tx: Tx, actor: Actor, found: Case, family: readonly FamilyCase[]): Promise<MissedOfCase> {
    const visible = new Map(family.map((other) => [other.caseId as string, other]));
    const noted = await this.records.missed.ofCase(tx, found.id);
    const shown = noted.filter(({ earlierCaseId }) => visible.has(earlierCaseId));
    const others = [...new Map(shown.map(({ earlierCaseId: id }) => [id, visible.get(id)])).values()];
    const seen = others.flatMap((other) => (other === undefined ? [] : [seenCase(actor, other)]));
    const cases = seen.map(({ id, referralId, authorityId }) => ({ id, referralId, authorityId }));
    return { entries: await this.entriesOf(tx, cases, shown), seen };
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
