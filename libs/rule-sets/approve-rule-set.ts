import { Injectable } from '@nestjs/common';
import { isOwnWork } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { Database, sql, type Tx } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { Approval, RuleSetJob, RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';

export const LEAST_JUSTIFICATION = 50;

export interface ApprovalRequest {
  readonly actor: Actor;
  readonly id: RuleSetVersionId;
  readonly revision: number;
  readonly justification: string | null;
}

/**
 * A second person's approval of exactly this content: proved safe, tried on all of history, its list of children who
 * would go lower opened by the approver, with a justification where a group's share moved beyond the limits. The
 * database holds the same conditions by its keys.
 * @throws DomainError `not_found`, `record_changed`, `rule_set_not_ready` or `second_person_needed`.
 */
@Injectable()
export class ApproveRuleSet {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute({ actor, id, revision, justification }: ApprovalRequest): Promise<RuleSetVersion> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.store.open(tx, actor, id, revision);
      await this.store.requireDraft(tx, found);
      if (isOwnWork(actor, 'rule_set.approve', found.editors)) {
        throw new DomainError(
          'second_person_needed',
          'You changed this rule set yourself: somebody else must approve.',
        );
      }
      const { verification, backtest } = await this.store.standingOf(tx, found);
      const done = requireDone(verification, backtest, justification);
      await this.requireRead(tx, done.backtest, actor);
      const approval = { ...approvalOf(found, done), justification };
      const by = { approvedBy: actor.id, approvedByName: actor.name, approvedAt: this.store.now() };
      await this.store.versions.approve(tx, found.authorityId, { ...approval, ...by });
      const version = { ...found, revision: found.revision + 1 };
      await this.store.versions.update(tx, version);
      const details = {
        verificationId: done.verification.id,
        backtestId: done.backtest.id,
        outcome: done.backtest.outcome,
      };
      const reason = justification === null ? {} : { reason: justification };
      await this.store.record(tx, { action: 'rule_set.approved', actor, version, details, ...reason });
      return version;
    });
  }

  private async requireRead(tx: Tx, backtest: RuleSetJob, actor: Actor): Promise<void> {
    const read = 'SELECT 1 AS opened FROM backtest_reading WHERE job_id = $1 AND person_id = $2';
    if ((await sql<{ opened: number }>(tx, read, [backtest.id, actor.id])).length > 0) return;
    throw notReady('Open the list of children who would go lower first.');
  }
}

interface Done {
  readonly verification: RuleSetJob;
  readonly backtest: RuleSetJob;
}

function requireDone(verification: RuleSetJob | null, backtest: RuleSetJob | null, justification: string | null): Done {
  if (verification === null) throw notReady('It has not been verified as it stands.');
  if (verification.outcome !== 'safe')
    throw notReady('The verification did not find it safe: read its counterexamples.');
  if (backtest === null) throw notReady('It has not been tried on history as it stands.');
  const isJustified = (justification ?? '').trim().length >= LEAST_JUSTIFICATION;
  if (backtest.outcome === 'even' || isJustified) return { verification, backtest };
  throw notReady('A group is affected beyond the limits: give an equality and human-rights justification.');
}

function approvalOf(
  version: RuleSetVersion,
  { verification, backtest }: Done,
): Omit<Approval, 'justification' | 'approvedBy' | 'approvedByName' | 'approvedAt'> {
  return {
    versionId: version.id,
    hash: version.hash,
    editors: version.editors,
    verificationId: verification.id,
    verificationOutcome: 'safe',
    backtestId: backtest.id,
    backtestOutcome: backtest.outcome === 'uneven' ? 'uneven' : 'even',
  };
}

function notReady(detail: string): DomainError {
  return new DomainError('rule_set_not_ready', detail);
}
