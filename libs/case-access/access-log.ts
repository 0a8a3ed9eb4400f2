import { Inject, Injectable } from '@nestjs/common';
import { type AccessPurpose, type AccessReason, type Action, grantsOf, relationFor } from '#access-policy';
import { type AccessAction, type AuditEntry, AuditTrail } from '#audit';
import { type Actor, type Case, type Clock, DomainError, type ReferralDocument } from '#domain';
import { ReferralRepository } from '#intake';
import { authorityPack } from '#nation-packs';
import { CLOCK, type Tx } from '#platform';
import { AlertRepository } from './store/alert.repository.ts';
import { CaseAccessRepository } from './store/case-access.repository.ts';
import { unusualAbout } from './unusual-access.ts';

/** One look at a case: what kind, by which permission, and what for if the person said so. */
export interface Look {
  readonly event: Extract<AccessAction, `case.${string}` | `chronology.${string}` | `quality.${string}`>;
  readonly by: Action;
  readonly purpose: AccessPurpose | null;
  /** The referral, where the look has read it anyway. */
  readonly document?: ReferralDocument;
  /** What more there is to say of it: codes and counts. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A case that was shown beside another: as much of it as tells why it was open. */
export type SeenCase = Pick<
  Case,
  'id' | 'referralId' | 'authorityId' | 'agencyId' | 'queue' | 'claimedBy' | 'state' | 'restricted'
>;

/**
 * Records who looked at what and why, in the transaction of the look, so that there is one exactly where there was the
 * other; and tells the managers of what is unusual. It never stands in the way of a look.
 */
@Injectable()
export class AccessLog {
  constructor(
    private readonly audit: AuditTrail,
    private readonly access: CaseAccessRepository,
    private readonly alerts: AlertRepository,
    private readonly referrals: ReferralRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async viewed(tx: Tx, actor: Actor, found: Case, look: Look): Promise<void> {
    const relation = await this.reasonOf(tx, actor, found, look.by);
    const occurredAt = this.clock.now();
    const { id: caseId, referralId } = found;
    const details = { ...look.details, relation, purpose: look.purpose };
    await this.audit.append(tx, [{ action: look.event, actor, occurredAt, caseId, referralId, details }]);
    await this.alertAbout(tx, actor, found, look.document);
  }

  /** A look at one case that showed something of others too: each of them has its own event, which names the way. */
  async viewedWith(tx: Tx, actor: Actor, found: Case, others: readonly SeenCase[], look: Look): Promise<void> {
    const occurredAt = this.clock.now();
    const entries: AuditEntry[] = [];
    for (const other of others) {
      const relation = await this.reasonOf(tx, actor, other, look.by);
      const details = { ...look.details, relation, purpose: look.purpose, through: found.id };
      const { id: caseId, referralId } = other;
      entries.push({ action: look.event, actor, occurredAt, caseId, referralId, details });
    }
    await this.audit.append(tx, entries);
    await this.viewed(tx, actor, found, look);
  }

  /** A page of the worklist: which cases it showed, and whether somebody had searched for one. */
  async listed(
    tx: Tx,
    actor: Actor,
    cases: readonly Case[],
    asked: { isSearch: boolean; purpose: AccessPurpose | null },
  ) {
    const relations = grantsOf(actor, 'worklist.read').map(({ relation }) => relation);
    const relation: AccessReason = relations.includes('own_authority') ? 'own_authority' : 'own_team';
    const caseIds = cases.map(({ id }) => id);
    const details = { relation, purpose: asked.purpose, search: asked.isSearch, caseIds };
    await this.audit.append(tx, [{ action: 'worklist.viewed', actor, occurredAt: this.clock.now(), details }]);
  }

  private async reasonOf(tx: Tx, actor: Actor, found: SeenCase, by: Action): Promise<AccessReason | null> {
    const wayIn = found.restricted ? await this.access.wayIn(tx, found.id, actor.id) : null;
    return wayIn ?? relationFor(actor, by, found);
  }

  private async alertAbout(tx: Tx, actor: Actor, found: Case, read?: ReferralDocument): Promise<void> {
    const at = this.clock.now();
    const document = read ?? (await this.documentOf(tx, found));
    for (const kind of unusualAbout(actor, found, document)) {
      await this.alerts.raise(tx, { kind, actor, caseIds: [found.id], at });
    }
    const viewed = await this.alerts.casesViewedInHour(tx, actor, at);
    if (viewed.length <= authorityPack(found.authorityId).accessLimits.casesViewedPerHour) return;
    await this.alerts.raise(tx, { kind: 'many_look_ups', actor, caseIds: viewed, at });
  }

  /** What a record once said cannot be compared with anything after its content was destroyed. */
  private async documentOf(tx: Tx, found: Case): Promise<ReferralDocument | null> {
    try {
      return (await this.referrals.get(tx, found.referralId)).document;
    } catch (error: unknown) {
      if (error instanceof DomainError && error.code === 'record_disposed') return null;
      throw error;
    }
  }
}
