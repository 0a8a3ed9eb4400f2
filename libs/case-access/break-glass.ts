import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, type CaseId, type Clock, DomainError, type ReferralId } from '#domain';
import { CLOCK, Database, sql, type Tx } from '#platform';
import { reviewDueAt } from './review-due.ts';
import { AlertRepository } from './store/alert.repository.ts';

export const LEAST_BREAK_GLASS_REASON = 20;

export interface BreakGlassRequest {
  readonly actor: Actor;
  /** Of a referral or of a case. */
  readonly reference: string;
  readonly reason: string;
}

export interface GlassBroken {
  readonly id: string;
  readonly caseIds: readonly string[];
  readonly openUntil: Date;
  readonly reviewDueAt: Date;
}

/**
 * Opens a restricted record for half an hour to somebody who is not named, in need: managers are told at once, and one
 * of them reviews it within a working day.
 * @throws DomainError `not_found` where nothing bears the reference, `already_open` where nothing hides it.
 */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly alerts: AlertRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ actor, reference, reason }: BreakGlassRequest): Promise<GlassBroken> {
    const at = this.clock.now();
    const due = reviewDueAt(actor.authorityId, at);
    const id = randomUUID();
    return this.database.inTransaction(actor, async (tx) => {
      const { caseIds, referralId, openUntil } = await breakTheGlass(tx, [id, reference, actor.name, reason, due]);
      const event = { action: 'case.glass_broken', actor, occurredAt: at, referralId, reason } as const;
      const details = { breakGlassId: id, openUntil: openUntil.toISOString(), reviewDueAt: due.toISOString() };
      await this.audit.append(
        tx,
        caseIds.map((caseId) => ({ ...event, caseId, details })),
      );
      await this.alerts.raise(tx, { kind: 'break_glass', actor, caseIds, breakGlassId: id, at });
      return { id, caseIds, openUntil, reviewDueAt: due };
    });
  }
}

interface Opened {
  readonly referralId: ReferralId;
  readonly caseIds: readonly CaseId[];
  readonly openUntil: Date;
}

async function breakTheGlass(tx: Tx, values: readonly unknown[]): Promise<Opened> {
  const [row] = await sql<Opened & { readonly outcome: 'none' | 'already_open' | 'opened' }>(tx, BREAK, values);
  switch (row?.outcome) {
    case 'opened':
      return row;
    case 'already_open':
      throw new DomainError('already_open', 'Nothing hides this record from you.');
    case 'none':
    case undefined:
      throw new DomainError('not_found', 'There is no record with this reference.');
  }
}

const BREAK = `SELECT outcome, opened_referral AS "referralId", opened_cases AS "caseIds", open_until AS "openUntil"
  FROM break_the_glass($1, $2, $3, $4, $5)`;
