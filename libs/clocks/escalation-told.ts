import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditTrail } from '#audit';
import { type AuthorityId, type CaseId, engineActor, type ReferralId } from '#domain';
import { Messages, type NewNotice, type Recipient } from '#messages';
import type { EscalatesTo } from '#nation-packs';
import type { Tx } from '#platform';
import type { EscalationStep } from './escalation-steps.ts';
import type { DueClock } from './store/escalation.repository.ts';

/** A step of escalation that was taken, and the clock that it was due for. */
export interface Fired {
  readonly clock: DueClock;
  readonly step: EscalationStep;
}

/** Says in the trail, and to people, which steps were taken. */
@Injectable()
export class EscalationTold {
  constructor(
    private readonly audit: AuditTrail,
    private readonly messages: Messages,
  ) {}

  async tell(tx: Tx, authorityId: string, fired: readonly Fired[], now: Date): Promise<void> {
    await this.audit.append(
      tx,
      fired.map((each) => eventOf(authorityId, each, now)),
    );
    await this.messages.queue(
      tx,
      fired.flatMap((each) => noticesOf(authorityId, each, now)),
    );
  }
}

function eventOf(authorityId: string, { clock, step }: Fired, occurredAt: Date): AuditEntry {
  return {
    action: step.breached ? 'clock.breached' : 'clock.due_soon',
    actor: engineActor(authorityId as AuthorityId),
    occurredAt,
    referralId: clock.referralId as ReferralId,
    caseId: clock.caseId as CaseId,
    details: {
      clockId: clock.id,
      kind: clock.kind,
      stage: step.stage,
      dueAt: clock.dueAt.toISOString(),
      escalationDueAt: step.at.toISOString(),
      told: step.to,
    },
  };
}

function noticesOf(authorityId: string, { clock, step }: Fired, at: Date): NewNotice[] {
  const { id, caseId, referralId } = clock;
  const about = { authorityId, referralId, caseId, subjectId: id, at };
  return step.to
    .flatMap((to) => recipientsOf(to, clock))
    .map((to) => ({
      ...about,
      to,
      template: step.breached ? 'clock_breached' : 'clock_due_soon',
      urgent: clock.urgency === 'red' || clock.kind === 'event' || clock.kind === 'handover',
      dedupeKey: ['clock', id, step.stage, to.kind, 'role' in to ? to.role : 'holder'].join(':'),
    }));
}

/** While nobody holds a case, the team that it waits for stands in. */
function recipientsOf(to: EscalatesTo, { claimedBy, queue }: DueClock): Recipient[] {
  if (to !== 'holder') return [{ kind: 'role', role: to, queue: to === 'practitioner' ? queue : null }];
  if (claimedBy !== null) return [{ kind: 'person', personId: claimedBy }];
  return [
    { kind: 'role', role: 'screener', queue },
    { kind: 'role', role: 'social_worker', queue },
  ];
}
