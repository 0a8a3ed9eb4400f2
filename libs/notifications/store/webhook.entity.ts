import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabledReason, WebhookEvent } from '../webhook.ts';

/** Row of an endpoint. What the engine alone keeps of it is read and written in SQL. */
@Entity('webhook_endpoint')
export class WebhookRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'agency_id' })
  agencyId!: string;

  @Column('text', { name: 'url' })
  url!: string;

  @Column('text', { name: 'events', array: true })
  events!: WebhookEvent[];

  /** Sealed; null once the endpoint was removed. */
  @Column('text', { name: 'secret', nullable: true })
  secret!: string | null;

  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret!: string | null;

  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: Date | null;

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason!: DisabledReason | null;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column({ type: 'integer', name: 'failures', insert: false })
  failures!: number;

  @Column({ type: 'timestamptz', name: 'resting_until', insert: false })
  restingUntil!: Date;

  @Column({ type: 'timestamptz', name: 'last_attempt_at', nullable: true, insert: false, update: false })
  lastAttemptAt!: Date | null;

  @Column({ type: 'bigint', name: 'claim_token', nullable: true, insert: false, update: false })
  claimToken!: string | null;

  @Column({ type: 'timestamptz', name: 'claimed_until', nullable: true, insert: false, update: false })
  claimedUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', update: false })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('integer', { name: 'version' })
  version!: number;
}
