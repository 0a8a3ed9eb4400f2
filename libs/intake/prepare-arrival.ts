import { randomUUID } from 'node:crypto';
import { asId, type Flag, type Lane, type ReferralDocument, type ReferralId, reviewReferral } from '#domain';
import { localDateOf } from '#deadlines';
import { firstClocks, type FirstClocks } from '#clocks';
import type { AuthorityProfile } from '#nation-packs';
import { correlationId, sha256, traceParent } from '#platform';
import type { Arrival } from './arrival.ts';
import { laneOf } from './lane-of.ts';
import { caseReference, openCases } from './open-cases.ts';
import { inLondonWords, type Receipt } from './receipt.ts';
import { newReference } from './reference.ts';
import { senderOf } from './sender-of.ts';
import type { Submission } from './submit-referral.ts';

/** Works out everything that will be written, before the transaction opens. */
export function prepareArrival(
  submission: Submission,
  document: ReferralDocument,
  profile: AuthorityProfile,
  receivedAt: Date,
): Arrival {
  const { actor, body, idempotencyKey, channel = 'system' } = submission;
  const agencyId = senderOf(submission, profile.authority);
  const [id, reference] = [randomUUID(), newReference()];
  const first = firstClocks(profile, receivedAt, document.safety?.timeCriticalEvent?.at ?? null);
  const decideBy = decisionDueIn(first);
  const onDate = localDateOf(receivedAt.getTime());
  const flags = reviewReferral(document, onDate);
  const bodySha256 = sha256(body);
  const lane = laneOf(document, profile);
  const receipt = receiptOf({ document, reference, receivedAt, bodySha256, decideBy, flags, profile, lane });
  const about = { actor, agencyId, document, lane, first, decideBy, traceParent: traceParent() };
  const arrival = {
    id: asId<ReferralId>(id),
    ...about,
    referral: {
      id,
      authorityId: actor.authorityId,
      agencyId,
      reference,
      idempotencyKey,
      body,
      bodySha256,
      receivedAt,
      submittedBy: actor.id,
      channel,
      receipt,
      flags,
      correlationId: correlationId(),
    },
  };
  return { ...arrival, cases: openCases(document, arrival, profile, onDate) };
}

/** What a receipt is made from. */
interface ReceiptParts {
  readonly document: ReferralDocument;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly bodySha256: string;
  readonly decideBy: Date;
  readonly flags: readonly Flag[];
  readonly profile: AuthorityProfile;
  readonly lane: Lane;
}

function receiptOf(parts: ReceiptParts): Receipt {
  const { document, reference, receivedAt, bodySha256, decideBy, flags, profile, lane } = parts;
  return {
    reference,
    receivedAt: receivedAt.toISOString(),
    bodySha256,
    cases: document.children.map((child, index) => ({
      reference: caseReference(reference, index),
      childRef: child.ref,
    })),
    whatHappensNext: profile.whatHappensNext,
    decisionDueBy: decideBy.toISOString(),
    decisionDueByText: inLondonWords(decideBy),
    emergencyAdvice: profile.emergencyAdvice(receivedAt.getTime(), lane === 'urgent'),
    questions: flags,
  };
}

/** One working day to a recorded decision on next steps (Working Together; domain pack clock E1). */
function decisionDueIn({ clocks }: FirstClocks): Date {
  const clock = clocks.find(({ kind }) => kind === 'decide_next_steps');
  if (clock === undefined) throw new Error('Every nation has a clock for the next steps.');
  return clock.dueAt;
}
