import { Injectable } from '@nestjs/common';
import { AccessLog, CaseGate } from '#case-access';
import type { AccessPurpose } from '#access-policy';
import type { Actor, Case, CaseId, Decision } from '#domain';
import type { CaseHistory } from '#facts';
import { type FamilyCase, historyAmong } from '#history';
import { Database, type Tx } from '#platform';
import { seenCase, visibleFamily } from './family-reach.ts';
import { DecisionRepository } from './store/decision.repository.ts';

/** How many other cases are shown, the newest first; all that are visible count. */
const MOST = 100;

/** Another case of the family with the decision that stands. */
export interface FamilyEntry {
  readonly other: FamilyCase;
  readonly ties: readonly Pick<FamilyCase, 'relatedBy' | 'certainty'>[];
  /** The last signed decision; `null` while there is none. */
  readonly decision: Decision | null;
}

export interface HistoryOfCase {
  readonly found: Case;
  /** Counted over the cases that this person may see; what the rules count stands in the facts of the proposal. */
  readonly counts: CaseHistory;
  readonly entries: readonly FamilyEntry[];
}

/**
 * What other referrals have been about a child and their family, with what was decided and why, for somebody who may see those cases.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly decisions: DecisionRepository,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<HistoryOfCase> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const history = await this.of(tx, found, await visibleFamily(tx, actor, found));
      const shown = history.entries.map(({ other }) => seenCase(actor, other));
      await this.log.viewedWith(tx, actor, found, shown, { event: 'case.history_viewed', by: 'case.read', purpose });
      return history;
    });
  }

  /** For who holds the case, and its family as they may see it, already. */
  async of(tx: Tx, found: Case, visible: readonly FamilyCase[]): Promise<HistoryOfCase> {
    const family = visible.filter(({ referralId }) => referralId !== found.referralId);
    return { found, counts: historyAmong(found, family), entries: await this.entriesOf(tx, found, family) };
  }

  private async entriesOf(tx: Tx, { authorityId }: Case, family: readonly FamilyCase[]): Promise<FamilyEntry[]> {
    const newest = [...new Map(family.map((other) => [other.caseId, other])).values()].slice(0, MOST);
    const cases = newest.map(({ caseId: id, referralId }) => ({ id, referralId, authorityId }));
    const decided = cases.length === 0 ? [] : await this.decisions.ofCases(tx, cases);
    return newest.map((other) => ({
      other,
      ties: family.filter(({ caseId }) => caseId === other.caseId),
      decision: other.decidedPathway === null ? null : lastSigned(decided, other.caseId),
    }));
  }
}

function lastSigned(decided: Awaited<ReturnType<DecisionRepository['ofCases']>>, caseId: CaseId): Decision | null {
  const ofCase = decided.filter(({ decision }) => decision.caseId === caseId);
  const signed = ofCase.filter(
    ({ decision, signOff }) => decision.signOffReasons.length === 0 || signOff?.outcome === 'signed',
  );
  return signed.at(-1)?.decision ?? null;
}
