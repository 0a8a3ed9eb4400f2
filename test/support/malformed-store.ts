import { recordKeys } from './record-keys.ts';
import type { TestDatabase } from './test-database.ts';

/** One stored referral, with the count of everything that must stand beside it. */
export interface StoredWhole {
  readonly reference: string;
  readonly body: Buffer;
  readonly sha256: string;
  readonly cases: number;
  readonly runningClocks: number;
  readonly received: number;
  readonly opened: number;
  readonly messages: number;
}

/** Every referral of the database with its body opened, counted as the database's owner. */
export async function storedReferrals(database: TestDatabase): Promise<StoredWhole[]> {
  const rows = await database.query<StoredWhole & { readonly id: string }>('admin', REFERRALS);
  const keys = await recordKeys(database);
  return rows.map(({ id, body, ...row }) => ({
    ...row,
    body: keys.get(id)?.openBytes('referral.body', id, body) ?? body,
  }));
}

/** Rows that belong to no referral or no case: what a half-done write would leave. */
export async function strayRows(database: TestDatabase): Promise<number> {
  const [row] = await database.query<{ strays: number }>('admin', STRAYS);
  return row?.strays ?? -1;
}

/** Database tables a refused body must leave as they were. */
export async function rowCounts(database: TestDatabase): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>('admin', COUNTS);
  return row ?? {};
}

/** What the family's other cases are asked for besides comes whenever the engine gets to it. */
const FIRST_LOOK = `x.topic = 'triage.requested' AND x.reason IS NULL`;
const OF_CASES = 'JOIN case_record c ON c.id = x.case_id WHERE c.referral_id = r.id';
const REFERRALS = `SELECT r.id, r.reference, r.body, r.body_sha256 AS sha256,
    (SELECT count(*)::int FROM case_record x WHERE x.referral_id = r.id) AS cases,
    (SELECT count(*)::int FROM case_clock x ${OF_CASES} AND x.stopped_at IS NULL AND x.kind = 'decide_next_steps')
      AS "runningClocks",
    (SELECT count(*)::int FROM audit_event x WHERE x.referral_id = r.id AND x.action = 'referral.received') AS received,
    (SELECT count(*)::int FROM audit_event x ${OF_CASES} AND x.action = 'case.opened') AS opened,
    (SELECT count(*)::int FROM outbox_message x ${OF_CASES} AND ${FIRST_LOOK}) AS messages
  FROM referral r ORDER BY r.received_at, r.id`;

const STRAYS = `SELECT (
    (SELECT count(*) FROM case_record x WHERE NOT EXISTS (SELECT 1 FROM referral r WHERE r.id = x.referral_id))
    + (SELECT count(*) FROM audit_event x WHERE NOT EXISTS (SELECT 1 FROM referral r WHERE r.id = x.referral_id))
    + (SELECT count(*) FROM case_clock x WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = x.case_id))
    + (SELECT count(*) FROM case_match_key x WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = x.case_id))
    + (SELECT count(*) FROM outbox_message x WHERE NOT EXISTS (SELECT 1 FROM case_record c WHERE c.id = x.case_id))
  )::int AS strays`;

const COUNTS = `SELECT (SELECT count(*)::int FROM referral) AS referral,
    (SELECT count(*)::int FROM case_record) AS case_record, (SELECT count(*)::int FROM case_clock) AS case_clock,
    (SELECT count(*)::int FROM case_match_key) AS case_match_key,
    (SELECT count(*)::int FROM audit_event) AS audit_event,
    (SELECT count(*)::int FROM outbox_message x WHERE ${FIRST_LOOK}) AS outbox_message`;
