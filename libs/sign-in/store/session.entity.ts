import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of a session. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('jsonb', { name: 'actor' })
  actor!: object;

  @Column('text', { name: 'key_hash' })
  keyHash!: string;

  @Column('text', { name: 'previous_key_hash', nullable: true })
  previousKeyHash!: string | null;

  @Column('text', { name: 'form_token' })
  formToken!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'rotated_at' })
  rotatedAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'browser' })
  browser!: string;

  @Column('text', { name: 'issuer_session', nullable: true })
  issuerSession!: string | null;

  @Column('text', { name: 'id_token' })
  idToken!: string;
}
