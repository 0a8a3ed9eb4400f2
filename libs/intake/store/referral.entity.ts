import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReferralChannel } from '../referral-channel.ts';

/** A referral as received. The row is written once: no role of the service may change it. */
@Entity('referral')
export class ReferralRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'agency_id' })
  agencyId!: string;

  @Column('text', { name: 'reference' })
  reference!: string;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  @Column('bytea', { name: 'body' })
  body!: Buffer;

  @Column('boolean', { name: 'sealed', default: false })
  sealed!: boolean;

  /** Of the body as it was received, before it was sealed. */
  @Column('text', { name: 'body_sha256' })
  bodySha256!: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('text', { name: 'channel', default: 'system' })
  channel!: ReferralChannel;

  @Column('jsonb', { name: 'receipt' })
  receipt!: object;

  @Column('jsonb', { name: 'flags' })
  flags!: object;

  @Column('uuid', { name: 'correlation_id' })
  correlationId!: string;
}
