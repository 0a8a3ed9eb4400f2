import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Row of the append-only trail. */
@Entity('audit_event')
export class AuditEventRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ type: 'bigint', name: 'sequence', insert: false, update: false })
  sequence!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'referral_id', nullable: true })
  referralId!: string | null;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  @Column('text', { name: 'actor_kind' })
  actorKind!: 'person' | 'partner_system' | 'service';

  @Column('text', { name: 'actor_role', nullable: true })
  actorRole!: string | null;

  @Column('text', { name: 'action' })
  action!: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState!: string | null;

  @Column('text', { name: 'to_state', nullable: true })
  toState!: string | null;

  @Column('text', { name: 'reason', nullable: true })
  reason!: string | null;

  @Column('text', { name: 'rule_set_version', nullable: true })
  ruleSetVersion!: string | null;

  @Column('text', { name: 'rule_set_hash', nullable: true })
  ruleSetHash!: string | null;

  @Column('uuid', { name: 'correlation_id' })
  correlationId!: string;

  @Column('jsonb', { name: 'details' })
  details!: object;
}
