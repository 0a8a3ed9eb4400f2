import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '#audit';
import type { AuthorityId, DecisionId, ReferralId, TriageRunId } from '#domain';
import { CommittedReferrals } from '#intake';
import type { Tx } from '#platform';
import { TriageRunRepository } from '#triage';
import { committedDecision, committedSignOff } from './committed.ts';
import { DecisionRepository } from './store/decision.repository.ts';

/** Reads back the records that the audit log vouches for, as they stand now. */
@Injectable()
export class CommittedRecords {
  constructor(
    private readonly referrals: CommittedReferrals,
    private readonly runs: TriageRunRepository,
    private readonly decisions: DecisionRepository,
  ) {}

  /**
   * What was put beside the event as its record; `null` when that is gone.
   * @throws Error when it cannot be read.
   */
  async find(tx: Tx, event: LoggedEvent): Promise<{ readonly value: unknown } | null> {
    const value = await this.valueOf(tx, event);
    return value === null ? null : { value };
  }

  private async valueOf(tx: Tx, event: LoggedEvent): Promise<unknown> {
    const { action, authorityId, details } = event;
    const referralId = event.referralId as ReferralId;
    const about = { authorityId: authorityId as AuthorityId, referralId };
    switch (action) {
      case 'referral.received':
        return this.referrals.find(tx, referralId);
      case 'case.proposed':
        return { ...(await this.runs.get(tx, details['runId'] as TriageRunId)), authorityId: undefined };
      case 'case.decided':
        return committedDecision(await this.decisions.get(tx, about, details['decisionId'] as DecisionId));
      case 'decision.signed':
      case 'decision.returned':
        return this.signOffOf(tx, about, details['decisionId'] as string);
      default:
        throw new Error('No record is known for this kind of event.');
    }
  }

  private async signOffOf(
    tx: Tx,
    about: { authorityId: AuthorityId; referralId: ReferralId },
    id: string,
  ): Promise<unknown> {
    const found = await this.decisions.findSignOff(tx, about, id);
    return found === null ? null : committedSignOff(found, found.decidedBy);
  }
}
