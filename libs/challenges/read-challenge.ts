import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor } from '#domain';
import { Database } from '#platform';
import type { Challenge, ChallengeEntry } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';

export interface ChallengeTimeline {
  readonly challenge: Challenge;
  /** In the order in which it was said. */
  readonly entries: readonly ChallengeEntry[];
}

/**
 * A challenge with everything that was said in it: the same for both sides.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class ReadChallenge {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly desk: ChallengeDesk,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, challengeId: string, purpose: AccessPurpose | null): Promise<ChallengeTimeline> {
    return this.database.inTransaction(actor, async (tx) => {
      const challenge = await this.desk.read(tx, actor, challengeId);
      const found = await this.gate.read(tx, actor, challenge.caseId, 'challenge.read');
      await this.log.viewed(tx, actor, found, { event: 'case.challenges_viewed', by: 'challenge.read', purpose });
      return { challenge, entries: await this.desk.challenges.entriesOf(tx, found, challengeId) };
    });
  }
}
