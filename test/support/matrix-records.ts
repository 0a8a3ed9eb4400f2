import { randomUUID } from 'node:crypto';
import type { CaseState } from '#domain';
import { aReferral } from './referral-builder.ts';
import type { TestDatabase } from './test-database.ts';

/** Everybody who acts in the matrix is one person, so that "mine" is the same for every role. */
export const ME = 'me';
export const MY_AGENCY = 'larkbridge-primary';
export const MY_TEAM = 'early_help_hub';

const PLACES = ['own_agency', 'other_agency', 'other_authority'] as const;
const CLOSINGS = ['open', 'closed', 'named', 'glass_broken'] as const;
const QUEUES = ['mine', 'theirs'] as const;
const HOLDERS = ['me', 'another', 'nobody'] as const;
const STATES = ['screening', 'threshold_decision', 'routed', 'closed'] as const satisfies CaseState[];

export interface ReferralKind {
  readonly place: (typeof PLACES)[number];
  /** Whether it is restricted, and how it is open to me all the same. */
  readonly closing: (typeof CLOSINGS)[number];
}

export interface CaseKind extends ReferralKind {
  readonly queue: (typeof QUEUES)[number];
  readonly holder: (typeof HOLDERS)[number];
  readonly state: (typeof STATES)[number];
  readonly decidedBy: 'me' | 'another';
}

export interface MadeReferral extends ReferralKind {
  readonly id: string;
  readonly reference: string;
}

export interface MadeCase extends CaseKind {
  readonly id: string;
  readonly reference: string;
}

interface Made {
  readonly referrals: readonly MadeReferral[];
  readonly cases: readonly MadeCase[];
}

/** Every kind of record, written past the service and in clear, as records from before encryption are; one triage run must be there. */
export async function makeRecords(database: TestDatabase): Promise<Made> {
  const referrals = PLACES.flatMap((place) => CLOSINGS.map((closing) => ({ place, closing }))).map(
    (kind, index): MadeReferral => ({
      ...kind,
      id: randomUUID(),
      reference: `FD-MTRX-${String(index).padStart(4, '0')}`,
    }),
  );
  const cases = referrals.flatMap((referral) =>
    caseKinds(referral).map((kind, index): MadeCase => ({
      ...kind,
      id: randomUUID(),
      reference: `${referral.reference}-${String(index)}`,
    })),
  );
  await database.query('admin', ELSEWHERE);
  const body = Buffer.from(JSON.stringify(aReferral()));
  for (const referral of referrals) {
    await database.query('admin', ADD_REFERRAL, [referral.id, referral.reference, ...placeOf(referral), body]);
    const own = cases.filter(({ reference }) => reference.startsWith(referral.reference));
    const rows = JSON.stringify(own.map((each) => rowOf(each, referral)));
    for (const step of STEPS) await database.query('admin', step, [rows]);
  }
  await openTo(database, cases);
  return { referrals, cases };
}

/** Names me again on what I am named on, and takes away what I opened myself. */
export async function openTo(database: TestDatabase, cases: readonly MadeCase[]): Promise<void> {
  const idsOf = (closing: string): string[] => cases.filter((each) => each.closing === closing).map(({ id }) => id);
  await database.query('admin', `DELETE FROM case_access WHERE person_id = $1`, [ME]);
  await database.query('admin', OPEN, [idsOf('named'), ME, null]);
  await database.query('admin', OPEN, [idsOf('glass_broken'), ME, new Date(Date.now() + 3_600_000)]);
  const restricted = cases.filter(({ closing }) => closing !== 'open').map(({ id }) => id);
  await database.query('admin', `UPDATE case_record SET restricted = true, version = 1 WHERE id = ANY($1::uuid[])`, [
    restricted,
  ]);
}

/**
 * Everything against everything for what the own agency sent; of another agency, which is the same to whoever works with
 * cases, and of another authority, only cases in nobody's hands or those that would be closest.
 */
