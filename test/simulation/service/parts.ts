import type { SimDatabase } from '../database/sim-database.ts';
import type { SimAuditTrail } from './audit-trail.ts';
import type { Defences } from './defences.ts';
import type { SimOutbox } from './outbox.ts';
import type { Tables } from './rows.ts';

/** How much is done in one transaction; generated with each history. */
export interface Sizes {
  /** Referrals of one event-loop turn that share a commit, at most. */
  readonly submissions: number;
  /** Messages that a worker claims at once. */
  readonly claims: number;
  /** Proposals that share a commit, at most. */
  readonly proposals: number;
}

/** What every process of the simulated service shares. */
export interface Parts {
  readonly database: SimDatabase;
  readonly tables: Tables;
  readonly outbox: SimOutbox;
  readonly audit: SimAuditTrail;
  readonly defences: Defences;
  readonly sizes: Sizes;
}
