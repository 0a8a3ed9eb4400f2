import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState, DecidedPathway, Level, Urgency } from '#domain';

/** Row of one child's case. Which columns the API and the engine may each write is a matter of grants. */
@Entity('case_record')
export class CaseRow {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'authority_id' })
  authorityId!: string;

  @Column('uuid', { name: 'referral_id' })
  referralId!: string;

  @Column('text', { name: 'agency_id' })
  agencyId!: string;

  @Column('text', { name: 'reference' })
  reference!: string;

  @Column('smallint', { name: 'child_index' })
  childIndex!: number;

  /** Sealed JSON: see `child-column.ts`. */
  @Column('text', { name: 'child', nullable: true })
  child!: string | null;

  @Column('text', { name: 'area', nullable: true })
  area!: string | null;

  @Column('text', { name: 'queue' })
  queue!: string;

  @Column('text', { name: 'state' })
  state!: CaseState;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'next_due_at', nullable: true })
  nextDueAt!: Date | null;

  @Column('boolean', { name: 'first_1001_days', default: false })
  first1001Days!: boolean;

  @Column('text', { name: 'urgency', nullable: true })
  urgency!: Urgency | null;

  @Column('text', { name: 'proposed_level', nullable: true })
  proposedLevel!: Level | null;

  @Column('text', { name: 'proposed_urgency', nullable: true })
  proposedUrgency!: Urgency | null;

  @Column('boolean', { name: 'restricted', default: false })
  restricted!: boolean;

  @Column('boolean', { name: 'handover_waiting', default: false })
  handoverWaiting!: boolean;

  @Column('boolean', { name: 'needs_information', default: false })
  needsInformation!: boolean;

  @Column('text', { name: 'triage_failure', nullable: true })
  triageFailure!: string | null;

  @Column('text', { name: 'claimed_by', nullable: true })
  claimedBy!: string | null;

  @Column('text', { name: 'claimed_by_name', nullable: true })
  claimedByName!: string | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column('integer', { name: 'input_version', default: 1 })
  inputVersion!: number;

  @Column('uuid', { name: 'current_run_id', nullable: true })
  currentRunId!: string | null;

  @Column('uuid', { name: 'current_decision_id', nullable: true })
  currentDecisionId!: string | null;

  @Column('text', { name: 'decided_pathway', nullable: true })
  decidedPathway!: DecidedPathway | null;

  @Column('integer', { name: 'version', default: 1 })
  version!: number;
}
