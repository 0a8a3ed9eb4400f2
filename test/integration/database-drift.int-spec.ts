import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import '#audit';
import '#decisions';
import '#intake';
import '#notifications';
import '#rule-sets';
import '#sign-in';
import '#triage';
import { createDataSource } from '#platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Tables that no entity maps, and why. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  attachment: 'The API may write some of its columns and the engine others: statements name them.',
  attachment_content: 'Bytes, written once and read whole.',
  audit_event: 'Written in one statement; its hash is rebuilt from the columns as one query names them.',
  audit_key: 'Noted once with ON CONFLICT DO NOTHING.',
  audit_leaf: 'Written in bulk by the sealer and read by joins.',
  audit_tile: 'Written in bulk by the sealer; the last tile of a level grows.',
  audit_tree_head: 'Written by the sealer alone; its transaction number has a type that TypeORM does not know.',
  backtest_lower: 'Written in batches and read by pages in an order of its own.',
  backtest_reading: 'One statement notes a reading, another asks for it.',
  bulk_row: 'Written in bulk, settled by the statement that finds it waiting; its cells are sealed on the way.',
  bulk_upload: 'Read with its rows counted.',
  case_access: 'Read by the policy that hides restricted cases, and written by statements of its own.',
  case_clock_escalation: 'Noted once by the engine and read by joins.',
  case_clock_pause: 'Its end is set by its clock; what people wrote is sealed on the way.',
  case_code: 'Given with ON CONFLICT and cached.',
  case_facts: 'Written as bytes, and read a block at a time.',
  case_handover: 'Accepted by the statement that finds it waiting; what was done is sealed on the way.',
  case_milestone: 'Written once, read by its case.',
  disposal: 'Claimed with SKIP LOCKED by the engine and counted up step by step.',
  disposal_approval: 'Written once with ON CONFLICT DO NOTHING; its keys are what it is for.',
  disposal_item: 'Written in bulk, read by pages in several orders, settled by a function of the owner.',
  disposal_reading: 'One statement notes a reading, another asks for it.',
  disposed_record: 'Written by a function of the owner and searched in one statement.',
  challenge: 'Its state is changed by statements that look at the state.',
  challenge_entry: 'Written once and read in order, its words sealed on the way.',
  enquiry: 'Its agency’s role, the front door and the engine each write columns of their own.',
  enquiry_override: 'Signed by the statement that looks whether it waits for a signature.',
  enquiry_reply: 'Written once, and marked as read by the statement that looks whether it was.',
  fact_layout: 'Written once a catalogue with ON CONFLICT DO NOTHING and read by its hash.',
  chronology_analysis: 'Written once with its version and read newest first: statements of their own do both.',
  chronology_event: 'Written once with ON CONFLICT, read with the children it is about and what corrected it.',
  chronology_event_child: 'Written and read with the event it belongs to.',
  case_information: 'Withdrawn by the statement that looks whether it stands; its words are sealed on the way.',
  information_passed: 'Passed on with ON CONFLICT and marked as read by a statement that looks whether it was.',
  decision_index: 'Written by triggers with each decision and signature; searched and counted by statements.',
  decision_rule: 'Written by the trigger that writes decision_index, to search by one rule.',
  missed_opportunity: 'Written once with its decision and read by a join.',
  case_match_key: 'Written in bulk and read by joins: statements of their own do both.',
  family_agreement: 'Written once and read in order, its words sealed on the way.',
  held_form: 'Taken by the statement that removes it, so that nobody gets it twice.',
  legal_hold: 'Placed with ON CONFLICT; its reasons are sealed on the way.',
  message: 'Stored with ON CONFLICT; the engine marks when it was worked out who gets it.',
  message_delivery: 'Claimed with SKIP LOCKED and settled by its token: SQL anyway.',
  contact_point: 'Kept with ON CONFLICT, its addresses sealed on the way.',
  notice_read: 'Written once with ON CONFLICT DO NOTHING and read by a join.',
  referral_without_people: 'Claimed with SKIP LOCKED and taken off the list.',
  outbox_message: 'Claimed by FOR UPDATE SKIP LOCKED, which is SQL anyway.',
  person_candidate: 'Written in bulk with ON CONFLICT by the engine, and only where something changed.',
  person_key: 'Blind indexes, written in bulk and looked up a block at a time.',
  lower_list_page: 'One statement notes which places were opened, another reads them.',
  person_mention: 'Written in bulk when a referral comes in; its details are sealed on the way.',
  person_verdict: 'Its reasons are sealed on the way, and only its undoing may be added.',
  quality_closing: 'Written once, its note sealed on the way.',
  quality_item: 'Taken by the statement that finds it free.',
  quality_rating: 'Written once, its reason sealed on the way.',
  quality_sample: 'Written once with its items; read by a join.',
  rate_limit: 'The limiter’s own statements write it.',
  referral_draft:
    'Held while it is saved, ended by statements that look whether it has; what was typed is sealed on the way.',
  rule_set_content: 'Written once a process with ON CONFLICT DO NOTHING and read by its hash.',
  relationship: 'Reported in bulk, corrected with ON CONFLICT; its reasons are sealed on the way.',
  residence: 'Reported in bulk, corrected with ON CONFLICT; its addresses are sealed on the way.',
  record_key: 'Written beside its referral, read by a join, rewrapped in batches: statements of its own do it.',
  schema_migration: 'TypeORM’s own record of the migrations that ran.',
  sibling_consideration: 'Written once and read by its case.',
  sender_details: 'Kept with ON CONFLICT, sealed on the way.',
  sign_in_attempt: 'Taken by the statement that removes it, so that nobody gets it twice.',
  sign_in_cutoff: 'Set with ON CONFLICT, read by its key.',
  worklist_change: 'Written by a trigger, and taken off by the statement that adds it up.',
  worklist_choice: 'Kept with ON CONFLICT, a column at a time.',
  worklist_count: 'Added to with ON CONFLICT and read in sums.',
  worklist_view: 'Three columns, its name sealed on the way.',
  webhook_delivery: 'Stored by a trigger, claimed with its endpoint and settled by statements of its own.',
};

