import { sql, type Tx } from '#platform';

/** What a message is about, as far as it may say so. */
export interface MessageSubject {
  readonly reference: string | null;
  /** Of the referral that it hangs on, and the agency that sent that. */
  readonly referralReference: string | null;
  readonly agencyId: string | null;
  readonly dueAt: Date | null;
}

/** A record that a message is about; an enquiry, challenge or clock by its id in `subjectId`. */
export interface About {
  readonly referralId: string | null;
  readonly caseId: string | null;
  readonly subjectId: string | null;
}

/** The reference to name, and when something is due: of the clock or its subject, else of the case or referral. */
export async function subjectOf(tx: Tx, about: About): Promise<MessageSubject> {
  const [found] = await sql<MessageSubject>(tx, SUBJECT, [about.caseId, about.referralId, about.subjectId]);
  return found ?? { reference: null, referralReference: null, agencyId: null, dueAt: null };
}

/** A case as its clocks take it. */
export interface HeldCase {
  readonly id: string;
  readonly authorityId: string;
  readonly referralId: string;
}

/** Each one's case, or every case of its referral: held until the transaction ends, always in the same order. */
export async function holdCases(
  tx: Tx,
  about: readonly Pick<About, 'caseId' | 'referralId'>[],
): Promise<readonly HeldCase[]> {
  if (about.length === 0) return [];
  const ids = about.flatMap(({ caseId }) => caseId ?? []);
  const referralIds = about.flatMap(({ caseId, referralId }) => (caseId === null ? (referralId ?? []) : []));
  return sql<HeldCase>(tx, HOLD, [ids, referralIds]);
}

const SUBJECT = `SELECT coalesce(c.reference, r.reference) AS reference, r.reference AS "referralReference",
    r.agency_id AS "agencyId", CASE
    WHEN $3::uuid IS NOT NULL THEN (SELECT k.due_at FROM case_clock k
      WHERE k.case_id = $1 AND (k.id = $3 OR k.subject_id = $3) ORDER BY k.stopped_at IS NULL DESC, k.due_at DESC LIMIT 1)
    WHEN $1::uuid IS NOT NULL THEN c.next_due_at
    ELSE (SELECT min(k.due_at) FROM case_clock k JOIN case_record o ON o.id = k.case_id
      WHERE o.referral_id = $2 AND k.kind = 'decide_next_steps') END AS "dueAt"
  FROM (SELECT 1) one LEFT JOIN case_record c ON c.id = $1
    LEFT JOIN referral r ON r.id = coalesce(c.referral_id, $2)`;

const HOLD = `SELECT id, authority_id AS "authorityId", referral_id AS "referralId" FROM case_record
  WHERE id = ANY ($1::uuid[]) OR referral_id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
