import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecidedPathway, Level, SignOffReason, Urgency } from '#domain';

/** A person's decision. The row is written once. */
@Entity('decision')
export class DecisionRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'run_id', nullable: true })
  runId!: string | null;

  @Column('text', { name: 'proposed_level', nullable: true })
  proposedLevel!: Level | null;

  @Column('text', { name: 'proposed_urgency', nullable: true })
  proposedUrgency!: Urgency | null;

  @Column('text', { name: 'level', nullable: true })
  level!: Level | null;

  @Column('text', { name: 'pathway' })
  pathway!: DecidedPathway;

  @Column('text', { name: 'urgency' })
  urgency!: Urgency;

  @Column('text', { name: 'legal_basis', nullable: true })
  legalBasis!: string | null;

  @Column('text', { name: 'rationale' })
  rationale!: string;

  @Column('text', { name: 'override_reason', nullable: true })
  overrideReason!: string | null;

  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Column('text', { name: 'decided_by_name' })
  decidedByName!: string;

  @Column('text', { name: 'decided_by_role' })
  decidedByRole!: string;

  @Column('text', { name: 'registration', nullable: true })
  registration!: string | null;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Column('text', { name: 'sign_off_reasons', array: true })
  signOffReasons!: SignOffReason[];
}
