import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { AccessLog } from './access-log.ts';
import { AcknowledgeAlert } from './acknowledge-alert.ts';
import { BreakGlass } from './break-glass.ts';
import { CaseGate } from './case-gate.ts';
import { CaseStore } from './case-store.ts';
import { FindLooks } from './find-looks.ts';
import { LiftRestriction } from './lift-restriction.ts';
import { ListAccessEvents } from './list-access-events.ts';
import { ListAlerts } from './list-alerts.ts';
import { ListBreakGlass } from './list-break-glass.ts';
import { NamePeople } from './name-people.ts';
import { ReadHeading } from './read-heading.ts';
import { ReadRestriction } from './read-restriction.ts';
import { RecordPrint } from './record-print.ts';
import { RestrictReferral } from './restrict-referral.ts';
import { RestrictedReferral } from './restricted-referral.ts';
import { ReviewBreakGlass } from './review-break-glass.ts';
import { AlertRepository } from './store/alert.repository.ts';
import { CaseAccessRepository } from './store/case-access.repository.ts';

const USE_CASES = [
  ReadHeading,
  ...[RestrictReferral, LiftRestriction, NamePeople, ReadRestriction],
  ...[BreakGlass, ReviewBreakGlass, ListBreakGlass],
  ...[FindLooks, ListAccessEvents, RecordPrint, ListAlerts, AcknowledgeAlert],
];

const SHARED = [AccessLog, CaseGate, CaseStore, ...USE_CASES];

@Module({
  imports: [IntakeModule],
  providers: [CaseAccessRepository, AlertRepository, RestrictedReferral, ...SHARED],
  exports: SHARED,
})
export class CaseAccessModule {}
