import type { Case } from '#domain';
import type { Member } from './member.ts';
import type { Consideration } from './store/considerations.ts';

/** Whether a sibling has been thought of in the case of one child, and how. */
export interface SiblingStanding {
  /** `waiting`: neither; a statutory decision about the child is not signed before. */
  readonly state: 'considered' | 'decided' | 'waiting';
  /** The latest. */
  readonly consideration: Consideration | null;
}

/**
 * A sibling is considered by what somebody recorded about them in this case, or by a decision on their own case of the
 * same referral, which was made from the same report. An older decision knew nothing of this one. Source: domain pack
 * 3.4, `siblings_considered`.
 */
export function siblingStanding(
  sibling: Member,
  found: Case,
  considerations: readonly Consideration[],
): SiblingStanding {
  const ids = sibling.mentions.map(({ mention }) => mention.id);
  const consideration = considerations.findLast(({ siblingId }) => ids.includes(siblingId)) ?? null;
  if (consideration !== null) return { state: 'considered', consideration };
  const isDecided = sibling.cases.some(
    ({ referralId, decision }) => referralId === found.referralId && decision !== null,
  );
  return { state: isDecided ? 'decided' : 'waiting', consideration };
}
