import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Agreement, Case, CaseId } from '#domain';
import { ReferralRepository } from '#intake';
import { Database, type Tx } from '#platform';
import { basisOf, type LawfulBasis } from './lawful-basis.ts';
import { BasisRepository, type EnquiryOverride, type FamilyAgreement } from './store/basis.repository.ts';

export interface BasisOfCase {
  /** What allows an enquiry now; `null` where nothing does. */
  readonly standing: LawfulBasis | null;
  readonly inReferral: NonNullable<Agreement['given']> | null;
  readonly agreements: readonly FamilyAgreement[];
  readonly overrides: readonly EnquiryOverride[];
}

/** What allows asking other agencies about the child of a case, or would. */
@Injectable()
export class ReadBasis {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly referrals: ReferralRepository,
    private readonly basis: BasisRepository,
    private readonly log: AccessLog,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<BasisOfCase> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'enquiry.read');
      await this.log.viewed(tx, actor, found, { event: 'case.enquiries_viewed', by: 'enquiry.read', purpose });
      return this.of(tx, found);
    });
  }

  /** For who holds the case already. */
  async of(tx: Tx, found: Case): Promise<BasisOfCase> {
    const { document } = await this.referrals.get(tx, found.referralId);
    const inReferral = document.agreement?.given ?? null;
    const agreements = await this.basis.agreementsOf(tx, found);
    const overrides = await this.basis.overridesOf(tx, found);
    const recorded = agreements.map(({ given }) => given);
    return { standing: basisOf({ inReferral, recorded, overrides }), inReferral, agreements, overrides };
  }
}
