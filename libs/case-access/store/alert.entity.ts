import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlertKind } from '../unusual-access.ts';

/** An unusual look at records, for a manager to look into. */
@Entity('alert')
export class AlertRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('text', { name: 'kind' })
  kind!: AlertKind;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'person_name' })
  personName!: string;

  @Column('uuid', { name: 'case_ids', array: true })
  caseIds!: string[];

  @Column('uuid', { name: 'break_glass_id', nullable: true })
  breakGlassId!: string | null;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;

  @Column('text', { name: 'acknowledged_by', nullable: true })
  acknowledgedBy!: string | null;

  @Column('text', { name: 'acknowledged_by_name', nullable: true })
  acknowledgedByName!: string | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  @Column('text', { name: 'note', nullable: true })
  note!: string | null;
}
