import { Module } from '@nestjs/common';
import { DecisionsModule } from '#decisions';
import { IntakeModule } from '#intake';
import { RuleSetsModule } from '#rule-sets';
import { TriageRunRepository } from '#triage';
import { ApproveDisposal } from './disposal/approve-disposal.ts';
import { CertifyDisposal } from './disposal/certify-disposal.ts';
import { DisposalRecord } from './disposal/disposal-record.ts';
import { ExplainAbsence } from './disposal/explain-absence.ts';
import { KeepRecord } from './disposal/keep-record.ts';
import { ReadDisposalList } from './disposal/read-disposal-list.ts';
import { ReadDisposals } from './disposal/read-disposals.ts';
import { RequestDisposal } from './disposal/request-disposal.ts';
import { HeldReferral } from './holds/held-referral.ts';
import { LegalHoldRepository } from './holds/legal-hold.repository.ts';
import { LiftLegalHold } from './holds/lift-legal-hold.ts';
import { PlaceLegalHold } from './holds/place-legal-hold.ts';
import { ReadLegalHolds } from './holds/read-legal-holds.ts';
import { ExportSubjectAccess } from './subject-access/export-subject-access.ts';
import { GatherRecord } from './subject-access/gather-record.ts';
import { RecordStores } from './subject-access/record-stores.ts';

const USE_CASES = [
  ...[ReadLegalHolds, PlaceLegalHold, LiftLegalHold],
  ...[RequestDisposal, ReadDisposals, ReadDisposalList, KeepRecord, ApproveDisposal, CertifyDisposal, ExplainAbsence],
  ExportSubjectAccess,
];

/** What the API needs of retention and subject access. */
@Module({
  imports: [DecisionsModule, IntakeModule, RuleSetsModule],
  providers: [
    HeldReferral,
    LegalHoldRepository,
    DisposalRecord,
    TriageRunRepository,
    RecordStores,
    GatherRecord,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class RetentionModule {}
