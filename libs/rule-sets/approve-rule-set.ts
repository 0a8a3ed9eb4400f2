import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { type ApprovalObstacle, approvalObstacles, type ApprovalWish } from './approval-obstacles.ts';
import { hasReadLowerList } from './has-read-lower-list.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { Approval, RuleSetJob, RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';

export interface ApprovalRequest {
  readonly actor: Actor;
  readonly id: RuleSetVersionId;
  readonly revision: number;
  readonly justification: string | null;
}

/**
 * A second person's approval of exactly this content: proved safe, tried on all of history, all of its list of children
 * who would go lower opened by the approver, with a justification where a group's share moved beyond the limits. The
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
      const standing = await this.store.standingOf(tx, found);
      const hasReadList = await hasReadLowerList(tx, standing.backtest, actor);
      const done = requireDone({ actor, standing, hasReadList, justification });
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
}

interface Done {
  readonly verification: RuleSetJob;
  readonly backtest: RuleSetJob;
}

const REFUSALS: Readonly<Record<ApprovalObstacle, string>> = {
  no_draft: 'Only a draft can be approved.',
  own_work: 'You changed this rule set yourself: somebody else must approve.',
  not_verified: 'It has not been verified as it stands.',
  not_safe: 'The verification did not find it safe: read its counterexamples.',
  not_backtested: 'It has not been tried on history as it stands.',
  list_not_read: 'Open all of the list of children who would go lower first.',
  no_justification: 'A group is affected beyond the limits: give an equality and human-rights justification.',
};

function requireDone(wish: ApprovalWish): Done {
  const [obstacle] = approvalObstacles(wish);
  if (obstacle !== undefined) throw refusalOf(obstacle);
  const { verification, backtest } = wish.standing;
  if (verification === null || backtest === null) throw new Error('Nothing stands in the way, so both are done.');
  return { verification, backtest };
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

function refusalOf(obstacle: ApprovalObstacle): DomainError {
  return new DomainError(obstacle === 'own_work' ? 'second_person_needed' : 'rule_set_not_ready', REFUSALS[obstacle]);
}
