import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Messages } from '#messages';
import { EscalationTold } from './escalation-told.ts';
import { KeepClocks } from './keep-clocks.ts';
import { EscalationRepository } from './store/escalation.repository.ts';

/** What the worker needs to keep clocks. */
@Module({
  providers: [AuditTrail, Messages, EscalationRepository, EscalationTold, KeepClocks],
  exports: [KeepClocks],
})
export class ClockWorkModule {}
