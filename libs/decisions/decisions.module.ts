import { Module } from '@nestjs/common';
import { EvidenceModule } from '#audit';
import { CaseAccessModule } from '#case-access';
import { FamilyModule } from '#family';
import { HistoryModule } from '#history';
import { IntakeModule } from '#intake';
import { RuleSetsModule } from '#rule-sets';
import { TriageRunRepository } from '#triage';
import { AddInformation } from './add-information.ts';
import { AuditCase } from './audit-case.ts';
import { DecisionBases } from './decision-basis.ts';
import { InformationDesk } from './information-desk.ts';
import { KnownThen } from './known-then.ts';
import { ListInformation } from './list-information.ts';
import { ListPassedInformation, PassedRecords } from './list-passed-information.ts';
import { MarkInformationRead } from './mark-information-read.ts';
import { NoteMissedOpportunities } from './note-missed-opportunities.ts';
import { ReadHistory } from './read-history.ts';
import { MissedRecords, ReadMissedOpportunities } from './read-missed-opportunities.ts';
import { WithdrawInformation } from './withdraw-information.ts';
import { AssignCase } from './assign-case.ts';
import { AssignCases } from './assign-cases.ts';
import { CountWorklist } from './worklist/count-worklist.ts';
import { ListColleagues } from './worklist/list-colleagues.ts';
import { WorklistChanges } from './worklist/worklist-changes.ts';
import { WorklistViews } from './worklist/worklist-views.ts';
import { ClaimCase } from './claim-case.ts';
import { DecideCase } from './decide-case.ts';
import { DecisionStore } from './decision-store.ts';
import { ExplainCase } from './explain-case.ts';
import { ExplainToSender } from './explain-to-sender.ts';
import { ExportCaseEvidence } from './export-case-evidence.ts';
import { ExportForOperator } from './export-for-operator.ts';
import { ExportLogEvidence } from './export-log-evidence.ts';
import { ListCases } from './list-cases.ts';
import { MoveCase } from './move-case.ts';
import { CommittedRecords } from './committed-records.ts';
import { ReadAudit } from './read-audit.ts';
import { ReadCase } from './read-case.ts';
import { ReleaseCase } from './release-case.ts';
import { SignOffChecks } from './sign-off-checks.ts';
import { SignOffDecision } from './sign-off-decision.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { CaseRecords } from './store/case-records.ts';
import { TellMore } from './tell-more.ts';
import { VerifyAudit } from './verify-audit.ts';
import { VerifyCaseTrail } from './verify-case-trail.ts';
import { DecisionRepository } from './store/decision.repository.ts';

const HISTORY = [InformationDesk, KnownThen, MissedRecords, NoteMissedOpportunities, PassedRecords];

const USE_CASES = [
  ListCases,
  ReadCase,
  ExplainCase,
  ExplainToSender,
  TellMore,
  ClaimCase,
  ReleaseCase,
  ...[AssignCase, AssignCases, CountWorklist, ListColleagues, WorklistChanges, WorklistViews],
  MoveCase,
  DecideCase,
  SignOffDecision,
  ...[ReadHistory, ReadMissedOpportunities, AddInformation, WithdrawInformation, ListInformation],
  ...[ListPassedInformation, MarkInformationRead],
  ReadAudit,
  ExportCaseEvidence,
  ExportLogEvidence,
  ExportForOperator,
  ...[AuditCase, VerifyAudit, VerifyCaseTrail],
];

@Module({
  imports: [EvidenceModule, CaseAccessModule, FamilyModule, HistoryModule, IntakeModule, RuleSetsModule],
  providers: [
    TriageRunRepository,
    CaseRecords,
    CaseSurroundings,
    CommittedRecords,
    DecisionBases,
    DecisionRepository,
    DecisionStore,
    SignOffChecks,
    ...HISTORY,
    ...USE_CASES,
  ],
  exports: [DecisionBases, DecisionRepository, SignOffChecks, ...USE_CASES],
})
export class DecisionsModule {}
