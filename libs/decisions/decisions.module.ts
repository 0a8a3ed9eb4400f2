import { Module } from '@nestjs/common';
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
import { ListCases } from './list-cases.ts';
import { MoveCase } from './move-case.ts';
import { ReadAudit } from './read-audit.ts';
import { ReadCase } from './read-case.ts';
import { ReleaseCase } from './release-case.ts';
import { SignOffDecision } from './sign-off-decision.ts';
import { CaseRecords } from './store/case-records.ts';
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
];

@Module({
  imports: [IntakeModule, RuleSetsModule],
  providers: [TriageRunRepository, CaseGate, CaseStore, CaseRecords, DecisionRepository, DecisionStore, ...USE_CASES],
  exports: USE_CASES,
})
export class DecisionsModule {}
