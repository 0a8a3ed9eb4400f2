import type { Case, CaseId, CaseState, DecidedPathway, Facts, Level } from '#domain';
import type { FamilyContact } from '#facts';
import type { RelatedBy, RelatedCase } from '#people';

/** What is said of one of these is said of the family. An address or an adult in common is a question, no more. */
const FAMILY: readonly RelatedBy[] = ['child', 'sibling', 'household'];

/** Another case of the family with what became of it. One for each tie. */
export interface FamilyCase extends RelatedCase {
  readonly reference: string;
  readonly state: CaseState;
  readonly open: boolean;
  readonly restricted: boolean;
  readonly queue: string;
  readonly claimedBy: string | null;
  readonly proposedLevel: Level | null;
  /** Pathway of the last signed decision. */
  readonly decidedPathway: DecidedPathway | null;
  /** Of the last decision, once it was signed. */
  readonly decidedLevel: Level | null;
  readonly decidedAt: Date | null;
  readonly domesticAbuse: boolean;
  /** Local day of receipt, ISO. */
  readonly on: string;
}

/** Indicators B12 to B14 of domain pack 5.1, or the sub-form: what makes a contact a notice of domestic abuse. */
export const ABUSE_FACTS = ['domesticAbuse.reported', 'indicator.B12', 'indicator.B13', 'indicator.B14'] as const;

export function isNoticeOfAbuse(facts: Facts): boolean {
  return ABUSE_FACTS.some((id) => {
    const fact = facts[id];
    return fact?.known === true && fact.value === true;
  });
}

/** The case in hand, as much of it as says what came before. */
export type InHand = Pick<Case, 'referralId' | 'receivedAt'>;

/** Another case as far as it counts (domain pack 4.4). */
export function contactOf(other: FamilyCase, own: InHand): FamilyContact {
  const { referralId, agencyId, relatedBy: tie, on, domesticAbuse, decidedPathway } = other;
  const statutory = decidedPathway === 'statutory';
  const helped = statutory || decidedPathway === 'early_help';
  return { referralId, agencyId, tie, on, domesticAbuse, helped, statutory, withWorker: hasWorker(other, own) };
}

/** Whether somebody worked with the family on another case when this one came. */
export function hasWorker(other: FamilyCase, { referralId, receivedAt }: InHand): boolean {
  return other.referralId !== referralId && other.receivedAt < receivedAt && isWithWorker(other);
}

/** Ids of the cases whose threshold is still open, of other referrals, the newest first. */
export function openFamilyOf({ referralId }: InHand, family: readonly FamilyCase[]): CaseId[] {
  const open = family.filter((each) => each.open && each.referralId !== referralId && FAMILY.includes(each.relatedBy));
  return [...new Set(open.map(({ caseId }) => caseId))];
}

/** With the team it was handed to, or in the hands of somebody at the front door. */
function isWithWorker({ state, open, claimedBy, decidedPathway }: FamilyCase): boolean {
  if (open) return claimedBy !== null;
  const isHelp = decidedPathway === 'early_help' || decidedPathway === 'statutory';
  return isHelp && (state === 'routed' || state === 'accepted' || state === 'feedback_sent');
}
