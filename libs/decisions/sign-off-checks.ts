import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type Case, type Clock, type Decision, DomainError, levelRank, urgencyRank } from '#domain';
import { countUnreadReplies } from '#enquiries';
import { SiblingCheck } from '#family';
import { CLOCK, type Tx } from '#platform';

export const SIGN_OFF_OBSTACLES = ['siblings_not_considered', 'replies_unread', 'raised_since_decided'] as const;

/** What stands in the way of a signature: the code of the refusal, and how often. */
export interface SignOffObstacle {
  readonly code: (typeof SIGN_OFF_OBSTACLES)[number];
  readonly count: number;
}

/** What must have been done before a decision takes effect. A return is never held up. */
@Injectable()
export class SignOffChecks {
  constructor(
    private readonly siblings: SiblingCheck,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What this person would be refused for if they signed now. */
  async obstacles(tx: Tx, actor: Actor, found: Case, decision: Decision): Promise<SignOffObstacle[]> {
    const waiting = decision.pathway === 'statutory' ? await this.siblings.countWaiting(tx, actor, found) : 0;
    const all: SignOffObstacle[] = [
      { code: 'siblings_not_considered', count: waiting },
      { code: 'raised_since_decided', count: isRaisedSince(found, decision) ? 1 : 0 },
      { code: 'replies_unread', count: await countUnreadReplies(tx, found.id) },
    ];
    return all.filter(({ count }) => count > 0);
  }

  /**
   * Whoever gives a reason may sign although replies are unread; the reason goes to the trail.
   * @throws DomainError with the code of the first obstacle.
   */
  async require(tx: Tx, actor: Actor, found: Case, decision: Decision, unreadReason: string | null): Promise<void> {
    for (const obstacle of await this.obstacles(tx, actor, found, decision)) {
      if (obstacle.code !== 'replies_unread' || unreadReason === null) throw refusalFor(obstacle);
      const details = { decisionId: decision.id, unread: obstacle.count };
      const entry = { action: 'replies.left_unread', actor, reason: unreadReason, details } as const;
      const { id: caseId, referralId } = found;
      await this.audit.append(tx, [{ ...entry, occurredAt: this.clock.now(), caseId, referralId }]);
    }
  }
}

/** The rules propose more by now than they did to the decider, and more than was decided. */
function isRaisedSince({ proposedLevel, proposedUrgency }: Case, decision: Decision): boolean {
  const level = proposedLevel === null ? -1 : levelRank(proposedLevel);
  const urgency = proposedUrgency === null ? -1 : urgencyRank(proposedUrgency);
  const isHigher = level > rankOr(decision.proposedLevel, levelRank) && level > rankOr(decision.level, levelRank);
  const isMoreUrgent =
    urgency > rankOr(decision.proposedUrgency, urgencyRank) && urgency > urgencyRank(decision.urgency);
  return isHigher || isMoreUrgent;
}

function rankOr<T>(value: T | null, rank: (value: T) => number): number {
  return value === null ? -1 : rank(value);
}

function refusalFor({ code, count }: SignOffObstacle): DomainError {
  const what = code === 'replies_unread' ? 'Not read yet' : 'Still to be considered';
  return new DomainError(code, `${what}: ${String(count)}.`);
}
