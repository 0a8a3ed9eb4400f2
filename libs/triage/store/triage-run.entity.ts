import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the rules found for one version of a case's input, with everything needed to replay it. */
@Entity('triage_run')
export class TriageRunRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('integer', { name: 'input_version' })
  inputVersion!: number;

  @Column('text', { name: 'rule_set_id' })
  ruleSetId!: string;

  @Column('text', { name: 'rule_set_version' })
  ruleSetVersion!: string;

  @Column('text', { name: 'rule_set_hash' })
  ruleSetHash!: string;

  @Column('timestamptz', { name: 'evaluated_at' })
  evaluatedAt!: Date;

  @Column('date', { name: 'evaluated_on' })
  evaluatedOn!: string;

  @Column('text', { name: 'area', nullable: true })
  area!: string | null;

  @Column('jsonb', { name: 'facts' })
  facts!: object;

  @Column('jsonb', { name: 'evaluation' })
  evaluation!: object;

  @Column('jsonb', { name: 'proposal' })
  proposal!: object;
}
