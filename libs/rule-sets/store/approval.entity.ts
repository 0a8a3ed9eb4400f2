import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A second person's approval of one content. Its keys and checks are what makes the rules about it hold. */
@Entity('rule_set_approval')
export class ApprovalRow {
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'hash' })
  hash!: string;

  @Column('text', { name: 'editors', array: true })
  editors!: string[];

  @Column('uuid', { name: 'verification_id' })
  verificationId!: string;

  @Column('text', { name: 'verification_outcome' })
  verificationOutcome!: string;

  @Column('uuid', { name: 'backtest_id' })
  backtestId!: string;

  @Column('text', { name: 'backtest_outcome' })
  backtestOutcome!: string;

  @Column('text', { name: 'justification', nullable: true })
  justification!: string | null;

  @Column('text', { name: 'approved_by' })
  approvedBy!: string;

  @Column('text', { name: 'approved_by_name' })
  approvedByName!: string;

  @Column('timestamptz', { name: 'approved_at' })
  approvedAt!: Date;
}
