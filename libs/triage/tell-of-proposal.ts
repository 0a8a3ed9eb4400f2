import { Injectable } from '@nestjs/common';
import { type Case, engineActor } from '#domain';
import { type AuditEntry, AuditTrail } from '#audit';
import { emergencyDutyPages } from '#clocks';
import { type FamilyCase, openFamilyOf } from '#history';
import { Messages, type NewNotice } from '#messages';
import { Outbox } from '#outbox';
import type { Tx } from '#platform';
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
  /** Why it was looked at again; `null` for the first look. */
  readonly reason: string | null;
}

/** What follows from a proposal: its place in the trail, who is told, and what else has to be looked at. */
@Injectable()
export class TellOfProposal {
  constructor(
    private readonly audit: AuditTrail,
    private readonly raises: TellOfRaise,
    private readonly passOn: PassOn,
    private readonly outbox: Outbox,
    private readonly messages: Messages,
  ) {}

  async execute(tx: Tx, taken: Taken): Promise<void> {
    const { after, previous, family } = taken;
    await this.audit.append(tx, [entryOf(taken)]);
    const raise = previous === null ? null : raiseOf(previous, after);
    if (raise !== null) await this.raises.execute(tx, after.found, after.run, raise);
    await this.passOn.execute(tx, after.found, family, after.run.evaluatedAt);
    if (becameRed(taken)) await this.messages.queue(tx, pagesOf(after));
    if (previous === null) await this.askFamily(tx, after.found, family);
  }

  private async askFamily(tx: Tx, found: Case, family: readonly FamilyCase[]): Promise<void> {
    if (openFamilyOf(found, family).length === 0) return;
    const { authorityId, id: caseId, inputVersion } = found;
    await this.outbox.append(tx, [{ topic: 'family.contacted', lane: 'standard', authorityId, caseId, inputVersion }]);
  }
}

function becameRed({ before, after }: Taken): boolean {
  return after.found.urgency === 'red' && before.urgency !== 'red';
}

/** The answers may not have said that it cannot wait: the rules have found it out. */
function pagesOf({ found: { authorityId, referralId }, run }: Look): readonly NewNotice[] {
  return emergencyDutyPages({ authorityId, referralId, at: run.evaluatedAt });
}

function entryOf({ before, after: { found, run }, reason }: Taken): AuditEntry {
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
  };
}
