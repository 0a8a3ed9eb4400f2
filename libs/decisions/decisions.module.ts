import { Module } from '@nestjs/common';
import { EvidenceModule } from '#audit';
import { CaseAccessModule } from '#case-access';
import { IntakeModule } from '#intake';
import { RuleSetsModule } from '#rule-sets';
import { TriageRunRepository } from '#triage';
import { CaseGate } from './case-gate.ts';
import { CaseStore } from './case-store.ts';
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
import { SignOffDecision } from './sign-off-decision.ts';
import { CaseRecords } from './store/case-records.ts';
import { VerifyAudit } from './verify-audit.ts';
import { DecisionRepository } from './store/decision.repository.ts';

const USE_CASES = [
  ListCases,
  ReadCase,
  ExplainCase,
  ExplainToSender,
  ClaimCase,
  ReleaseCase,
  MoveCase,
  DecideCase,
  SignOffDecision,
  ReadAudit,
  ExportCaseEvidence,
  ExportLogEvidence,
  ExportForOperator,
  VerifyAudit,
];

@Module({
  imports: [EvidenceModule, CaseAccessModule, IntakeModule, RuleSetsModule],
  providers: [
    TriageRunRepository,
    CaseGate,
    CaseStore,
    CaseRecords,
    CommittedRecords,
    DecisionRepository,
    DecisionStore,
    ...USE_CASES,
  ],
  exports: [DecisionRepository, ...USE_CASES],
})
export class DecisionsModule {}
