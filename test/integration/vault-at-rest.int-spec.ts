import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { ReferralPageResponse } from '../../apps/api/referrals/referral.response.ts';
import { type Desk, openedCases, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { sightingsOf } from '../support/stored-text.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const NAME = 'Zebedee-Canary';
const BORN = '2011-03-17';
const STREET = '77 Plover Causeway';
const POSTCODE = 'LK1 9ZY';
const STORY = 'Slept in the outhouse with the kestrel.';
const RATIONALE = 'The grandmother has taken the kestrel in.';
const OVERRIDE = 'An aunt I trust has told me otherwise.';
const RETURNED = 'Please ask the school about the kestrel first.';
const PLANTED = [NAME, BORN, STREET, POSTCODE, STORY, RATIONALE, OVERRIDE, RETURNED, 'kestrel', 'AUNT-REF-9'];

function plantedReferral(): object {
  return aReferral({
    senderReference: 'AUNT-REF-9',
    referrer: { capacity: 'professional', name: NAME, phone: '01632 960011', email: `${NAME}@example.org` },
    children: [{ ref: 'c1', givenName: NAME, dateOfBirth: BORN, address: { lines: [STREET], postcode: POSTCODE } }],
    worries: { summary: STORY, childsWords: STORY, injury: 'no' },
    strengths: STORY,
  });
}

describe('records at rest', () => {
  let service: TestService;
  let agency: string;
  let worker: Desk;
  let manager: Desk;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    agency = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    manager = await staffDesk(service, 'manager');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('show nothing of a child, or of what people wrote, to whoever reads the whole database', async () => {
    const id = await proposedCase(worker, agency, plantedReferral());
    await worker.claim(id);
    const decision = { kind: 'differ', rationale: RATIONALE, outcome: 'no_further_action', urgency: 'green' };
    expect((await worker.decide(id, { ...decision, overrideReason: OVERRIDE })).status).toBe(201);
    expect((await manager.signOff(id, 'returned', RETURNED)).status).toBe(200);

    const read = await worker.read(id);
    expect(read.body.child).toEqual({ name: NAME, dateOfBirth: BORN });
    expect(read.text).toContain(STORY);
    expect(read.body.decisions).toMatchObject([
      { rationale: RATIONALE, overrideReason: OVERRIDE, signOff: { outcome: 'returned', reason: RETURNED } },
    ]);
    expect(await sightingsOf(service.database, [...PLANTED, NAME.toLowerCase().replace('-', '')])).toEqual([]);
  });

  it('would be seen if they stood there in clear, in whatever form', async () => {
    const { database } = service;
    await database.query('admin', 'CREATE TABLE aside (words text, bytes bytea, sealed text)');
    const bytes = Buffer.from(`x${STORY}`);
    const values = [STREET, bytes, Buffer.from(`xy${RATIONALE}`).toString('base64')];
    await database.query('admin', 'INSERT INTO aside VALUES ($1, $2, $3)', values);

    const seen = await sightingsOf(database, [STREET, STORY, RATIONALE]);
    await database.query('admin', 'DROP TABLE aside');

    expect(seen).toEqual([STREET, STORY, RATIONALE].map((text) => `public.aside: ${text}`));
  });

  it('count earlier contacts about a child by an index that tells nobody which child', async () => {
    const first = await proposedCase(worker, agency, plantedReferral());
    const [row] = await service.database.query<{ shared: number }>(
      'admin',
      `SELECT count(DISTINCT o.case_id)::int AS shared FROM case_match_key k JOIN case_match_key o USING (kind, key)
       WHERE k.case_id = $1`,
      [first],
    );

    expect(row?.shared).toBe(2);
  });

  it('are found, and refused, when somebody moves sealed texts between them', async () => {
    const [one = '', other = ''] = [
      ...(await openedCases(worker, agency, plantedReferral())),
      ...(await openedCases(worker, agency, aReferral())),
    ];
    const text = 'UPDATE case_record SET child = (SELECT child FROM case_record WHERE id = $1) WHERE id = $2';
    await service.database.query('admin', text, [one, other]);

    const answer = await worker.read(other);
    expect({ status: answer.status, shows: answer.text.includes(NAME) }).toEqual({ status: 500, shows: false });
    expect((await worker.read(one)).body.child.name).toBe(NAME);
  });
});

describe('records of other times', () => {
  let service: TestService;
  let agency: string;
  let worker: Desk;

  beforeAll(async () => {
    service = await startTestService();
    agency = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  const referrals = () => call<ReferralPageResponse>(service.url, '/api/v1/referrals', { token: agency });

  it('from before there were keys are read as they stand', async () => {
    const document = plantedReferral();
    const [id = ''] = await openedCases(worker, agency, document);
    const child = JSON.stringify({ name: NAME, dateOfBirth: BORN });
    const values = [id, Buffer.from(JSON.stringify(document)), child];
    const referral = '(SELECT referral_id FROM case_record WHERE id = $1)';
    const { database } = service;
    await database.query('admin', `DELETE FROM record_key WHERE referral_id = ${referral}`, [id]);
    await database.query(
      'admin',
      `UPDATE referral SET sealed = false, body = $2 WHERE id = ${referral}`,
      values.slice(0, 2),
    );
    await database.query('admin', 'UPDATE case_record SET child = $2 WHERE id = $1', [id, child]);

    expect((await worker.read(id)).text).toContain(STORY);
    expect((await worker.list()).body.cases.map((found) => found.child.name)).toEqual([NAME]);
    expect((await referrals()).body.referrals[0]?.senderReference).toBe('AUNT-REF-9');
    await worker.claim(id);
    const differ = { kind: 'differ', rationale: RATIONALE, outcome: 'early_help', urgency: 'green' };
    await worker.decide(id, { ...differ, overrideReason: OVERRIDE });
    expect((await worker.read(id)).body.decisions).toMatchObject([{ rationale: RATIONALE }]);
  });

  it('whose key was destroyed say so, and every list goes on without their content', async () => {
    const receipt = await call<Receipt>(service.url, '/api/v1/referrals', { token: agency, body: plantedReferral() });
    const { reference } = receipt.body;
    await openedCases(worker, agency, aReferral());
    const page = (await worker.list(`?reference=${reference}`)).body.cases;
    const id = page[0]?.id ?? '';
    const text = 'DELETE FROM record_key WHERE referral_id = (SELECT referral_id FROM case_record WHERE id = $1)';
    await service.database.query('admin', text, [id]);

    expect((await worker.read(id)).body).toMatchObject({ status: 410, code: 'record_disposed' });
    const own = await call(service.url, `/api/v1/referrals/${reference}`, { token: agency });
    expect(own.body).toMatchObject({ status: 410, code: 'record_disposed' });
    const listed = (await worker.list()).body.cases.map((found) => found.child.name);
    expect(listed.sort()).toEqual(['Robin Example', null].sort());
    expect((await referrals()).body.referrals.map((row) => row.senderReference)).toContain(null);
  });
});
