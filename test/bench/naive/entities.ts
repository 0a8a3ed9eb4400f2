import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('referral')
export class Referral {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'agency_id' }) agencyId!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('text') state!: string;
  @Column('jsonb') body!: object;
}

@Entity('proposal')
export class Proposal {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'referral_id' }) referralId!: string;
  @Column('integer') level!: number;
  @Column('integer') urgency!: number;
  @Column('jsonb') facts!: object;
}

@Entity('audit_event')
export class AuditEvent {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'referral_id' }) referralId!: string;
  @Column('text') action!: string;
  @Column('text') actor!: string;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
}

/** As its migration would make them. */
export const NAIVE_SCHEMA = `
  CREATE TABLE referral (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), agency_id text NOT NULL,
    received_at timestamptz NOT NULL, state text NOT NULL, body jsonb NOT NULL);
  CREATE INDEX ON referral (received_at);
  CREATE TABLE proposal (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), referral_id uuid NOT NULL UNIQUE REFERENCES referral,
    level integer NOT NULL, urgency integer NOT NULL, facts jsonb NOT NULL);
  CREATE TABLE audit_event (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), referral_id uuid NOT NULL REFERENCES referral,
    action text NOT NULL, actor text NOT NULL, occurred_at timestamptz NOT NULL);
  CREATE INDEX ON audit_event (referral_id);`;
