import { randomUUID } from 'node:crypto';
import type { ReferralDocument } from '#domain';
import { isInFirst1001Days, isUnborn, nameOf } from '#facts';
import type { AuthorityProfile } from '#nation-packs';
import type { Arrival, OpenedCase } from './arrival.ts';
import { matchKeysOf } from './match-keys.ts';

const IN_NOBODYS_HANDS = { claimedBy: null, claimedByName: null, claimedAt: null };

/** One case a child, each in the human queue of what nobody has triaged yet, its clock running from receipt. */
export function openCases(
  document: ReferralDocument,
  arrival: Omit<Arrival, 'cases'>,
  profile: AuthorityProfile,
  onDate: string,
): OpenedCase[] {
  const { referral, first } = arrival;
  return document.children.map((child, index) => ({
    keys: matchKeysOf(child),
    row: {
      id: randomUUID(),
      authorityId: referral.authorityId,
      referralId: referral.id,
      agencyId: referral.agencyId,
      reference: caseReference(referral.reference, index),
      childIndex: index,
      childName: nameOf(child),
      childDateOfBirth: child.dateOfBirth ?? null,
      area: profile.areaOf(child.address?.postcode),
      queue: profile.queues.untriaged,
      state: 'received',
      receivedAt: referral.receivedAt,
      nextDueAt: first.nextDueAt,
      first1001Days: isUnborn(child) || isInFirst1001Days(child.dateOfBirth ?? '', onDate) === true,
      urgency: null,
      proposedLevel: null,
      proposedUrgency: null,
      restricted: false,
      handoverWaiting: false,
      needsInformation: false,
      triageFailure: null,
      ...IN_NOBODYS_HANDS,
      inputVersion: 1,
      currentRunId: null,
      currentDecisionId: null,
      decidedPathway: null,
      version: 1,
    },
  }));
}

export function caseReference(referralReference: string, childIndex: number): string {
  return `${referralReference}-${String(childIndex + 1)}`;
}
