import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import { CaseClocks } from '#clocks';
import type { Actor, Case, CaseId, ReferralDocument } from '#domain';
import { type PassedInformation, PassedInformationStore } from '#history';
import { CaseRepository, ReferralRepository } from '#intake';
import { Database, type Tx } from '#platform';

/** A new contact as the worker who knows the child reads it. */
export interface PassedContact {
  readonly passed: PassedInformation;
  readonly from: Case;
  readonly document: ReferralDocument;
  /** By when it is to be read; `null` when no clock ran. */
  readonly dueAt: Date | null;
}

/** Where what was passed on comes from. */
@Injectable()
export class PassedRecords {
  constructor(
    readonly passed: PassedInformationStore,
    readonly cases: CaseRepository,
    readonly referrals: ReferralRepository,
    readonly clocks: CaseClocks,
  ) {}
}

/**
 * New contacts about a child that were passed on to whoever works with them: the worker reads what was reported, though
 * the front door's case is not theirs. A look at each is recorded.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ListPassedInformation {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly records: PassedRecords,
    private readonly log: AccessLog,
  ) {}

  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<readonly PassedContact[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const contacts = await this.of(tx, found);
      const look = { event: 'case.information_viewed', by: 'case.read', purpose } as const;
      const seen = contacts.map(({ from }) => from);
      await this.log.viewedWith(tx, actor, found, seen, look);
      return contacts;
    });
  }

  /** For who holds the case already. */
  async of(tx: Tx, found: Case): Promise<readonly PassedContact[]> {
    const contacts: PassedContact[] = [];
    for (const each of await this.records.passed.toCase(tx, found.id)) {
      const from = await this.records.cases.find(tx, found.authorityId, each.caseId);
      if (from !== null) contacts.push(await this.contactOf(tx, each, from));
    }
    return contacts;
  }

  private async contactOf(tx: Tx, passed: PassedInformation, from: Case): Promise<PassedContact> {
    const { document } = await this.records.referrals.get(tx, from.referralId);
    const clocks = await this.records.clocks.ofCase(tx, from.id);
    return { passed, from, document, dueAt: clocks.find(({ subjectId }) => subjectId === passed.id)?.dueAt ?? null };
  }
}
