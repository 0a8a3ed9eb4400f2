import type { Case, Level } from '#domain';
import { localDateOf } from '#deadlines';
import { isWithinMonths } from '#facts';
import type { RelatedBy } from '#people';
import type { FamilyCase } from './family-case.ts';

/** How an earlier contact ended. */
type MissedOutcome = 'no_further_action' | 'universal' | 'early_help_closed';

/** An earlier contact about the family that ended without lasting help. Ids and codes only. */
export interface MissedOpportunity {
  readonly earlierCaseId: string;
  readonly relatedBy: RelatedBy;
  readonly agencyId: string;
  readonly receivedAt: Date;
  readonly outcome: MissedOutcome;
  readonly proposedLevel: Level | null;
  readonly decidedLevel: Level | null;
}

/** Closest first: a case is listed once. */
const TIES: readonly RelatedBy[] = ['child', 'sibling', 'household'];
const MONTHS = 24;

/**
 * Contacts about the child, siblings or household in the 24 months before this one that were decided below early help,
 * or whose early help was closed: what a statutory decision makes one ask about. The newest first.
 */
export function missedAmong({ referralId, receivedAt }: Case, family: readonly FamilyCase[]): MissedOpportunity[] {
  const today = localDateOf(receivedAt.getTime());
  const earlier = family
    .filter((other) => other.referralId !== referralId && other.receivedAt < receivedAt)
    .filter((other) => TIES.includes(other.relatedBy) && isWithinMonths(other.on, today, MONTHS))
    .sort((one, other) => TIES.indexOf(one.relatedBy) - TIES.indexOf(other.relatedBy));
  const closest = new Map<string, FamilyCase>();
  for (const other of earlier) if (!closest.has(other.caseId)) closest.set(other.caseId, other);
  const missed = [...closest.values()].flatMap(missedOf);
  return missed.sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime());
}

function missedOf(other: FamilyCase): MissedOpportunity[] {
  const outcome = outcomeOf(other);
  const { caseId: earlierCaseId, relatedBy, agencyId, receivedAt, proposedLevel, decidedLevel } = other;
  return outcome === null
    ? []
    : [{ earlierCaseId, relatedBy, agencyId, receivedAt, outcome, proposedLevel, decidedLevel }];
}

/** `null` while it is open, and where help was given and lasts. */
function outcomeOf({ open, state, decidedPathway }: FamilyCase): MissedOutcome | null {
  if (open) return null;
  if (decidedPathway === 'no_further_action' || decidedPathway === 'universal') return decidedPathway;
  return decidedPathway === 'early_help' && state === 'closed' ? 'early_help_closed' : null;
}
