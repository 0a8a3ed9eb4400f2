import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { attempt, type DatabaseRole, insertInto } from '../support/engine-attempts.ts';
import {
  CASE,
  CLOCK,
  DECISION,
  EVENT,
  MESSAGE,
  NO_FURTHER_ACTION,
  RECORD_KEY,
  REFERRAL,
  RULE_SET,
  RUN,
  SIGN_OFF,
  STATUTORY,
} from '../support/engine-rows.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const NO_RIGHT = '42501';
const CHECK = '23514';
const UNIQUE = '23505';

const WRITTEN_ONCE = [
  ...['decision_sign_off', 'case_match_key', 'rule_set_approval', 'backtest_reading', 'case_facts'],
  ...['referral', 'triage_run', 'decision', 'break_glass', 'alert', 'restriction'],
];

type Rows = readonly (readonly [what: string, statement: string])[];

describe('the database', () => {
  let service: TestService;
  let proposed: string;
  let decided: string;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    const agency = await service.agencyToken('larkbridge-primary');
    const desk = await staffDesk(service, 'social-worker');
    proposed = await proposedCase(desk, agency, aRedReferral());
    decided = await proposedCase(desk, agency, aReferral());
    await desk.claim(decided);
    const decision = await desk.confirm(decided);
    expect(decision.status).toBe(201);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function tried(role: DatabaseRole, ...statements: string[]) {
    const ready = statements.map((statement) =>
      statement.replaceAll(':proposed', `'${proposed}'`).replaceAll(':decided', `'${decided}'`),
    );
    return attempt(service.database, role, ...ready);
  }

  describe('lets each role do its own part', () => {
    it.each<readonly [DatabaseRole, string, string]>([
      ['engine', 'keep a rule set', insertInto('rule_set_content', RULE_SET)],
      ['engine', 'store a run', insertInto('triage_run', RUN)],
      ['engine', 'append to the trail', insertInto('audit_event', EVENT)],
      [
        'engine',
        'stop a clock',
        `UPDATE case_clock SET stopped_at = now() WHERE case_id = :proposed AND kind = 'urgency'`,
      ],
      ['engine', 'ask for information', set(`state = 'needs_information'`)],
      ['engine', 'propose a level', set(`proposed_level = 'statutory_need', triage_failure = NULL`)],
      ['engine', 'leave an urgency as it is', set(`urgency = urgency`)],
      ['engine', 'rewrap a record key', `UPDATE record_key SET wrapped = wrapped, key_id = 'k2'`],
      ['engine', 'settle its work', `UPDATE outbox_message SET last_error = 'x' WHERE case_id = :proposed`],
      ['api', 'store a referral', insertInto('referral', REFERRAL)],
      ['api', 'decide', insertInto('decision', DECISION)],
      ['api', 'sign off', insertInto('decision_sign_off', SIGN_OFF)],
      ['api', 'append to the trail', insertInto('audit_event', EVENT)],
      ['api', 'claim a case', set(`claimed_by = 'x', claimed_by_name = 'X', claimed_at = now()`)],
      ['api', 'lower an urgency', set(`urgency = 'green', state = 'screening'`)],
      ['api', 'read a run', `SELECT 1 FROM triage_run JOIN rule_set_content ON hash = rule_set_hash LIMIT 1`],
      [
        'owner',
        'correct a referral',
        `UPDATE referral SET idempotency_key = 'x' WHERE id = (SELECT id FROM referral LIMIT 1)`,
      ],
    ])('%s: %s', async (role, _what, statement) => {
      const { refused, rows } = await tried(role, statement);

      expect({ refused, some: rows > 0 }).toEqual({ refused: null, some: true });
    });
  });

  describe('refuses the engine', () => {
    it.each<Rows[number]>([
      ['a decision', insertInto('decision', DECISION)],
      ['a signature', insertInto('decision_sign_off', SIGN_OFF)],
      ['a referral', insertInto('referral', REFERRAL)],
      ['making a decision the current one', set(`current_decision_id = (SELECT id FROM decision LIMIT 1)`)],
      ['a decided pathway', set(`decided_pathway = 'early_help'`)],
      ['a claim', set(`claimed_by = 'x'`)],
      ['a version of the input that is not the next', set('input_version = input_version + 2')],
      ['even a raised urgency on a settled case', `UPDATE case_record SET urgency = 'red' WHERE id = :decided`],
      ['an event in the name of a person', insertInto('audit_event', { ...EVENT, actor_kind: `'person'` })],
      ...['screening', 'threshold_decision', 'signed', 'routed', 'closed', 'reopened'].map(
        (state) => [`the state ${state}`, set(`state = '${state}'`)] as const,
      ),
      ['taking a case out of a person’s hands', `UPDATE case_record SET state = 'auto_triaged' WHERE id = :decided`],
      ['a lower urgency', set(`urgency = 'amber'`)],
      ['no urgency where there was one', set('urgency = NULL')],
      ['a draft', 'INSERT INTO rule_set_version DEFAULT VALUES'],
      ['a change of a draft', 'UPDATE rule_set_version SET hash = hash'],
      ['an approval', 'INSERT INTO rule_set_approval DEFAULT VALUES'],
      ['an activation', 'INSERT INTO rule_set_activation DEFAULT VALUES'],
      ['rolling back', 'UPDATE rule_set_activation SET withdrawn_at = now()'],
      ['a reading in a person’s name', 'INSERT INTO backtest_reading DEFAULT VALUES'],
      ['a record key', insertInto('record_key', RECORD_KEY)],
      ['destroying a record key', 'DELETE FROM record_key'],
      ['another record’s key', 'UPDATE record_key SET referral_id = referral_id'],
      ['approving a disposal', 'INSERT INTO disposal_approval DEFAULT VALUES'],
      ['asking for a disposal', 'INSERT INTO disposal DEFAULT VALUES'],
      ['a legal hold', 'INSERT INTO legal_hold DEFAULT VALUES'],
      ['lifting a legal hold', 'UPDATE legal_hold SET lifted_at = now()'],
      ['settling a record by hand', `UPDATE disposal_item SET state = 'disposed'`],
      ['a trace of a record that is there', 'INSERT INTO disposed_record DEFAULT VALUES'],
      ['what was written in a decision', 'SELECT rationale FROM decision'],
      ['removing work', 'DELETE FROM outbox_message'],
      ['another address for a webhook', 'UPDATE webhook_endpoint SET url = url'],
      ['another secret of a webhook', 'UPDATE webhook_endpoint SET secret = secret'],
      ['a message to a partner of its own making', 'INSERT INTO webhook_delivery DEFAULT VALUES'],
      ['deleting a case', 'DELETE FROM case_record WHERE id = :proposed'],
      ['emptying the cases', 'TRUNCATE case_record CASCADE'],
      ...untouchable('referral', 'body'),
      ...untouchable('audit_event', 'reason'),
      ...untouchable('audit_leaf', 'position'),
      ...untouchable('audit_tree_head', 'root_hash'),
      ...untouchable('audit_key', 'use'),
      ['deleting from audit_tile', 'DELETE FROM audit_tile'],
      ['an event with a transaction of its own choice', insertInto('audit_event', { ...EVENT, xid: `'3'` })],
      ...untouchable('decision', 'rationale'),
      ...untouchable('triage_run', 'proposal'),
      ...untouchable('rule_set_content', 'content'),
      ...untouchable('case_match_key', 'key'),
    ])('%s', async (_what, statement) => {
      expect(await tried('engine', statement)).toEqual({ refused: NO_RIGHT, rows: 0 });
    });

    const ownOperator = `CREATE FUNCTION bullmq.always(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
      CREATE OPERATOR bullmq.= (LEFTARG = text, RIGHTARG = text, FUNCTION = bullmq.always)`;
    const ownFunction = `CREATE FUNCTION bullmq.array_position(text[], text) RETURNS int LANGUAGE sql AS 'SELECT 1'`;

    it.each<readonly [string, string, string]>([
      ['a state', ownOperator, set(`state = 'screening'`)],
      ['an urgency', ownFunction, set(`urgency = 'blue'`)],
    ])('%s that something of its own, made in the queue’s schema, would let pass', async (_what, own, statement) => {
      const path = 'SET LOCAL search_path = bullmq, pg_catalog, public';
      const byId = statement.replace('WHERE id =', 'WHERE id OPERATOR(pg_catalog.=)');

      expect(await tried('engine', own, path, byId)).toEqual({ refused: NO_RIGHT, rows: 0 });
    });
  });

  describe('refuses the API', () => {
    it.each<Rows[number]>([
      ...untouchable('audit_event', 'reason'),
      ...untouchable('audit_leaf', 'position'),
      ...untouchable('audit_tile', 'hashes'),
      ...untouchable('audit_tree_head', 'root_hash'),
      ...untouchable('audit_key', 'use'),
      ['a place in the audit log', 'INSERT INTO audit_leaf DEFAULT VALUES'],
      ['a head of the audit log', 'INSERT INTO audit_tree_head DEFAULT VALUES'],
      ['an event with a transaction of its own choice', insertInto('audit_event', { ...EVENT, xid: `'3'` })],
      ...untouchable('record_key', 'wrapped'),
      ['a run', insertInto('triage_run', RUN)],
      ...untouchable('rule_set_content', 'content'),
      ...WRITTEN_ONCE.flatMap((table) => untouchable(table, 'authority_id')),
      ['moving an activation', 'UPDATE rule_set_activation SET from_date = from_date'],
      ['an outcome of a proof', 'UPDATE rule_set_job SET outcome = outcome'],
      ['a proposal', set(`proposed_level = 'universal'`)],
      ['a run made the current one', set('current_run_id = NULL')],
      ['settling the engine’s work', 'UPDATE outbox_message SET done_at = now()'],
      ['deleting a case', 'DELETE FROM case_record WHERE id = :proposed'],
      ['destroying a record', 'SELECT dispose_of_referral(gen_random_uuid(), gen_random_uuid(), now()::date)'],
      ['a list of its own making', 'INSERT INTO disposal_item DEFAULT VALUES'],
      ['forgetting a legal hold', 'DELETE FROM legal_hold'],
      ['a trace of a record that is there', 'INSERT INTO disposed_record DEFAULT VALUES'],
      ...untouchable('disposal_approval', 'approved_by'),
      ['reading the queue', 'SELECT 1 FROM bullmq.job'],
      ['a claim on an endpoint', 'UPDATE webhook_endpoint SET claimed_until = now()'],
      ['a try that was none', 'UPDATE webhook_delivery SET attempts = 0'],
      ['forgetting a delivery', 'DELETE FROM webhook_delivery'],
      ['forgetting an endpoint', 'DELETE FROM webhook_endpoint'],
      ['a table of its own', 'CREATE TABLE public.aside (id int)'],
    ])('%s', async (_what, statement) => {
      expect(await tried('api', statement)).toEqual({ refused: NO_RIGHT, rows: 0 });
    });
  });

  describe('refuses, whoever asks,', () => {
    it.each<readonly [string, string, string]>([
      [
        'signing one’s own decision',
        CHECK,
        insertInto('decision_sign_off', { ...SIGN_OFF, signed_by: `'social-worker'` }),
      ],
      [
        'naming another decider to sign it',
        '23503',
        insertInto('decision_sign_off', { ...SIGN_OFF, decided_by: `'x'` }),
      ],
      ['a return without a reason', CHECK, insertInto('decision_sign_off', { ...SIGN_OFF, outcome: `'returned'` })],
      [
        'a return with a blank reason',
        CHECK,
        insertInto('decision_sign_off', { ...SIGN_OFF, outcome: `'returned'`, reason: `' '` }),
      ],
      [
        'a statutory decision without its sign-off reason',
        CHECK,
        insertInto('decision', { ...STATUTORY, sign_off_reasons: `'{}'` }),
      ],
      [
        'a statutory decision whose only sign-off reason is nothing',
        CHECK,
        insertInto('decision', { ...STATUTORY, sign_off_reasons: `'{NULL}'` }),
      ],
      [
        'a statutory decision with another sign-off reason',
        CHECK,
        insertInto('decision', { ...STATUTORY, sign_off_reasons: `'{lowered_urgency}'` }),
      ],
      [
        'another level without an override reason',
        CHECK,
        insertInto('decision', { ...DECISION, level: `'universal'`, pathway: `'universal'` }),
      ],
      ['another urgency without an override reason', CHECK, insertInto('decision', { ...DECISION, urgency: `'red'` })],
      [
        'another level with a blank override reason',
        CHECK,
        insertInto('decision', { ...DECISION, level: `'universal'`, pathway: `'universal'`, override_reason: `' '` }),
      ],
      ['no further action with a level', CHECK, insertInto('decision', { ...NO_FURTHER_ACTION, level: `'universal'` })],
      ['a pathway without a level', CHECK, insertInto('decision', { ...NO_FURTHER_ACTION, pathway: `'universal'` })],
      ['a decision without a rationale', CHECK, insertInto('decision', { ...DECISION, rationale: `' '` })],
      ['a decided state without a decision', CHECK, set(`state = 'signed'`)],
      ['a decided pathway without a decision', CHECK, set(`decided_pathway = 'universal'`)],
      ['a second key of a record', UNIQUE, insertInto('record_key', RECORD_KEY)],
      ['a clear referral that does not match its hash', CHECK, insertInto('referral', { ...REFERRAL, body: `'{ }'` })],
      ['two cases of one child', UNIQUE, insertInto('case_record', CASE)],
      ['two running clocks of a kind', UNIQUE, insertInto('case_clock', CLOCK)],
      ['two pieces of work for one input', UNIQUE, insertInto('outbox_message', { ...MESSAGE, input_version: '1' })],
    ])('%s', async (_what, code, statement) => {
      expect(await tried('api', statement)).toEqual({ refused: code, rows: 0 });
    });

    it('two runs for one version of a case’s input', async () => {
      const statement = insertInto('triage_run', { ...RUN, input_version: '1' });

      expect(await tried('engine', statement)).toEqual({ refused: UNIQUE, rows: 0 });
    });

    it('a rule set that does not match its hash', async () => {
      const statement = insertInto('rule_set_content', { ...RULE_SET, content: `'{"other":1}'` });

      expect(await tried('engine', statement)).toEqual({ refused: CHECK, rows: 0 });
    });

    it.each<Rows[number]>([
      ['a statutory decision with its sign-off reason', insertInto('decision', STATUTORY)],
      [
        'another level with a reason',
        insertInto('decision', { ...DECISION, level: `'universal'`, pathway: `'universal'`, override_reason: `'Y'` }),
      ],
      ['no further action', insertInto('decision', NO_FURTHER_ACTION)],
      [
        'a return with a reason',
        insertInto('decision_sign_off', { ...SIGN_OFF, outcome: `'returned'`, reason: `'Y'` }),
      ],
      ['another child of the referral', insertInto('case_record', { ...CASE, child_index: '1' })],
      ['a second clock, stopped', insertInto('case_clock', { ...CLOCK, stopped_at: 'now()' })],
      ['work for the next input', insertInto('outbox_message', { ...MESSAGE, input_version: '3' })],
    ])('but not %s', async (_what, statement) => {
      expect(await tried('api', statement)).toEqual({ refused: null, rows: 1 });
    });
  });
});

function set(change: string): string {
  return `UPDATE case_record SET ${change} WHERE id = :proposed`;
}

/** Writes that nobody but the owner may make on a table whose rows are written once. */
function untouchable(table: string, column: string): Rows {
  return [
    [`changing ${table}`, `UPDATE ${table} SET ${column} = ${column}`],
    [`deleting from ${table}`, `DELETE FROM ${table}`],
    [`emptying ${table}`, `TRUNCATE ${table} CASCADE`],
  ];
}
