import type { TestDatabase } from '../support/test-database.ts';
import type { Acknowledged } from './retrying-client.ts';

export interface Findings {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
  readonly notProposed: readonly string[];
  /** Seconds from receipt of a case to its proposal, ascending. */
  readonly secondsToProposal: readonly number[];
}

interface Row {
  readonly reference: string;
  readonly idempotency_key: string;
  readonly body_sha256: string;
  readonly referrals: number;
  readonly cases: number;
  readonly runs: number;
  readonly proposals: number;
  readonly decisions: number;
  readonly clocks: number;
  readonly seconds: number[] | null;
}

/** Reads the senders' receipts and the database, and nothing else: what is acknowledged must be there, once, whole. */
export async function checkNothingLost(database: TestDatabase, receipts: readonly Acknowledged[]): Promise<Findings> {
  const rows = new Map((await database.query<Row>('admin', PER_REFERRAL)).map((row) => [row.idempotency_key, row]));
  const lost: string[] = [];
  const doubled: string[] = [];
  const broken: string[] = [];
  const notProposed: string[] = [];
  for (const receipt of receipts) {
    const row = rows.get(receipt.key);
    if (row === undefined) {
      lost.push(receipt.reference);
      continue;
    }
    if (row.referrals > 1 || row.runs > row.cases || row.proposals > row.cases) doubled.push(receipt.reference);
    if (Math.min(row.runs, row.proposals) < receipt.children) notProposed.push(receipt.reference);
    if (!isWhole(row, receipt)) broken.push(receipt.reference);
  }
  const secondsToProposal = [...rows.values()].flatMap((row) => row.seconds ?? []).sort((a, b) => a - b);
  return { acknowledged: receipts.length, lost, doubled, broken, notProposed, secondsToProposal };
}

/** The very document, one case a child, each with its clock running, and no decision that no person took. */
function isWhole(row: Row, receipt: Acknowledged): boolean {
  const isSame = row.reference === receipt.reference && row.body_sha256 === receipt.bodySha256;
  return isSame && row.cases === receipt.children && row.clocks >= receipt.children && row.decisions === 0;
}

/** How many acknowledged or stored cases still wait for their proposal. */
export async function countUnproposed(database: TestDatabase): Promise<number> {
  const [row] = await database.query<{ waiting: number }>(
    'admin',
    'SELECT count(*)::int AS waiting FROM case_record WHERE current_run_id IS NULL',
  );
  return row?.waiting ?? 0;
}

const PER_REFERRAL = `SELECT r.reference, r.idempotency_key, r.body_sha256,
    (SELECT count(*)::int FROM referral o WHERE o.agency_id = r.agency_id AND o.idempotency_key = r.idempotency_key)
      AS referrals,
    (SELECT count(*)::int FROM case_record c WHERE c.referral_id = r.id) AS cases,
    (SELECT count(*)::int FROM triage_run t JOIN case_record c ON c.id = t.case_id
      WHERE c.referral_id = r.id AND t.input_version = 1) AS runs,
    (SELECT count(*)::int FROM audit_event a WHERE a.referral_id = r.id AND a.action = 'case.proposed'
      AND NOT a.details ? 'because') AS proposals,
    (SELECT count(*)::int FROM decision d JOIN case_record c ON c.id = d.case_id WHERE c.referral_id = r.id) AS decisions,
    (SELECT count(*)::int FROM case_clock k JOIN case_record c ON c.id = k.case_id
      WHERE c.referral_id = r.id AND k.stopped_at IS NULL AND k.kind = 'decide_next_steps') AS clocks,
    (SELECT array_agg(extract(epoch FROM t.evaluated_at - r.received_at)::float8)
      FROM triage_run t JOIN case_record c ON c.id = t.case_id
      WHERE c.referral_id = r.id AND t.input_version = 1) AS seconds
  FROM referral r`;
