import { isOwnWork } from '#access-policy';
import type { Actor } from '#domain';
import type { Standing } from './stage.ts';

/** What can stand in the way of an approval, in the order in which it is mended. */
const APPROVAL_OBSTACLES = [
  'no_draft',
  'own_work',
  'not_verified',
  'not_safe',
  'not_backtested',
  'list_not_read',
  'no_justification',
] as const;
export type ApprovalObstacle = (typeof APPROVAL_OBSTACLES)[number];

export const LEAST_JUSTIFICATION = 50;

export interface ApprovalWish {
  readonly actor: Actor;
  readonly standing: Standing;
  /** Whether this person has opened all of the list of children who would go lower. */
  readonly hasReadList: boolean;
  readonly justification: string | null;
}

/** Everything that keeps this person from approving this content; the database holds the same by its keys. */
export function approvalObstacles(wish: ApprovalWish): ApprovalObstacle[] {
  const { actor, standing, hasReadList, justification } = wish;
  const { version, verification, backtest, approval } = standing;
  const isJustified = (justification ?? '').trim().length >= LEAST_JUSTIFICATION;
  const stands: Readonly<Record<ApprovalObstacle, boolean>> = {
    no_draft: version.abandonedAt !== null || approval !== null,
    own_work: isOwnWork(actor, 'rule_set.approve', version.editors),
    not_verified: verification === null,
    not_safe: verification !== null && verification.outcome !== 'safe',
    not_backtested: backtest === null,
    list_not_read: backtest !== null && !hasReadList,
    no_justification: backtest !== null && backtest.outcome !== 'even' && !isJustified,
  };
  return APPROVAL_OBSTACLES.filter((obstacle) => stands[obstacle]);
}
