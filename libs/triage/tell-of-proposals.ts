import { Injectable } from '@nestjs/common';
import { type Case, engineActor } from '#domain';
import { type AuditEntry, AuditTrail } from '#audit';
import { emergencyDutyPages } from '#clocks';
import { type FamilyCase, openFamilyOf } from '#history';
import { Messages, type NewNotice } from '#messages';
import { type ClaimedMessage, type NewMessage, Outbox } from '#outbox';
import { type Tx, withCorrelation } from '#platform';
import { PassOn } from './pass-on.ts';
import { type Look, raiseOf } from './raise.ts';
import { TellOfRaise } from './tell-of-raise.ts';

/** A look at a case that was taken. */
export interface Taken {
  readonly before: Case;
  readonly after: Look;
  /** The look before; `null` for the first. */
  readonly previous: Look | null;
  readonly family: readonly FamilyCase[];
  /** What asked for it. */
  readonly message: ClaimedMessage;
}

/** What follows from proposals: their places in the trail, who is told, and what else has to be looked at. */
@Injectable()
export class TellOfProposals {
  constructor(
    private readonly audit: AuditTrail,
    private readonly raises: TellOfRaise,
    private readonly passOn: PassOn,
    private readonly outbox: Outbox,
    private readonly messages: Messages,
  ) {}

  async execute(tx: Tx, taken: readonly Taken[]): Promise<void> {
    await Promise.all([
      this.audit.append(tx, taken.map(entryOf)),
      this.messages.queue(tx, taken.filter(becameRed).flatMap(pagesOf)),
      this.outbox.append(tx, taken.flatMap(askOfFamily)),
    ]);
    for (const each of taken) await withCorrelation(each.message.correlationId, () => this.tellOf(tx, each));
  }

  private async tellOf(tx: Tx, { after: { found, run }, previous, family }: Taken): Promise<void> {
    const raise = previous === null ? null : raiseOf(previous, { found, run });
    if (raise !== null) await this.raises.execute(tx, found, run, raise);
    await this.passOn.execute(tx, found, family, run.evaluatedAt);
  }
}

function becameRed({ before, after }: Taken): boolean {
  return after.found.urgency === 'red' && before.urgency !== 'red';
}

/** The answers may not have said that it cannot wait: the rules have found it out. */
function pagesOf({ after: { found, run } }: Taken): readonly NewNotice[] {
  const { authorityId, referralId } = found;
  return emergencyDutyPages({ authorityId, referralId, at: run.evaluatedAt });
}

/** A first look has the open cases of the family looked at again. */
function askOfFamily({ after: { found }, previous, family, message: { correlationId } }: Taken): NewMessage[] {
  if (previous !== null || openFamilyOf(found, family).length === 0) return [];
  const { authorityId, id: caseId, inputVersion } = found;
  return [{ topic: 'family.contacted', lane: 'standard', authorityId, caseId, inputVersion, correlationId }];
}

function entryOf({ before, after: { found, run }, message: { reason, correlationId } }: Taken): AuditEntry {
  return {
    action: 'case.proposed',
    actor: engineActor(found.authorityId),
    occurredAt: run.evaluatedAt,
    referralId: found.referralId,
    caseId: found.id,
    fromState: before.state,
    toState: found.state,
    ruleSet: { version: `${run.ruleSetId} ${run.ruleSetVersion}`, hash: run.ruleSetHash },
    details: {
      runId: run.id,
      level: run.proposal.level,
      pathway: run.proposal.pathway,
      proposedUrgency: run.proposal.urgency,
      urgencyBefore: before.urgency,
      urgencyAfter: found.urgency,
      needsInformation: run.proposal.needsInformation,
      queue: found.queue,
      ...(reason === null ? {} : { because: reason }),
    },
    record: run,
    correlationId,
  };
}
