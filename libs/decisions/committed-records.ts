import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type LoggedEvent, RecordReaders } from '#audit';
import type { AuthorityId, CaseId, DecisionId, ReferralId, TriageRunId } from '#domain';
import { LearnedInformation } from '#history';
import { CommittedReferrals } from '#intake';
import type { Tx } from '#platform';
import { TriageRunRepository } from '#triage';
import { committedDecision, committedInformation, committedSignOff, committedWithdrawal } from './committed.ts';
import { DecisionRepository } from './store/decision.repository.ts';

/** Reads back what the audit log vouches for of referrals, proposals, decisions and what was learned, as it stands now. */
@Injectable()
export class CommittedRecords implements OnModuleInit {
  constructor(
    private readonly readers: RecordReaders,
    private readonly referrals: CommittedReferrals,
    private readonly runs: TriageRunRepository,
    private readonly decisions: DecisionRepository,
    private readonly information: LearnedInformation,
  ) {}

  onModuleInit(): void {
    this.readers.add({
      'referral.received': (tx, { referralId }) => this.referrals.find(tx, referralId as ReferralId),
      'case.proposed': async (tx, { details }) => ({
        ...(await this.runs.get(tx, details['runId'] as TriageRunId)),
        authorityId: undefined,
      }),
      'case.decided': async (tx, event) =>
        committedDecision(await this.decisions.get(tx, aboutOf(event), event.details['decisionId'] as DecisionId)),
      'decision.signed': (tx, event) => this.signOffOf(tx, event),
      'decision.returned': (tx, event) => this.signOffOf(tx, event),
      'information.added': async (tx, event) => {
        const found = await this.informationOf(tx, event);
        return found === null ? null : committedInformation(found);
      },
      'information.withdrawn': async (tx, event) => {
        const found = await this.informationOf(tx, event);
        return found?.withdrawal == null ? null : committedWithdrawal(found.id, found.withdrawal);
      },
    });
  }

  private async signOffOf(tx: Tx, event: LoggedEvent): Promise<unknown> {
    const found = await this.decisions.findSignOff(tx, aboutOf(event), event.details['decisionId'] as string);
    return found === null ? null : committedSignOff(found, found.decidedBy);
  }

  private async informationOf(tx: Tx, event: LoggedEvent) {
    const about = { ...aboutOf(event), id: event.caseId as CaseId };
    const all = await this.information.ofCase(tx, about);
    return all.find(({ id }) => id === event.details['informationId']) ?? null;
  }
}

function aboutOf(event: LoggedEvent): { readonly authorityId: AuthorityId; readonly referralId: ReferralId } {
  return { authorityId: event.authorityId as AuthorityId, referralId: event.referralId as ReferralId };
}
