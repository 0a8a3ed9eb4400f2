import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A verification or a backtest, asked for through the API and done by the engine. */
@Entity('rule_set_job')
export class RuleSetJobRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('text', { name: 'hash' })
  hash!: string;

  @Column('text', { name: 'kind' })
  kind!: string;

  @Column('text', { name: 'state' })
  state!: string;

  @Column('text', { name: 'outcome', nullable: true })
  outcome!: string | null;

  @Column('bigint', { name: 'processed' })
  processed!: string;

  @Column('bigint', { name: 'total', nullable: true })
  total!: string | null;

  @Column('jsonb', { name: 'checkpoint', nullable: true, select: false })
  checkpoint!: object | null;

  @Column('jsonb', { name: 'result', nullable: true })
  result!: object | null;

  @Column('text', { name: 'failure', nullable: true })
  failure!: string | null;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('text', { name: 'requested_by_name' })
  requestedByName!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'cancel_requested_at', nullable: true })
  cancelRequestedAt!: Date | null;

  @Column('bigint', { name: 'claim_token', nullable: true, select: false })
  claimToken!: string | null;

  @Column('timestamptz', { name: 'claimed_until', nullable: true, select: false })
  claimedUntil!: Date | null;
}
