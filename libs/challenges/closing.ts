import type { Action } from '#access-policy';
import type { AuditAction } from '#audit';
import type { ClockEvent } from '#domain';
import type { MessageTemplate } from '#messages';
import type { ChallengeKind } from './challenge.ts';

/** What deciding a challenge of each kind needs and sets off. */
export const CLOSING = {
  professional: {
    action: 'challenge.decide',
    recorded: 'challenge.decided',
    clock: 'challenge_closed',
    template: 'challenge_decided',
  },
  family_review: {
    action: 'family_review.decide',
    recorded: 'family_review.decided',
    clock: 'family_review_decided',
    template: 'family_review_decided',
  },
} as const satisfies Record<
  ChallengeKind,
  { action: Action; recorded: AuditAction; clock: ClockEvent; template: MessageTemplate }
>;