function caseKinds(referral: ReferralKind): CaseKind[] {
  const kinds = QUEUES.flatMap((queue) =>
    HOLDERS.flatMap((holder) =>
      STATES.map((state, index): CaseKind => {
        const decidedBy = (index + HOLDERS.indexOf(holder)) % 2 === 0 ? 'me' : 'another';
        return { ...referral, queue, holder, state, decidedBy };
      }),
    ),
  );
  if (referral.place === 'own_agency') return kinds;
  if (referral.place === 'other_agency') return kinds.filter(({ holder }) => holder === 'nobody');
  return kinds.filter(({ queue, holder }) => queue === 'mine' && holder === 'me');
}

function placeOf({ place }: ReferralKind): [authority: string, agency: string] {
  if (place === 'other_authority') return ['elsewhere', MY_AGENCY];
  return ['larkshire', place === 'own_agency' ? MY_AGENCY : 'larkshire-police'];
}

function rowOf(made: MadeCase, referral: MadeReferral) {
  const [authority, agency] = placeOf(made);
  return {
    id: made.id,
    referral: referral.id,
    authority,
    agency,
    reference: made.reference,
    index: Number(made.reference.split('-').at(-1)),
    queue: made.queue === 'mine' ? MY_TEAM : 'assessment',
    state: made.state,
    holder: { me: ME, another: 'another', nobody: null }[made.holder],
    decision: randomUUID(),
    run: randomUUID(),
    decider: made.decidedBy === 'me' ? ME : 'another',
    restricted: made.closing !== 'open',
  };
}

const ELSEWHERE = `INSERT INTO agency SELECT 'elsewhere', id, name, type, source_code FROM agency
  WHERE id = '${MY_AGENCY}' AND authority_id = 'larkshire'`;
const ADD_REFERRAL = `INSERT INTO referral (id, reference, authority_id, agency_id, body, body_sha256, received_at,
    submitted_by, receipt, flags, correlation_id)
  SELECT $1::uuid, $2::text, $3::text, $4::text, $5::bytea, encode(sha256($5::bytea), 'hex'), now(), 'test', receipt,
    flags, gen_random_uuid() FROM referral WHERE sealed LIMIT 1`;
const ROWS = `jsonb_to_recordset($1::jsonb) AS r (id uuid, referral uuid, authority text, agency text, reference text,
  index smallint, queue text, state text, holder text, decision uuid, decider text, run uuid, restricted boolean)`;
/** A case may not be decided before its decision is there, nor a decision made of a case that is not. */
const STEPS = [
  `INSERT INTO case_record (id, authority_id, referral_id, agency_id, reference, child_index, queue, state, received_at,
    claimed_by, claimed_by_name, claimed_at, restricted)
  SELECT id, authority, referral, agency, reference, index, queue, 'screening', now(), holder, holder,
    CASE WHEN holder IS NULL THEN NULL ELSE now() END, restricted FROM ${ROWS}`,
  `INSERT INTO decision (id, case_id, authority_id, level, pathway, urgency, rationale, override_reason, decided_by,
    decided_by_name, decided_by_role, decided_at, sign_off_reasons)
  SELECT decision, id, authority, 'statutory_need', 'statutory', 'red', 'Test.', 'Test.', decider, 'Somebody',
    'social_worker', now(), '{statutory_outcome}' FROM ${ROWS}`,
  `INSERT INTO triage_run SELECT made.* FROM ${ROWS}, (SELECT to_jsonb(t) AS run FROM triage_run t LIMIT 1) one,
    jsonb_populate_record(NULL::triage_run, one.run
      || jsonb_build_object('id', r.run, 'case_id', r.id, 'authority_id', r.authority)) AS made`,
  `UPDATE case_record c SET current_decision_id = r.decision, current_run_id = r.run, state = r.state
  FROM ${ROWS} WHERE c.id = r.id`,
];
const OPEN = `INSERT INTO case_access (case_id, authority_id, person_id, granted_at, expires_at, granted_by)
  SELECT id, authority_id, $2, now(), $3, 'test' FROM case_record WHERE id = ANY($1::uuid[])`;
