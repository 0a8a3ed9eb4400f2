import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type AuthorityId, type Case, type Clock, engineActor } from '#domain';
import { CaseRepository } from '#intake';
import { Messages, type NewNotice } from '#messages';
import { authorityIds } from '#nation-packs';
import { CLOCK, Database, Environment, type Tx } from '#platform';
import { claimIdle } from './idle-claim.query.ts';

const MOST_AT_ONCE = 50;
const MINUTE_MS = 60_000;

/** Says in the trail, and to the holder, that a claim has lapsed. */
@Injectable()
export class ClaimTrail {
  constructor(
    private readonly audit: AuditTrail,
    private readonly messages: Messages,
  ) {}

  async note(tx: Tx, found: Case, holder: string, at: Date): Promise<void> {
    const { authorityId, id: caseId, referralId, state } = found;
    const event = { action: 'case.claim_lapsed', actor: engineActor(authorityId), occurredAt: at } as const;
    const about = { caseId, referralId, fromState: state, toState: state, details: { holder } };
    await this.audit.append(tx, [{ ...event, ...about }]);
    await this.messages.queue(tx, [noticeOf(found, holder, at)]);
  }
}

/**
 * Lets go of cases whose holder has neither looked at them nor changed them for a set time, so that nobody's child waits
 * behind a closed door. The holder is told. Signing out lets go of nothing: people sign out for lunch as well.
 */
@Injectable()
export class ReleaseIdleClaims {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly trail: ClaimTrail,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      while ((await this.round(authorityId as AuthorityId)) === MOST_AT_ONCE);
    }
  }

  /** How many it let go of. */
  private round(authorityId: AuthorityId): Promise<number> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - this.environment.CLAIM_IDLE_MINUTES * MINUTE_MS);
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const idle = await claimIdle(tx, authorityId, before, MOST_AT_ONCE);
      for (const { caseId, holder } of idle) {
        const found = await this.cases.findForUpdate(tx, authorityId, caseId);
        if (found === null) continue;
        await this.cases.update(tx, found, { claimedBy: null, claimedByName: null, claimedAt: null });
        await this.trail.note(tx, found, holder, now);
      }
      return idle.length;
    });
  }
}

function noticeOf({ authorityId, id: caseId, referralId, version }: Case, personId: string, at: Date): NewNotice {
  const about = { authorityId, referralId, caseId, subjectId: null, urgent: false, at };
  const dedupeKey = `claim_lapsed:${caseId}:${String(version)}`;
  return { ...about, template: 'claim_lapsed', to: { kind: 'person', personId }, dedupeKey };
}
