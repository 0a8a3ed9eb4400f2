import type { Case, Decision, Facts, Lane } from '#domain';
import type { TriageRun } from '#triage';
import type { ArrivedEvent } from '../../../libs/audit/entry/stored-event.ts';
import type { Tile } from '../../../libs/audit/log/tiles.ts';
import { SimTable } from '../database/sim-table.ts';
import type { DocumentKind } from './documents.ts';

export interface ReferralRow {
  readonly id: string;
  readonly agencyId: string;
  readonly key: string | null;
  readonly bodySha256: string;
  readonly reference: string;
  readonly kind: DocumentKind;
  /** Which sending it came from: what was sent once is stored once, key or no key. */
  readonly sending: string;
}

/** A row of `outbox_message`; times in milliseconds. */
export interface WorkRow {
  readonly id: string;
  readonly sequence: number;
  readonly lane: Lane;
  readonly caseId: string;
  readonly inputVersion: number;
  readonly reason: string | null;
  readonly availableAt: number;
  readonly attempts: number;
  readonly claimToken: number | null;
  readonly claimedUntil: number | null;
  readonly isDone: boolean;
  readonly failure: string | null;
}

/** Between which commits a run was made. */
export interface RunRow extends TriageRun {
  readonly startedAfter: number;
  writtenAt: number;
}

export interface ActivationRow {
  readonly id: string;
  readonly hash: string;
  readonly activatedAt: number;
  readonly isWithdrawn: boolean;
}

export interface InformationRow {
  readonly id: string;
  readonly caseId: string;
  readonly facts: Facts;
}

export type EventRow = Omit<ArrivedEvent, 'xid' | 'sequence'> & { readonly xid: number; readonly sequence: number };

export interface LeafRow {
  readonly position: number;
  readonly eventId: string;
}

export interface HeadRow {
  readonly size: number;
  readonly root: Buffer;
  readonly cursor: string;
}

/** The tables that the protocol is about. A table named after another's column is the unique index over it. */
export class Tables {
  readonly referrals = new SimTable<ReferralRow>();
  readonly referralKeys = new SimTable<string>();
  readonly cases = new SimTable<Case>();
  readonly work = new SimTable<WorkRow>();
  readonly workVersions = new SimTable<string>();
  readonly runs = new SimTable<RunRow>();
  readonly runVersions = new SimTable<string>();
  readonly decisions = new SimTable<Decision>();
  readonly activations = new SimTable<ActivationRow>();
  readonly information = new SimTable<InformationRow>();
  readonly events = new SimTable<EventRow>();
  readonly chainPlaces = new SimTable<string>();
  readonly leaves = new SimTable<LeafRow>();
  readonly tiles = new SimTable<Tile>();
  readonly heads = new SimTable<HeadRow>();
}
