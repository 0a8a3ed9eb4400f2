import { Injectable } from '@nestjs/common';
import { grantsOf } from '#access-policy';
import { AuditTrail } from '#audit';
import type { Actor } from '#domain';
import { Database } from '#platform';
import type { Challenge, ChallengeKind, ChallengeState } from './challenge.ts';
import { ChallengeDesk } from './challenge-desk.ts';

export interface ChallengesRequest {
  readonly kind: ChallengeKind | null;
  readonly state: ChallengeState | null;
  readonly stage: number | null;
  readonly overdue: boolean;
  readonly after: string | null;
  readonly limit: number;
}

export interface ChallengePage {
  readonly challenges: readonly Challenge[];
  readonly next: string | null;
}

/** Challenges, newest first: to the front door all of them, to an agency its own; no word of what was said. */
@Injectable()
export class ListChallenges {
  constructor(
    private readonly database: Database,
    private readonly desk: ChallengeDesk,
    private readonly audit: AuditTrail,
  ) {}

  execute(actor: Actor, { overdue, ...asked }: ChallengesRequest): Promise<ChallengePage> {
    const now = this.desk.now();
    const seesAll = readsForAuthority(actor);
    return this.database.inTransaction(actor, async (tx) => {
      const question = { ...asked, overdueAt: overdue ? now : null, limit: asked.limit + 1 };
      const agencyId = seesAll ? null : (actor.agencyId ?? '');
      const rows = await this.desk.challenges.list(tx, actor.authorityId, agencyId, question);
      const challenges = rows.slice(0, asked.limit);
      const details = { relation: seesAll ? 'own_authority' : 'own_agency', purpose: null, shown: challenges.length };
      await this.audit.append(tx, [{ action: 'challenges.listed', actor, occurredAt: now, details }]);
      return { challenges, next: rows.length > asked.limit ? (challenges.at(-1)?.id ?? null) : null };
    });
  }
}

/** Whether somebody of the front door asks, and not an agency. */
export function readsForAuthority(actor: Actor): boolean {
  return grantsOf(actor, 'challenge.read').some(({ relation }) => relation === 'own_authority');
}
