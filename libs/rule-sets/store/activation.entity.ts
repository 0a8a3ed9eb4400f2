import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From when and where an approved rule set triages; withdrawn when it was rolled back. */
@Entity('rule_set_activation')
export class ActivationRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('text', { name: 'hash' })
  hash!: string;

  @Column('text', { name: 'area' })
  area!: string;

  @Column('date', { name: 'from_date' })
  fromDate!: string;

  @Column('text', { name: 'activated_by' })
  activatedBy!: string;

  @Column('text', { name: 'activated_by_name' })
  activatedByName!: string;

  @Column('timestamptz', { name: 'activated_at' })
  activatedAt!: Date;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { name: 'withdrawn_by_name', nullable: true })
  withdrawnByName!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason!: string | null;
}
