import type pg from 'pg';

/** Statements that copy the first record of each table for every row of `filler`, with columns of its own. */
export function openCases(admin: pg.Client): Promise<string[]> {
  return copies(admin, [
    ['referral', REFERRAL],
    ['record_key', { referral_id: 'f.referral_id', wrapped: 'f.wrapped', key_id: 'f.key_id' }],
    ['case_record', { ...CASE, ...OPEN }],
    ['triage_run', { id: 'f.run_id', case_id: 'f.case_id', evaluation: `'{}'` }],
    ['case_clock', { id: 'gen_random_uuid()', case_id: 'f.case_id' }],
    ...WITH_EACH,
  ]);
}

export function settledCases(admin: pg.Client): Promise<string[]> {
  return copies(admin, [['referral', REFERRAL], ['case_record', { ...CASE, ...SETTLED }], ...WITH_EACH]);
}

async function copies(admin: pg.Client, tables: readonly (readonly [string, Columns])[]): Promise<string[]> {
  const texts: string[] = [];
  for (const [table, own] of tables) texts.push(await copyOf(admin, table, own));
  return texts;
}

type Columns = Readonly<Record<string, string>>;

async function copyOf(admin: pg.Client, table: string, own: Columns): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(COLUMNS, [table]);
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => own[name] ?? `t.${name}`);
  const first = table === 'audit_event' ? 'WHERE case_id IS NOT NULL AND chain_id IS NOT NULL ORDER BY sequence' : '';
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM filler AS f CROSS JOIN (SELECT * FROM ${table} ${first} LIMIT 1) AS t`;
}

const COLUMNS = `SELECT column_name AS name FROM information_schema.columns
  WHERE table_name = $1 AND table_schema = 'public' AND is_generated = 'NEVER' AND is_identity = 'NO'`;

const NAME = `translate(upper(lpad(to_hex(f.n), 8, '0')), '01', 'GH')`;
const NUMBER = `'FD-' || left(${NAME}, 4) || '-' || right(${NAME}, 4)`;
const REFERRAL: Columns = {
  ...{ id: 'f.referral_id', reference: NUMBER, idempotency_key: 'NULL', body: `'\\x00'` },
  body_sha256: `encode(sha256('\\x00'), 'hex')`,
  received_at: `t.received_at - f.n * interval '1 second'`,
};
const CASE: Columns = {
  ...{ id: 'f.case_id', referral_id: 'f.referral_id', reference: `${NUMBER} || '-1'`, child_index: '0' },
  ...{ child: 'f.child', current_run_id: 'f.run_id', received_at: `t.received_at - f.n * interval '1 second'` },
  queue: `(ARRAY['screening', 'information_and_advice', 'early_help_hub', 'assessment', 'child_protection_duty'])[1 + f.n % 5]`,
  area: `(ARRAY['north_larkshire', 'harbour', 'vale', NULL])[1 + f.n / 5 % 4]`,
  urgency: `CASE WHEN f.n % 100 < 5 THEN 'red' WHEN f.n % 100 < 40 THEN 'amber' WHEN f.n % 100 < 80 THEN 'green' ELSE 'blue' END`,
};
const WITH_EACH: readonly (readonly [string, Columns])[] = [
  [
    'person_mention',
    {
      ...{ id: 'gen_random_uuid()', referral_id: 'f.referral_id', case_id: 'f.case_id', role: `'child'` },
      person_id: 'gen_random_uuid()',
    },
  ],
  [
    'audit_event',
    {
      ...{ id: 'gen_random_uuid()', referral_id: 'f.referral_id', case_id: 'f.case_id', details: `'{}'` },
      ...{ chain_id: 'gen_random_uuid()', chain_seq: '0', reason: 'NULL' },
    },
  ],
];
/** One in fifty is overdue, one in twenty-five in somebody's hands, one in ten waits for answers. */
const OPEN: Columns = {
  state: `CASE WHEN f.n % 25 = 0 THEN 'screening' ELSE 'auto_triaged' END`,
  next_due_at: `now() + ((f.n::bigint * 7919 % 5000) / 100.0 - 1) * interval '1 day'`,
  needs_information: 'f.n % 10 = 0',
  first_1001_days: 'f.n % 8 = 0',
  claimed_by: `CASE WHEN f.n % 25 = 0 THEN CASE WHEN f.n < 1000 THEN 'social-worker' ELSE 'person-' || f.n / 25 % 40 END END`,
  claimed_by_name: `CASE WHEN f.n % 25 = 0 THEN 'Wren Whitethroat' END`,
  claimed_at: 'CASE WHEN f.n % 25 = 0 THEN now() END',
};
const SETTLED: Columns = {
  ...{
    state: `'closed'`,
    next_due_at: 'NULL',
    current_decision_id: 'gen_random_uuid()',
    decided_pathway: `'early_help'`,
  },
  ...{
    claimed_by: 'NULL',
    claimed_by_name: 'NULL',
    claimed_at: 'NULL',
    current_run_id: 'NULL',
    needs_information: 'false',
  },
};

/** Triggers rested while the copies were made: the counts are brought up to them at once. */
export const SETTLE = `TRUNCATE worklist_count, worklist_change;
INSERT INTO worklist_count (authority_id, queue, urgency, held, cases)
  SELECT authority_id, queue, coalesce(urgency, 'not_triaged'), claimed_by IS NOT NULL, count(*)
  FROM case_record WHERE open AND NOT restricted GROUP BY 1, 2, 3, 4`;
