import { type Actor, type Case, pathwayOf } from '#domain';
import type { WorklistPage } from '#decisions';
import type { CaseSummaryResponse, WorklistResponse } from './case.response.ts';

/** One line of the worklist; also the head of the case page. */
export function presentCase(found: Case, actor: Actor, now: Date): CaseSummaryResponse {
  const { proposedLevel, proposedUrgency } = found;
  return {
    id: found.id,
    reference: found.reference,
    child: { name: found.childName, dateOfBirth: found.childDateOfBirth },
    state: found.state,
    queue: found.queue,
    area: found.area,
    receivedAt: found.receivedAt.toISOString(),
    nextDueAt: found.nextDueAt?.toISOString() ?? null,
    overdue: found.nextDueAt !== null && found.nextDueAt <= now,
    urgency: found.urgency ?? 'not_triaged',
    proposed:
      proposedLevel === null || proposedUrgency === null
        ? null
        : { level: proposedLevel, pathway: pathwayOf(proposedLevel), urgency: proposedUrgency },
    handoverWaiting: found.handoverWaiting,
    needsInformation: found.needsInformation,
    first1001Days: found.first1001Days,
    triageFailure: found.triageFailure,
    claimedBy: holderOf(found, actor),
    restricted: found.restricted,
    version: found.version,
  };
}

export function presentWorklist({ cases, next, asAt }: WorklistPage, actor: Actor): WorklistResponse {
  return { cases: cases.map((found) => presentCase(found, actor, asAt)), next, asAt: asAt.toISOString() };
}

function holderOf(found: Case, actor: Actor): CaseSummaryResponse['claimedBy'] {
  const { claimedBy, claimedByName, claimedAt } = found;
  if (claimedBy === null || claimedAt === null) return null;
  return { name: claimedByName ?? claimedBy, at: claimedAt.toISOString(), isMe: claimedBy === actor.id };
}
