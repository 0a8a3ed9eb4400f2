import { Injectable } from '@nestjs/common';
import { type Case, engineActor } from '#domain';
import { AuditTrail } from '#audit';
import { Messages, type NewNotice, type Recipient } from '#messages';
import type { Tx } from '#platform';
import type { Raise } from './raise.ts';
import type { TriageRun } from './triage-run.ts';

/** Records that a further look raised a case, and tells whoever has it in hand, and the managers. */
@Injectable()
export class TellOfRaise {
  constructor(
    private readonly audit: AuditTrail,
    private readonly messages: Messages,
  ) {}

  async execute(tx: Tx, found: Case, run: TriageRun, raise: Raise): Promise<void> {
    await this.messages.queue(tx, noticesOf(found, run));
    const entry = { occurredAt: run.evaluatedAt, referralId: found.referralId, caseId: found.id } as const;
    const details = { runId: run.id, ...raise };
    await this.audit.append(tx, [
      { action: 'case.raised', actor: engineActor(found.authorityId), ...entry, details, toState: found.state },
    ]);
  }
}

/** A case that nobody has taken up yet needs no message: it stands higher in the queue. */
function noticesOf(found: Case, run: TriageRun): NewNotice[] {
  if (found.claimedBy === null && ['auto_triaged', 'needs_information'].includes(found.state)) return [];
  const to: Recipient[] = [
    ...(found.claimedBy === null ? [] : [{ kind: 'person', personId: found.claimedBy } as const]),
    { kind: 'role', role: 'manager', queue: found.queue },
  ];
  const { authorityId, referralId, id: caseId } = found;
  return to.map((recipient) => ({
    ...{ authorityId, referralId, caseId, template: 'case_raised', to: recipient, subjectId: null, urgent: true },
    dedupeKey: `case_raised ${run.id} ${recipient.kind}`,
    at: run.evaluatedAt,
  }));
}
