import { Injectable } from '@nestjs/common';
import { isOwnWork } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { Database, type Tx } from '#platform';
import type { Challenge, ChallengeKind, ChallengeOutcome, ReviewOutcome } from './challenge.ts';
import { ChallengeDesk, type HeldChallenge } from './challenge-desk.ts';
import { challengersOf, noticesOf } from './challenge-notices.ts';
import { CLOSING } from './closing.ts';
import { ReopenUpheld } from './reopen-upheld.ts';
import type { ChallengeStep } from './respond-to-challenge.ts';
import { ChallengeParties } from './challenge-parties.ts';

export interface ChallengeDecision extends ChallengeStep {
  readonly kind: ChallengeKind;
  readonly outcome: ChallengeOutcome | ReviewOutcome;
  /** Whether the case is to be decided anew where the challenge is upheld in part. */
  readonly reopen: boolean;
}

/**
 * Decides a challenge, or the review that a family asked for: by a named manager who neither made nor signed the
 * decision. Upheld, or changed, the case comes back to be decided anew.
 * @throws DomainError `not_found`, `not_allowed`, `second_person_needed`, or `action_not_available` where it is closed.
 */
@Injectable()
export class DecideChallenge {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
    private readonly parties: ChallengeParties,
    private readonly reopening: ReopenUpheld,
  ) {}

  execute(request: ChallengeDecision): Promise<Challenge> {
    const { actor, challengeId, kind } = request;
    const { action } = CLOSING[kind];
    return this.database.inTransaction(actor, async (tx) => {
      const held = await this.desk.hold(tx, actor, challengeId, { kind, action });
      const decidedBy = await this.parties.decidersOf(tx, held);
      if (isOwnWork(actor, action, decidedBy)) {
        throw new DomainError('second_person_needed', 'It is decided by somebody who had no part in the decision.');
      }
      await this.close(tx, held, request);
      if (bringsBack(request)) await this.reopening.execute(tx, held.found, actor, request);
      await this.tell(tx, actor, held, decidedBy.slice(0, 1));
      return this.desk.read(tx, actor, challengeId);
    });
  }

  private async close(tx: Tx, { challenge, found }: HeldChallenge, request: ChallengeDecision): Promise<void> {
    const { actor, challengeId, kind, outcome, text } = request;
    const { stage } = challenge;
    const at = this.desk.now();
    const closed = { stage, state: 'decided', outcome, closedAt: at } as const;
    await this.desk.challenges.change(tx, actor.authorityId, challengeId, closed);
    const entry = { kind: 'decided', stage, immediateRisk: false, side: 'front_door', written: text, at } as const;
    await this.desk.challenges.addEntry(tx, challenge, actor, entry);
    await this.parties.clocks.on(tx, found, CLOSING[kind].clock, at, { subjectId: challengeId });
    const details = { challengeId, decisionId: challenge.decisionId, stage, outcome, reopens: bringsBack(request) };
    await this.desk.record(tx, found, actor, { action: CLOSING[kind].recorded, reason: text, details });
  }

  /** The agency, and whoever decided the case. */
  private async tell(tx: Tx, actor: Actor, { challenge }: HeldChallenge, deciders: readonly string[]): Promise<void> {
    const { template } = CLOSING[challenge.kind];
    const to = [...challengersOf(challenge), ...deciders.map((personId) => ({ kind: 'person', personId }) as const)];
    const occasion = { authorityId: actor.authorityId, template, step: 'decided', urgent: false, at: this.desk.now() };
    await this.parties.messages.queue(tx, noticesOf(challenge, to, occasion));
  }
}

function bringsBack({ outcome, reopen }: ChallengeDecision): boolean {
  return outcome === 'upheld' || outcome === 'decision_changed' || (outcome === 'partly_upheld' && reopen);
}
