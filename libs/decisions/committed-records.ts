import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type LoggedEvent, oneByOne, type ReadRecords, RecordReaders } from '#audit';
import type { AuthorityId, CaseId, ReferralId, TriageRunId } from '#domain';
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
      'referral.received': together(({ referralId }) => referralId, this.receivedOf.bind(this)),
      'case.proposed': together(({ details }) => details['runId'], this.proposedOf.bind(this)),
      'case.decided': together(({ details }) => details['decisionId'], this.decidedOf.bind(this)),
      'decision.signed': oneByOne((tx, event) => this.signOffOf(tx, event)),
      'decision.returned': oneByOne((tx, event) => this.signOffOf(tx, event)),
      'information.added': oneByOne(async (tx, event) => {
        const found = await this.informationOf(tx, event);
        return found === null ? null : committedInformation(found);
      }),
      'information.withdrawn': oneByOne(async (tx, event) => {
        const found = await this.informationOf(tx, event);
        return found?.withdrawal == null ? null : committedWithdrawal(found.id, found.withdrawal);
      }),
    });
  }

  private receivedOf(tx: Tx, authorityId: AuthorityId, wanted: readonly Wanted[]) {
    return this.referrals.ofIds(
      tx,
      authorityId,
      wanted.map(({ referralId }) => referralId),
    );
  }

  private async proposedOf(tx: Tx, _authorityId: AuthorityId, wanted: readonly Wanted[]) {
    const ids = wanted.map(({ id }) => id as TriageRunId);
    const runs = await this.runs.ofIds(tx, ids);
    return new Map([...runs].map(([id, run]): [string, object] => [id, { ...run, authorityId: undefined }]));
  }

  private async decidedOf(tx: Tx, authorityId: AuthorityId, wanted: readonly Wanted[]) {
    const decisions = await this.decisions.ofIds(tx, authorityId, wanted);
    return new Map([...decisions].map(([id, decision]): [string, object] => [id, committedDecision(decision)]));
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

/** A record that is looked for, and the referral under whose key it is sealed. */
interface Wanted {
  readonly id: string;
  readonly referralId: ReferralId;
}

type ReadTogether = (
  tx: Tx,
  authorityId: AuthorityId,
  wanted: readonly Wanted[],
) => Promise<ReadonlyMap<string, unknown>>;

/** Records of the kinds that every case has: in a query or two, by the id that the event gives its record. */
function together(idOf: (event: LoggedEvent) => unknown, read: ReadTogether): ReadRecords {
  return async (tx, events) => {
    const [first] = events;
    if (first === undefined) return new Map();
    const wanted = events.map((event) => ({ id: String(idOf(event)), referralId: event.referralId as ReferralId }));
    const found = await read(tx, first.authorityId as AuthorityId, wanted);
    return new Map(events.flatMap((event) => pairOf(event.id, found.get(String(idOf(event))))));
  };
}

function pairOf(eventId: string, record: unknown): [string, unknown][] {
  return record === undefined ? [] : [[eventId, record]];
}

function aboutOf(event: LoggedEvent): { readonly authorityId: AuthorityId; readonly referralId: ReferralId } {
  return { authorityId: event.authorityId as AuthorityId, referralId: event.referralId as ReferralId };
}
