import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { sha256 } from '#platform';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import {
  aList,
  aNewChild,
  anOffice,
  anOldRecord,
  approve,
  approved,
  type Office,
  type OldRecord,
  recordsOf,
  untilState,
} from '../support/retention-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

// Each asks housekeeping to do several rounds of work.
jest.setTimeout(30_000);

describe('disposal', () => {
  let service: TestService;
  let office: Office;
  let engine: INestApplicationContext;

  beforeAll(async () => {
    service = await startTestService();
    engine = await service.startWorker();
    office = await anOffice(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function left({ referralId }: OldRecord): Promise<{ table: string }[]> {
    return service.database.query('admin', LEFT.replaceAll(':referral', `'${referralId}'`));
  }

  async function referencesOf(id: string): Promise<(string | null)[]> {
    return (await recordsOf(office, office.manager, id, '?limit=500')).records.map((record) => record.reference);
  }

  it('lists what the schedule says is due, with the rule, and nothing younger', async () => {
    const due = await anOldRecord(office, 6);
    const tooYoung = await anOldRecord(office, 3);
    const list = await aList(office);
    const { records } = await recordsOf(office, office.manager, list.id);

    expect(records.find((record) => record.reference === due.reference)).toMatchObject({
      outcome: 'no_further_action',
      cases: 1,
      rule: 'no_further_action',
      state: 'listed',
      holdSuggested: false,
      referenceSha256: sha256(due.reference),
    });
    expect(records.map((record) => record.reference)).not.toContain(tooYoung.reference);
    expect(list).toMatchObject({ approved: null, finishedAt: null });
  });

  it('destroys nothing before a second person who opened the list approves it', async () => {
    const record = await anOldRecord(office, 6);
    const { id } = await aList(office);
    await recordsOf(office, office.manager, id);

    const own = await approve(office, office.manager, id);
    const unread = await approve(office, office.otherManager, id);
    expect([own.status, own.body.code]).toEqual([403, 'second_person_needed']);
    expect([unread.status, unread.body.code]).toEqual([409, 'disposal_not_ready']);
    expect((await office.manager.read(record.caseId)).status).toBe(200);

    const direct = `SELECT dispose_of_referral('${id}', '${record.referralId}', current_date)`;
    await expect(service.database.query('engine', direct)).rejects.toThrow('no second person');
    await expect(service.database.query('api', direct)).rejects.toThrow('permission denied');
  });

  it('destroys every row of an approved record, and says that and why it is gone', async () => {
    const record = await anOldRecord(office, 6);
    const before = await left(record);
    const { id } = await aList(office);
    await approved(office, id);
    const done = await untilState(service, office.manager, id, 'done');

    expect(before.length).toBeGreaterThan(10);
    expect(await left(record)).toEqual([]);
    expect(done.counts.disposed).toBeGreaterThan(0);
    const events = await service.database.query<{
      action: string;
      salted: boolean;
      committed: boolean;
      details: object;
    }>(
      'admin',
      `SELECT action, reason IS NOT NULL OR reason_salt IS NOT NULL OR record_salt IS NOT NULL AS salted,
         actor_commitment IS NOT NULL AND leaf_hash IS NOT NULL AS committed, details
       FROM audit_event WHERE referral_id = $1 ORDER BY sequence`,
      [record.referralId],
    );
    expect(events.slice(-2)).toMatchObject([
      { action: 'referral.disposed', details: { disposalId: id, ruleId: 'no_further_action' } },
      { action: 'case.disposed', details: { disposalId: id, ruleId: 'no_further_action' } },
    ]);
    expect(events.length).toBeGreaterThan(6);
    expect(events.filter((event) => event.salted || !event.committed)).toEqual([]);
  });

  it('tells who could have read a record that it is gone, and nobody else that it was there', async () => {
    const record = await anOldRecord(office, 6);
    const { id } = await aList(office);
    await approved(office, id);
    await untilState(service, office.manager, id, 'done');
    const police = await service.agencyToken('larkshire-police');
    const referral = `/api/v1/referrals/${record.reference}`;
    const answers = [
      await call(service.url, `/api/v1/cases/${record.caseId}`, { token: office.worker.token }),
      await call(service.url, `/api/v1/cases/${record.caseId}/audit`, { token: office.manager.token }),
      await call(service.url, referral, { token: office.school }),
      await call(service.url, referral, { token: police }),
    ];

    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [410, 'record_disposed'],
      [410, 'record_disposed'],
      [410, 'record_disposed'],
      [404, 'not_found'],
    ]);
    expect(answers[0]?.body.detail).toContain(id);
    const list = await office.worker.list(`?reference=${record.reference}`);
    expect(list.body.cases).toEqual([]);
  });

  it('hides that a restricted record was there from whom it was not open to', async () => {
    const record = await anOldRecord(office, 6);
    await service.database.query('admin', `UPDATE case_record SET restricted = true WHERE id = $1`, [record.caseId]);
    await service.database.query(
      'admin',
      `INSERT INTO case_access (case_id, authority_id, person_id, granted_at, granted_by)
       VALUES ($1, 'larkshire', 'manager-2', now(), 'manager')`,
      [record.caseId],
    );
    const { id } = await aList(office);
    const mine = await recordsOf(office, office.manager, id, '?limit=500');
    expect(mine.records.map((each) => each.reference)).not.toContain(record.reference);
    await approved(office, id);
    await untilState(service, office.manager, id, 'done');

    expect((await office.manager.read(record.caseId)).status).toBe(404);
    expect((await office.otherManager.read(record.caseId)).status).toBe(410);
  });

  it('keeps what a person took out, what a later contact renews, and what was reopened', async () => {
    const [kept, renewed, reopened, gone] = [
      await anOldRecord(office, 6),
      await anOldRecord(office, 6, {
        children: [{ ref: 'c1', givenName: 'Again', familyName: 'Here', dateOfBirth: '2010-01-01' }],
      }),
      await anOldRecord(office, 6),
      await anOldRecord(office, 6),
    ];
    const { id } = await aList(office);
    const path = `/api/v1/disposals/${id}/records/${kept.referralId}/keeping`;
    const keeping = { token: office.manager.token, body: { reason: 'An inspection asks for it.' } };
    expect((await call(service.url, path, keeping)).status).toBe(200);
    expect((await call(service.url, path, keeping)).status).toBe(409);
    const child = { ref: 'c1', givenName: 'Again', familyName: 'Here', dateOfBirth: '2010-01-01' };
    await call(service.url, '/api/v1/referrals', { token: office.school, body: aReferral({ children: [child] }) });
    await service.database.query('admin', `UPDATE case_record SET state = 'reopened' WHERE id = $1`, [reopened.caseId]);
    await approved(office, id);
    await untilState(service, office.manager, id, 'done');

    const { records } = await recordsOf(office, office.manager, id, '?limit=500');
    const stateOf = ({ referralId }: OldRecord) => {
      const found = records.find((record) => record.referralId === referralId);
      return [found?.state, found?.skippedBecause];
    };
    expect([kept, renewed, reopened, gone].map(stateOf)).toEqual([
      ['kept', null],
      ['skipped', 'not_due'],
      ['skipped', 'open'],
      ['disposed', null],
    ]);
    expect((await office.manager.read(kept.caseId)).status).toBe(200);
    expect(records.find((record) => record.referralId === kept.referralId)?.kept).toEqual({
      by: 'Martin Merlin',
      reason: 'An inspection asks for it.',
    });
    await service.database.query('admin', `UPDATE case_record SET state = 'signed' WHERE id = $1`, [reopened.caseId]);
    expect(await referencesOf((await aList(office)).id)).toContain(kept.reference);
  });

  it('goes on where it was killed, and does nothing twice', async () => {
    const records = [await anOldRecord(office, 6), await anOldRecord(office, 7), await anOldRecord(office, 8)];
    const { id } = await aList(office);
    // A death between the deletion and the commit, for one of the three.
    await service.database.query(
      'admin',
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF OLD.id = '${records[1]?.referralId ?? ''}' THEN RAISE EXCEPTION 'killed'; END IF; RETURN OLD; END $$;
       CREATE TRIGGER die BEFORE DELETE ON referral FOR EACH ROW EXECUTE FUNCTION die()`,
    );
    await approved(office, id);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const halted = await recordsOf(office, office.manager, id, '?state=listed');
    expect(halted.records.map((record) => record.referralId)).toContain(records[1]?.referralId);
    expect((await left(records[1] as OldRecord)).length).toBeGreaterThan(10);

    await service.database.query('admin', 'DROP TRIGGER die ON referral');
    const done = await untilState(service, office.manager, id, 'done');
    const again = `SELECT dispose_of_referral('${id}', '${records[0]?.referralId ?? ''}', current_date) AS result`;
    expect(await service.database.query('engine', again)).toEqual([{ result: null }]);
    const events = await service.database.query<{ times: number }>(
      'admin',
      `SELECT count(*)::int AS times FROM audit_event WHERE action = 'referral.disposed' AND referral_id = ANY ($1)
       GROUP BY referral_id`,
      [records.map((record) => record.referralId)],
    );
    expect(events).toEqual([{ times: 1 }, { times: 1 }, { times: 1 }]);
    expect(done.listSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(engine).toBeDefined();
  }, 20_000);

  it('leaves other children and other authorities alone', async () => {
    const fresh = aReferral({ children: aNewChild() });
    const sent = await call<{ reference: string }>(service.url, '/api/v1/referrals', {
      token: office.school,
      body: fresh,
    });
    const record = await anOldRecord(office, 6);
    const { id } = await aList(office);
    await approved(office, id);
    await untilState(service, office.manager, id, 'done');

    expect((await left(record)).length).toBe(0);
    const read = await call(service.url, `/api/v1/referrals/${sent.body.reference}`, { token: office.school });
    expect(read.status).toBe(200);
    const elsewhere = `SET front_door.authority = 'elsewhere';
      SELECT dispose_of_referral('${id}', '${record.referralId}', current_date)`;
    await expect(service.database.query('engine', elsewhere)).rejects.toThrow('no such list');
  });

  it('knows every table that points to a record', async () => {
    const pointing = await service.database.query<{ table: string; cascades: boolean }>('admin', POINTING);
    const [definition] = await service.database.query<{ text: string }>(
      'admin',
      `SELECT pg_get_functiondef('dispose_of_referral'::regproc) AS text`,
    );
    // Rows whose every key cascades go with the record that they point to.
    const kept = pointing.filter(({ cascades }) => !cascades);
    const forgotten = kept.filter(({ table }) => !(definition?.text ?? '').includes(`DELETE FROM ${table}`));

    expect(pointing.length).toBeGreaterThan(12);
    expect(forgotten).toEqual([]);
  });
});

/** Tables from which a chain of keys leads to a referral. */
const POINTING = `WITH RECURSIVE pointing AS (
    SELECT conrelid AS id FROM pg_constraint WHERE contype = 'f' AND confrelid = 'referral'::regclass
    UNION SELECT k.conrelid FROM pg_constraint k JOIN pointing p ON k.confrelid = p.id WHERE k.contype = 'f')
  SELECT p.id::regclass::text AS "table", bool_and(k.confdeltype = 'c') AS cascades
  FROM pointing p JOIN pg_constraint k ON k.conrelid = p.id AND k.contype = 'f'
  WHERE k.confrelid = 'referral'::regclass OR k.confrelid IN (SELECT id FROM pointing)
  GROUP BY p.id`;

const OF_CASES = `IN (SELECT id FROM case_record WHERE referral_id = :referral)`;
const LEFT = [
  'SELECT \'referral\' AS "table" FROM referral WHERE id = :referral',
  `SELECT 'record_key' FROM record_key WHERE referral_id = :referral`,
  `SELECT 'case_record' FROM case_record WHERE referral_id = :referral`,
  ...['case_clock', 'case_match_key', 'triage_run', 'decision', 'outbox_message', 'case_facts'].map(
    (table) => `SELECT '${table}' FROM ${table} WHERE case_id ${OF_CASES}`,
  ),
  `SELECT 'decision_sign_off' FROM decision_sign_off WHERE decision_id IN (SELECT id FROM decision WHERE case_id ${OF_CASES})`,
].join(' UNION ALL ');
