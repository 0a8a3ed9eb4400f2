import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a report that a sign-in was not the person's own. */
@Entity('sign_in_report')
export class SignInReportRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'person_name' })
  personName!: string;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  /** Sealed. */
  @Column('text', { name: 'report' })
  report!: string;
}
