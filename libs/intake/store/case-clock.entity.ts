import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockKind } from '#domain';

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

  @Column('jsonb', { name: 'rule' })
  rule!: object;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt!: Date | null;
}
