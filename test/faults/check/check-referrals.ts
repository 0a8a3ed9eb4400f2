import type { TestDatabase } from '../../support/test-database.ts';
import type { Acknowledged } from '../load/retrying-client.ts';
import type { Finding } from './findings.ts';

interface Row {
  readonly reference: string;
  readonly idempotency_key: string;
  readonly body_sha256: string;
  readonly referrals: number;
  readonly cases: number;
  readonly runs: number;
  readonly proposals: number;
  readonly twice: number;
  readonly failures: number;
  readonly clocks: number;
}

/** What is acknowledged must be there, once, whole. */
export async function checkReferrals(
  database: TestDatabase,
  receipts: readonly Acknowledged[],
): Promise<readonly Finding[]> {
  const keys = receipts.map(({ key }) => key);
  const rows = new Map(
    (await database.query<Row>('admin', PER_REFERRAL, [keys])).map((row) => [row.idempotency_key, row]),
  );
  return receipts.flatMap((receipt) => {
    const row = rows.get(receipt.key);
    const what = receipt.reference;
    if (row === undefined) return [{ against: 'lost', what } as const];
    const found: Finding[] = [];
    if (row.referrals > 1 || row.twice > 0) found.push({ against: 'doubled', what });
    if (Math.min(row.runs, row.proposals) + row.failures < receipt.children)
      found.push({ against: 'notProposed', what });
    if (!isWhole(row, receipt)) found.push({ against: 'broken', what });
    return found;
  });
}

/** The very document, and one case a child, each with the clock that a referral starts. */
function isWhole(row: Row, receipt: Acknowledged): boolean {
  const isSame = row.reference === receipt.reference && row.body_sha256 === receipt.bodySha256;
  return isSame && row.cases === receipt.children && row.clocks === receipt.children;
}

const RUNS = `triage_run t JOIN case_record c ON c.id = t.case_id WHERE c.referral_id = r.id AND t.input_version = 1`;
const PROPOSALS = `audit_event a
  WHERE a.referral_id = r.id AND a.action = 'case.proposed' AND NOT a.details ? 'because'`;

/** Case by case: one that has two of something must not hide that its sibling has none. */
const PER_REFERRAL = `SELECT r.reference, r.idempotency_key, r.body_sha256,
    (SELECT count(*)::int FROM referral o WHERE o.agency_id = r.agency_id AND o.idempotency_key = r.idempotency_key)
      AS referrals,
    (SELECT count(*)::int FROM case_record c WHERE c.referral_id = r.id) AS cases,
    (SELECT count(DISTINCT t.case_id)::int FROM ${RUNS}) AS runs,
    (SELECT count(DISTINCT case_id)::int FROM ${PROPOSALS}) AS proposals,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM ${RUNS} GROUP BY t.case_id HAVING count(*) > 1
      UNION ALL SELECT 1 FROM ${PROPOSALS} GROUP BY a.case_id HAVING count(*) > 1) several) AS twice,
    (SELECT count(*)::int FROM case_record c WHERE c.referral_id = r.id AND c.current_run_id IS NULL
      AND (c.triage_failure IS NOT NULL OR c.current_decision_id IS NOT NULL)) AS failures,
    (SELECT count(DISTINCT k.case_id)::int FROM case_clock k JOIN case_record c ON c.id = k.case_id
      WHERE c.referral_id = r.id AND k.kind = 'decide_next_steps') AS clocks
  FROM referral r WHERE r.idempotency_key = ANY ($1)`;
