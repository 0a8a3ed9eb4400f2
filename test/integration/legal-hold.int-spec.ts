import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LegalHoldsResponse } from '../../apps/api/retention/retention.response.ts';
import { type Answer, call } from '../support/http.ts';
import {
  aList,
  anOffice,
  anOldRecord,
  approved,
  type Office,
  recordsOf,
  untilState,
} from '../support/retention-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

// Each asks housekeeping to do several rounds of work.
jest.setTimeout(30_000);

describe('a legal hold', () => {
  let service: TestService;
  let office: Office;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    office = await anOffice(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  type Holds = Answer<LegalHoldsResponse & { code?: string }>;

  function ask(reference: string, rest = '', body?: object, token = office.manager.token): Promise<Holds> {
    const path = `/api/v1/referrals/${reference}/legal-holds${rest}`;
    return call(service.url, path, { token, ...(body === undefined ? {} : { body }) });
  }

  const place = (reference: string): Promise<Holds> =>
    ask(reference, '', { reason: 'A court asks for it: planted-word.' });

  it('keeps a record out of every list until it is lifted', async () => {
    const { reference } = await anOldRecord(office, 6);
    const placed = await place(reference);
    const { id } = await aList(office);
    const without = await recordsOf(office, office.manager, id, '?limit=500');
    const hold = placed.body.holds[0]?.id ?? '';
    const lifted = await ask(reference, `/${hold}/lifting`, { reason: 'The court is done.' });
    const again = await aList(office);
    const having = await recordsOf(office, office.manager, again.id, '?limit=500');

    expect([placed.status, placed.body.isHeld]).toEqual([201, true]);
    expect(without.records.map((record) => record.reference)).not.toContain(reference);
    expect(lifted.body).toMatchObject({ isHeld: false, holds: [{ lifted: { by: 'Martin Merlin' } }] });
    expect(having.records.map((record) => record.reference)).toContain(reference);
  });

  it('wins when it is placed between approval and the end', async () => {
    const record = await anOldRecord(office, 6);
    const { id } = await aList(office);
    // As if housekeeping stood still between the approval and the record.
    await service.database.query('admin', `UPDATE disposal_item SET due_on = current_date WHERE disposal_id = $1`, [
      id,
    ]);
    await recordsOf(office, office.otherManager, id);
    const gate = `CREATE FUNCTION wait_a_moment() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(0.5); RETURN OLD; END $$;
      CREATE TRIGGER wait_a_moment BEFORE DELETE ON referral FOR EACH ROW EXECUTE FUNCTION wait_a_moment()`;
    await service.database.query('admin', gate);
    const held = await place(record.reference);
    await approved(office, id);
    await untilState(service, office.manager, id, 'done');
    await service.database.query('admin', 'DROP TRIGGER wait_a_moment ON referral');
    const { records } = await recordsOf(office, office.manager, id, '?limit=500');

    expect(held.status).toBe(201);
    expect(records.find((each) => each.referralId === record.referralId)).toMatchObject({
      state: 'skipped',
      skippedBecause: 'held',
    });
    expect((await office.manager.read(record.caseId)).status).toBe(200);
  });

  it('and the destruction of the record never both succeed, whoever comes first', async () => {
    const records = [];
    for (let count = 0; count < 6; count += 1) records.push(await anOldRecord(office, 6));
    const { id } = await aList(office);
    const [, ...holds] = await Promise.all([approved(office, id), ...records.map(({ reference }) => place(reference))]);
    await untilState(service, office.manager, id, 'done');
    const { records: settled } = await recordsOf(office, office.manager, id, '?limit=500');

    for (const [at, record] of records.entries()) {
      const state = settled.find((each) => each.referralId === record.referralId)?.state;
      const isHeld = holds[at]?.status === 201;
      expect({ reference: record.reference, state }).toEqual({
        reference: record.reference,
        state: isHeld ? 'skipped' : 'disposed',
      });
      if (!isHeld) expect([404, 410]).toContain(holds[at]?.status);
    }
  });

  it('is suggested where there are signs of sexual abuse, and the list says so', async () => {
    const children = [{ ref: 'c1', givenName: 'Longago', familyName: 'Example', dateOfBirth: '1940-01-01' }];
    const signs = { children, indicators: [{ id: 'A21', answer: 'present' }] };
    const marked = await anOldRecord(office, 90, signs);
    const plain = await anOldRecord(office, 6);
    const { id } = await aList(office);
    const { records } = await recordsOf(office, office.manager, id, '?limit=500');
    const find = (reference: string) => records.find((record) => record.reference === reference);

    expect((await ask(marked.reference)).body).toMatchObject({
      isHeld: false,
      suggestedBy: ['sexual_abuse'],
      holds: [],
    });
    expect((await ask(plain.reference)).body.suggestedBy).toEqual([]);
    expect(find(marked.reference)).toMatchObject({ holdSuggested: true });
    expect(find(plain.reference)).toMatchObject({ holdSuggested: false });
  });

  it('is placed once at a time, lifted once, with a reason each, by managers alone', async () => {
    const { reference } = await anOldRecord(office, 6);
    const first = await place(reference);
    const hold = first.body.holds[0]?.id ?? '';
    const answers = [
      await place(reference),
      await ask(reference, '', { reason: ' ' }),
      await ask(reference, '', { reason: 'x' }, office.worker.token),
      await ask(reference, `/${crypto.randomUUID()}/lifting`, { reason: 'x' }),
      await ask(reference, `/${hold}/lifting`, { reason: 'x' }),
      await ask(reference, `/${hold}/lifting`, { reason: 'x' }),
      await ask('FD-2222-2222', '', { reason: 'x' }),
    ];

    expect(answers.map((answer) => answer.status)).toEqual([409, 422, 403, 404, 200, 409, 404]);
    const [stored] = await service.database.query<{ reason: string }>('admin', 'SELECT reason FROM legal_hold LIMIT 1');
    expect(stored?.reason).not.toContain('planted-word');
  });
});
