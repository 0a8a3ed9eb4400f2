import { type Challenge, type ChallengePage, type ChallengeTimeline, stageName } from '#challenges';
import type {
  ChallengePageResponse,
  ChallengeResponse,
  ChallengesResponse,
  ChallengeTimelineResponse,
} from './challenges.response.ts';

export function presentChallenge(challenge: Challenge): ChallengeResponse {
  const { id, caseReference, kind, agencyId, grounds, askedBy, askedHow, stage, state, outcome } = challenge;
  return {
    ...{ id, caseReference, kind, agencyId, grounds, askedBy, askedHow, stage, state, outcome },
    stageName: kind === 'professional' ? stageName(stage) : null,
    complaint: complaintOf(challenge),
    openedBy: challenge.openedByName,
    openedAt: challenge.openedAt.toISOString(),
    dueAt: challenge.dueAt?.toISOString() ?? null,
    closedAt: challenge.closedAt?.toISOString() ?? null,
  };
}

function complaintOf({ acknowledgeBy, acknowledgedAt }: Challenge): ChallengeResponse['complaint'] {
  return acknowledgeBy === null ? null : { acknowledgeBy, acknowledgedAt: acknowledgedAt?.toISOString() ?? null };
}

export function presentChallenges(challenges: readonly Challenge[]): ChallengesResponse {
  return { challenges: challenges.map(presentChallenge) };
}

export function presentChallengePage({ challenges, next }: ChallengePage): ChallengePageResponse {
  return { ...presentChallenges(challenges), next };
}

export function presentTimeline({ challenge, entries }: ChallengeTimeline): ChallengeTimelineResponse {
  return {
    ...presentChallenge(challenge),
    timeline: entries.map(({ kind, stage, immediateRisk, side, written, byName, byRole, at }) => ({
      ...{ kind, stage, immediateRisk, side },
      text: written,
      by: { name: byName, role: byRole },
      at: at.toISOString(),
    })),
  };
}
