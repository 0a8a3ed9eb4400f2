import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockEvent, ClockKind } from '#domain';

/** One clock of a case: started, due, and stopped when its condition is met. */
@Entity('case_clock')
export class CaseClockRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'kind' })
  kind!: ClockKind;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('smallint', { name: 'stage', nullable: true })
  stage!: number | null;

  @Column('text', { name: 'law', nullable: true })
  law!: string | null;

  @Column('jsonb', { name: 'rule' })
  rule!: object;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('text', { name: 'started_by', nullable: true })
  startedBy!: ClockEvent | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt!: Date | null;

  @Column('text', { name: 'stopped_by', nullable: true })
  stoppedBy!: ClockEvent | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  @Column('timestamptz', { name: 'next_escalation_at', nullable: true })
  nextEscalationAt!: Date | null;

  @Column('text', { name: 'breach_reason_code', nullable: true })
  breachReasonCode!: string | null;

  /** Sealed. */
  @Column('text', { name: 'breach_note', nullable: true })
  breachNote!: string | null;

  @Column('text', { name: 'breach_by', nullable: true })
  breachBy!: string | null;

  @Column('text', { name: 'breach_by_name', nullable: true })
  breachByName!: string | null;

  @Column('timestamptz', { name: 'breach_at', nullable: true })
  breachAt!: Date | null;
}
