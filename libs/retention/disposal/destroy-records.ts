import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditTrail } from '#audit';
import type { CaseId, ReferralId } from '#domain';
import { retentionScheduleOf } from '#nation-packs';
import { contentHash, Database, sql, type Tx } from '#platform';
import type { DisposalId } from '../ids.ts';
import { disposalDueOn } from '../schedule/disposal-due-on.ts';
import { ReadRetentionFacts } from '../schedule/read-retention-facts.ts';
import { DisposalRecord } from './disposal-record.ts';
import { findApproved } from './disposal-work.query.ts';
import { claimSettled, findDestroyed, finishDisposal } from './finish-disposal.query.ts';
import { keeperActor } from './keeper-actor.ts';

/** Records that one round destroys. */
const STEP = 20;

interface Waiting {
  readonly disposalId: DisposalId;
  readonly referralId: ReferralId;
  readonly ruleId: string;
}

/**
 * Destroys what a second person approved, each record in a transaction of its own together with the audit events that
 * say so. PostgreSQL itself checks every condition again; whoever does it twice does nothing.
 */
@Injectable()
export class DestroyRecords {
  constructor(
    private readonly database: Database,
    private readonly facts: ReadRetentionFacts,
    private readonly audit: AuditTrail,
    private readonly disposals: DisposalRecord,
  ) {}

  /** One round for this authority; `false` when nothing waits. */
  async step(authorityId: string): Promise<boolean> {
    const waiting = await this.database.inTransaction({ authorityId }, (tx) => findApproved(tx, authorityId, STEP));
    const failures: unknown[] = [];
    for (const each of waiting) {
      await this.destroy(authorityId, each).catch((error: unknown) => failures.push(error));
    }
    const hasFinished = await this.finish(authorityId);
    // After the others: one that cannot go must not keep them.
    if (failures.length > 0) throw failures[0];
    return waiting.length > 0 || hasFinished;
  }

  private destroy(authorityId: string, waiting: Waiting): Promise<void> {
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const { disposalId, referralId } = waiting;
      const cases = await sql<{ id: CaseId }>(tx, CASES, [referralId]);
      // Counted again: something may have been said about the child since the list was made.
      const due = cases.length === 0 ? null : await this.dueOn(tx, authorityId, referralId);
      const [done] = await sql<{ result: string | null }>(tx, DISPOSE, [disposalId, referralId, due]);
      if (done?.result !== 'disposed') return;
      await this.audit.append(tx, this.eventsOf(authorityId, waiting, cases));
    });
  }

  private async dueOn(tx: Tx, authorityId: string, referralId: ReferralId): Promise<string | null> {
    const schedule = retentionScheduleOf(authorityId);
    return disposalDueOn(schedule, await this.facts.execute(tx, schedule, { authorityId, referralId }))?.dueOn ?? null;
  }

  private eventsOf(
    authorityId: string,
    { disposalId, referralId, ruleId }: Waiting,
    cases: readonly { readonly id: CaseId }[],
  ): AuditEntry[] {
    const actor = keeperActor(authorityId);
    const common = { actor, occurredAt: this.disposals.now(), referralId, details: { disposalId, ruleId } };
    return [
      { action: 'referral.disposed', ...common },
      ...cases.map(({ id }): AuditEntry => ({ action: 'case.disposed', ...common, caseId: id })),
    ];
  }

  /** Closes a disposal whose records are all settled; the hash of its list goes into the audit log. */
  private finish(authorityId: string): Promise<boolean> {
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const id = await claimSettled(tx, authorityId);
      if (id === null) return false;
      const destroyed = await findDestroyed(tx, id);
      const listSha256 = contentHash(destroyed.map(({ referenceSha256 }) => referenceSha256));
      await finishDisposal(tx, id, this.disposals.now(), listSha256);
      const details = { destroyed: destroyed.length, listSha256 };
      await this.disposals.record(tx, { action: 'disposal.completed', actor: keeperActor(authorityId), id, details });
      return true;
    });
  }
}

const CASES = 'SELECT id FROM case_record WHERE referral_id = $1 ORDER BY child_index';
const DISPOSE = 'SELECT dispose_of_referral($1, $2, $3) AS result';
