import { Inject, Injectable } from '@nestjs/common';
import { type Action, mayDo, type RecordScope } from '#access-policy';
import { type AuditAction, AuditTrail } from '#audit';
import { requireAllowed } from '#case-access';
import { type Actor, type AgencyId, type Case, type CaseId, type Clock, DomainError } from '#domain';
import { CaseRepository } from '#intake';
import { CLOCK, type Tx } from '#platform';
import type { Challenge, ChallengeKind } from './challenge.ts';
import { ChallengeRepository } from './store/challenge.repository.ts';

interface ChallengeEvent {
  readonly action: AuditAction;
  readonly reason?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A challenge that somebody takes a step in, its case held until the transaction ends. */
export interface HeldChallenge {
  readonly challenge: Challenge;
  readonly found: Case;
}

/** The way to a challenge for everyone who takes part in it. */
@Injectable()
export class ChallengeDesk {
  constructor(
    readonly challenges: ChallengeRepository,
    private readonly cases: CaseRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** @throws DomainError `not_found` or `not_allowed`. */
  async holdCase(tx: Tx, actor: Actor, caseId: CaseId, action: Action): Promise<Case> {
    return requireAllowed(await this.cases.findForUpdate(tx, actor.authorityId, caseId), actor, action);
  }

  /** @throws DomainError `not_found`, also for a family review that an agency asks for. */
  async read(tx: Tx, actor: Actor, id: string): Promise<Challenge> {
    const challenge = await this.challenges.find(tx, actor.authorityId, id);
    if (challenge !== null && mayDo(actor, 'challenge.read', scopeOf(actor, challenge)) === 'allowed') return challenge;
    throw new DomainError('not_found', 'There is no challenge like this for you.');
  }

  /**
   * An open challenge of this kind with its case, to take a step in.
   * @throws DomainError `not_found`, `not_allowed`, or `action_not_available` where it is closed.
   */
  async hold(
    tx: Tx,
    actor: Actor,
    id: string,
    { kind, action }: { readonly kind: ChallengeKind; readonly action: Action },
  ): Promise<HeldChallenge> {
    const { caseId } = await this.read(tx, actor, id);
    const found = await this.cases.findForUpdate(tx, actor.authorityId, caseId);
    const challenge = await this.read(tx, actor, id);
    if (found === null || challenge.kind !== kind) {
      throw new DomainError('not_found', 'There is no challenge like this for you.');
    }
    requireAllowed(scopeOf(actor, challenge), actor, action, 'challenge');
    if (challenge.state === 'open') return { challenge, found };
    throw new DomainError('action_not_available', `This challenge is ${challenge.state}.`);
  }

  async record(tx: Tx, { id: caseId, referralId }: Case, actor: Actor, event: ChallengeEvent): Promise<void> {
    await this.audit.append(tx, [{ ...event, actor, occurredAt: this.clock.now(), caseId, referralId }]);
  }
}

/** A family's review is nobody's business outside the authority, the referring agency included. */
function scopeOf({ authorityId }: Actor, { agencyId }: Challenge): RecordScope {
  return { authorityId, agencyId: agencyId as AgencyId | null };
}
