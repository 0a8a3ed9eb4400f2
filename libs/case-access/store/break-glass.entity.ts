import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A restricted record that somebody opened in need. Made by `break_the_glass` in the database alone. */
@Entity('break_glass')
export class BreakGlassRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'referral_id' })
  referralId!: string;

  @Column('text', { name: 'reference' })
  reference!: string;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('text', { name: 'opened_by_name' })
  openedByName!: string;

  @Column('text', { name: 'reason' })
  reason!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'review_due_at' })
  reviewDueAt!: Date;

  @Column('text', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('text', { name: 'reviewed_by_name', nullable: true })
  reviewedByName!: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('text', { name: 'outcome', nullable: true })
  outcome!: 'justified' | 'not_justified' | null;

  @Column('text', { name: 'note', nullable: true })
  note!: string | null;
}
