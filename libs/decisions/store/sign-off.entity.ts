import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A second person's signature under a decision, or its return. */
@Entity('decision_sign_off')
export class SignOffRow {
  @PrimaryColumn('uuid', { name: 'decision_id' })
  decisionId!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Column('text', { name: 'outcome' })
  outcome!: 'signed' | 'returned';

  @Column('text', { name: 'reason', nullable: true })
  reason!: string | null;

  @Column('text', { name: 'signed_by' })
  signedBy!: string;

  @Column('text', { name: 'signed_by_name' })
  signedByName!: string;

  @Column('text', { name: 'signed_by_role' })
  signedByRole!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;
}
