import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { AskedChild, Enquiry, EnquiryState } from '../enquiry.ts';

/** The record that an enquiry hangs on, as much of it as finds its key. */
type About = Pick<Case, 'authorityId' | 'referralId'>;

/** An enquiry as its agency's list shows it: nothing of the child. */
export type AskedLine = Pick<Enquiry, 'id' | 'urgency' | 'sentAt' | 'dueAt' | 'state' | 'closedAt'>;

interface Stored extends Omit<Enquiry, 'child'> {
  readonly authorityId: Case['authorityId'];
  readonly child: string;
}

export interface Closing {
  readonly state: Exclude<EnquiryState, 'open'>;
  readonly at: Date;
  readonly withdrawn: { readonly by: string; readonly byName: string; readonly reason: string } | null;
}

const ASKED = 'enquiry.asked';
const CHILD = 'enquiry.child';
const WITHDRAWAL = 'enquiry.withdrawal_reason';

/** Enquiries; what was asked and about whom is sealed. */
@Injectable()
export class EnquiryRepository {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, about: About, made: Enquiry): Promise<void> {
    const key = await this.vault.keyOf(tx, about);
    const { id, caseId, referralId, agencyId, urgency, agreed, overrideId } = made;
    const asked = sealedUnder(key, ASKED, id, made.asked);
    const child = sealedUnder(key, CHILD, id, JSON.stringify(made.child));
    const when = [made.sentAt, made.dueAt];
    const what = [agencyId, urgency, asked, child, agreed, overrideId, made.sentBy, made.sentByName];
    await execute(tx, INSERT, [id, about.authorityId, caseId, referralId, ...what, ...when]);
  }

  /** Oldest first. */
  async ofCase(tx: Tx, found: Case): Promise<Enquiry[]> {
    const rows = await sql<Stored>(tx, `${SELECT} AND case_id = $2 ORDER BY sent_at, id`, [
      found.authorityId,
      found.id,
    ]);
    const key = await this.vault.keyOf(tx, found);
    return rows.map((row) => opened(row, key));
  }

  /** Of whichever case; the policy and row-level security say whose it is. */
  async find(tx: Tx, authorityId: string, id: string): Promise<Enquiry | null> {
    const [row] = await sql<Stored>(tx, `${SELECT} AND id = $2`, [authorityId, id]);
    return row === undefined ? null : opened(row, await this.vault.keyOf(tx, row));
  }

  /** Its state, held until the transaction ends. */
  async hold(tx: Tx, authorityId: string, id: string): Promise<EnquiryState | null> {
    const [row] = await sql<{ state: EnquiryState }>(tx, HOLD, [authorityId, id]);
    return row?.state ?? null;
  }

  /** What an agency was asked: what waits for it first, by when it is due. */
  ofAgency(tx: Tx, authorityId: string, agencyId: string, asked: AskedQuestion): Promise<AskedLine[]> {
    return sql<AskedLine>(tx, OF_AGENCY, [authorityId, agencyId, asked.state, asked.limit]);
  }

  /** The agencies of these that have not answered an enquiry about the case. */
  async waitingFor(tx: Tx, found: Case, agencyIds: readonly string[]): Promise<string[]> {
    const rows = await sql<{ id: string }>(tx, WAITING, [found.authorityId, found.id, agencyIds]);
    return rows.map(({ id }) => id);
  }

  async close(tx: Tx, about: About, id: string, { state, at, withdrawn }: Closing): Promise<void> {
    const key = withdrawn === null ? null : await this.vault.keyOf(tx, about);
    const reason = withdrawn === null ? null : sealedUnder(key, WITHDRAWAL, id, withdrawn.reason);
    const by = [withdrawn?.by ?? null, withdrawn?.byName ?? null, reason];
    await execute(tx, CLOSE, [about.authorityId, id, state, at, ...by]);
  }

  /** Lets this transaction see the case of an enquiry that its agency answers, to tell the case of the answer. */
  async openToAnswer(tx: Tx, caseId: string): Promise<void> {
    await execute(tx, `SELECT set_config('front_door.answering', $1, true)`, [caseId]);
  }
}

export interface AskedQuestion {
  readonly state: EnquiryState | null;
  readonly limit: number;
}

function opened({ authorityId: _, ...row }: Stored, key: RecordKey | null): Enquiry {
  const { id, withdrawalReason } = row;
  return {
    ...row,
    asked: openedUnder(key, ASKED, id, row.asked),
    child: JSON.parse(openedUnder(key, CHILD, id, row.child)) as AskedChild,
    withdrawalReason: withdrawalReason === null ? null : openedUnder(key, WITHDRAWAL, id, withdrawalReason),
  };
}

const INSERT = `INSERT INTO enquiry (id, authority_id, case_id, referral_id, agency_id, urgency, asked, child, agreed,
    override_id, sent_by, sent_by_name, sent_at, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
const SELECT = `SELECT id, authority_id AS "authorityId", case_id AS "caseId", referral_id AS "referralId",
    agency_id AS "agencyId", urgency, asked, child, agreed, override_id AS "overrideId", sent_by AS "sentBy",
    sent_by_name AS "sentByName", sent_at AS "sentAt", due_at AS "dueAt", state,
    closed_at AS "closedAt", withdrawn_by_name AS "withdrawnByName", withdrawal_reason AS "withdrawalReason"
  FROM enquiry WHERE authority_id = $1`;
const HOLD = 'SELECT state FROM enquiry WHERE authority_id = $1 AND id = $2 FOR UPDATE';
const OF_AGENCY = `SELECT id, urgency, sent_at AS "sentAt", due_at AS "dueAt", state, closed_at AS "closedAt"
  FROM enquiry WHERE authority_id = $1 AND agency_id = $2 AND ($3::text IS NULL OR state = $3)
  ORDER BY state <> 'open', CASE WHEN state = 'open' THEN due_at END, closed_at DESC, id LIMIT $4`;
const WAITING = `SELECT agency_id AS id FROM enquiry
  WHERE authority_id = $1 AND case_id = $2 AND agency_id = ANY ($3::text[]) AND state = 'open'`;
const CLOSE = `UPDATE enquiry SET state = $3, closed_at = $4, withdrawn_by = $5, withdrawn_by_name = $6,
    withdrawal_reason = $7
  WHERE authority_id = $1 AND id = $2 AND state = 'open'`;
