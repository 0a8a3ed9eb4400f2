import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RestrictionReason } from '../restriction-reason.ts';

/** Why a manager closed a referral with its cases, and when it was opened again. */
@Entity('restriction')
export class RestrictionRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'referral_id' })
  referralId!: string;

  @Column('text', { name: 'reason_code' })
  reasonCode!: RestrictionReason;

  @Column('text', { name: 'reason' })
  reason!: string;

  @Column('text', { name: 'restricted_by' })
  restrictedBy!: string;

  @Column('text', { name: 'restricted_by_name' })
  restrictedByName!: string;

  @Column('timestamptz', { name: 'restricted_at' })
  restrictedAt!: Date;

  @Column('text', { name: 'lifted_by', nullable: true })
  liftedBy!: string | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column('text', { name: 'lift_reason', nullable: true })
  liftReason!: string | null;
}