/** Tables from which a role of the service may delete, and why: nothing in them is a record. */
const MAY_DELETE: Readonly<Record<string, string>> = {
  referral_without_people: 'A list of work that is done once: whose people have been written down.',
  bulk_upload: 'Files of notices, forgotten after two weeks: what was stored of them are referrals.',
  held_form: 'What was typed when a session ended, until it is taken up again.',
  rate_limit: 'Requests counted in a window that has passed.',
  referral_draft: 'What was never sent, or whose referral has been stored for a month.',
  sender_details: 'What a sender gave about themself more than a year ago.',
  session: 'Sessions that have ended.',
  sign_in_attempt: 'Sign-ins that were begun and not finished.',
  worklist_change: 'Changes of counts that have been added up.',
  worklist_view: 'Filters under a name, which their maker no longer wants.',
  webhook_delivery: 'What a partner was told more than a month ago: the trail of the case has what happened.',
};

interface ColumnOf {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

interface StoredColumn extends ColumnOf {
  readonly generated: boolean;
}

describe('the schema that the migrations make', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let stored: StoredColumn[];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = createDataSource({
      address: { url: database.ownerUrl, ssl: false },
      pool: 2,
      applicationName: 'front-door-drift',
    });
    await dataSource.initialize();
    stored = await database.query<StoredColumn>('admin', COLUMNS);
  }, 60_000);

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  function mapped(): ColumnOf[] {
    return dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        table: entity.tableName,
        column: column.databaseName,
        type: `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
      })),
    );
  }

  it('has every column of every entity, with its type and nullability', () => {
    const inDatabase = new Map(stored.map(({ generated: _, ...column }) => [nameOf(column), column]));
    const columns = mapped();

    expect(columns.length).toBeGreaterThan(80);
    expect(columns.map((column) => inDatabase.get(nameOf(column)) ?? `${nameOf(column)} is missing`)).toEqual(columns);
  });

  it('has no column that an entity forgets, save those that PostgreSQL computes', () => {
    const tables = new Set(dataSource.entityMetadatas.map((entity) => entity.tableName));
    const known = new Set(mapped().map(nameOf));
    const forgotten = stored.filter((column) => tables.has(column.table) && !known.has(nameOf(column)));

    expect(forgotten.map(nameOf).sort()).toEqual(['case_record.open', 'case_record.rank']);
    expect(forgotten.filter((column) => !column.generated)).toEqual([]);
  });

  it('lets no entity write a column that PostgreSQL computes', () => {
    const generated = new Set(stored.filter((column) => column.generated).map(nameOf));
    const written = dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns
        .filter((column) => column.isInsert || column.isUpdate)
        .map((column) => nameOf({ table: entity.tableName, column: column.databaseName })),
    );

    expect(written.filter((name) => generated.has(name))).toEqual([]);
  });

  it('has an entity for every table, or a reason why not', () => {
    // TypeORM keeps entities for the whole process: test files that ran before this one declared them as well.
    const withEntity = new Set(dataSource.entityMetadatas.map((entity) => entity.tableName));
    const tables = new Set(stored.map((column) => column.table));

    expect([...withEntity, ...Object.keys(WITHOUT_ENTITY)].sort()).toEqual([...tables].sort());
  });

  it('has the primary keys that the entities name', async () => {
    const rows = await database.query<{ table: string; key: string[] }>('admin', PRIMARY_KEYS);
    const keys = new Map(rows.map((row) => [row.table, row.key]));
    const named = dataSource.entityMetadatas.map(({ tableName, primaryColumns }) => ({
      table: tableName,
      key: primaryColumns.map((column) => column.databaseName).sort(),
    }));

    expect(named).toEqual(named.map(({ table }) => ({ table, key: keys.get(table) })));
  });

  it('belongs to the owner, and every table of it serves at least one role', async () => {
    const tables = await database.query<{ table: string; owner: string; granted: boolean }>('admin', GRANTED);

    expect(tables.length).toBe(new Set(stored.map((column) => column.table)).size);
    expect(tables.filter((table) => table.owner !== 'front_door_owner' || !table.granted)).toEqual([]);
  });

  it('grants nothing to everybody, and to no role what it could pass on', async () => {
    const loose = await database.query('admin', LOOSE_GRANTS, [Object.keys(MAY_DELETE)]);

    expect(loose).toEqual([]);
  });
});

function nameOf({ table, column }: { readonly table: string; readonly column: string }): string {
  return `${table}.${column}`;
}

const COLUMNS = `SELECT table_name AS "table", column_name AS "column",
    CASE WHEN data_type = 'ARRAY' THEN ltrim(udt_name, '_') || '[]' ELSE data_type END AS type,
    is_nullable = 'YES' AS nullable, is_generated = 'ALWAYS' OR identity_generation IS NOT DISTINCT FROM 'ALWAYS' AS generated
  FROM information_schema.columns WHERE table_schema = 'public'`;

const PRIMARY_KEYS = `SELECT k.table_name AS "table", array_agg(k.column_name::text ORDER BY k.column_name) AS key
  FROM information_schema.table_constraints c
  JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name, table_name)
  WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = 'public' GROUP BY k.table_name`;

const GRANTED = `SELECT tablename AS "table", tableowner AS owner,
    has_any_column_privilege('front_door_api', format('public.%I', tablename), 'SELECT')
    OR has_any_column_privilege('front_door_engine', format('public.%I', tablename), 'SELECT') AS granted
  FROM pg_tables WHERE schemaname = 'public'`;

const LOOSE_GRANTS = `SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants
  WHERE table_schema = 'public' AND grantee <> 'front_door_owner'
    AND (grantee = 'PUBLIC' OR is_grantable = 'YES' OR privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
      OR (privilege_type = 'DELETE' AND table_name <> ALL ($1)))`;
