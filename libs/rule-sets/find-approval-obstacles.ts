import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { type ApprovalObstacle, approvalObstacles } from './approval-obstacles.ts';
import { hasReadLowerList } from './has-read-lower-list.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetVersionId } from './rule-set-version.ts';

/**
 * What keeps somebody from approving a rule set, before they try. A justification is not written yet, so that it is
 * named wherever one will be needed.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class FindApprovalObstacles {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, id: RuleSetVersionId): Promise<ApprovalObstacle[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const standing = await this.store.standingOf(tx, await this.store.get(tx, actor, id));
      const hasReadList = await hasReadLowerList(tx, standing.backtest, actor);
      return approvalObstacles({ actor, standing, hasReadList, justification: null });
    });
  }
}
