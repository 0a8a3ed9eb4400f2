import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorklistResponse } from '../../apps/api/cases/case.response.ts';
import type { RestrictionResponse } from '../../apps/api/case-access/case-access.response.ts';
import type { ReferralPageResponse, ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { ROUTE_ACCESS } from '../../apps/api/route-access.ts';
import { eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { AGENCY, aStranger, Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const [child] = aReferral().children;
const SIBLINGS = aReferral({
  children: [
    { ...child, ref: 'c1', givenName: 'Rowan', familyName: 'Hiddenby' },
    { ...child, ref: 'c2', givenName: 'Hazel', familyName: 'Hiddenby' },
  ],
});
const NAMES = ['Hiddenby', 'Rowan', 'Hazel'];
/** The log of an authority proves itself only whole: it holds the ids of every case, and nothing by which to know one. */
const WHOLE_LOG = '/api/v1/audit/evidence';
const CANDIDATES_OF = `SELECT DISTINCT band FROM person_candidate c JOIN person_mention m ON m.id = c.mention_id
  WHERE m.case_id = $1`;
const OTHER_HOUSEHOLD = { lines: ['9 Quay Road'], postcode: 'LK4 2BB' };

describe('a restricted referral', () => {
  let service: TestService;
  let staff: Staff;
  let reference: string;
  let caseIds: string[];

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
    await service.startWorker();
    await staff.haveLooked('social-worker', 'social-worker-2', 'screener', 'manager-2', 'auditor');
    ({ reference, caseIds } = await staff.refer(SIBLINGS));
    await eventually(
      () => staff.as<WorklistResponse>('screener', `/api/v1/cases?reference=${reference}`),
      ({ body }) => body.cases.length === 2 && body.cases.every(({ proposed }) => proposed !== null),
    );
    expect((await staff.restrict(reference, ['social-worker'])).status).toBe(201);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('shows in no answer of any route to anybody who is not named', async () => {
    const addresses = Object.keys(ROUTE_ACCESS)
      .filter((route) => route.startsWith('GET ') && !route.includes('/me/'))
      .flatMap((route) => {
        const path = route.slice(4).replace(':reference', reference).replace(':authority', 'larkshire');
        return caseIds.map((id) => path.replace(/:\w+/, id));
      });
    const searches = [`/api/v1/cases?reference=${reference}`, `/api/v1/cases?reference=${reference}-1`];
    for (const who of ['screener', 'social-worker-2', 'manager-2', 'auditor', 'practitioner']) {
      for (const address of [...addresses, '/api/v1/cases?limit=100', ...searches]) {
        const { text, status } = await staff.as(who, address);
        expect(status).not.toBe(500);
        const said = text.replaceAll(/"instance":"[^"]*"/g, '');
        const secrets = address === WHOLE_LOG ? NAMES : [...NAMES, reference, ...caseIds];
        const told = secrets.filter((word) => said.includes(word));
        expect({ who, address, told }).toEqual({ who, address, told: [] });
      }
    }
  }, 60_000);

  it('is answered as one that does not exist, to the letter', async () => {
    const plain = (text: string): string => text.replaceAll(/"(instance|correlationId)":"[^"]*"/g, '');
    const hidden = await staff.as('manager-2', `/api/v1/referrals/${reference}`);
    const never = await staff.as('manager-2', '/api/v1/referrals/FD-2222-2222');
    const hiddenCase = await staff.as('screener', `/api/v1/cases/${caseIds[0] ?? ''}`);
    const neverCase = await staff.as('screener', '/api/v1/cases/00000000-0000-4000-8000-000000000000');

    expect([hidden.status, plain(hidden.text)]).toEqual([404, plain(never.text)]);
    expect([hiddenCase.status, plain(hiddenCase.text)]).toEqual([404, plain(neverCase.text)]);
  });

  it.each(['case_record', 'triage_run', 'case_facts'])('has no row in %s for the API’s own role', async (table) => {
    const column = table === 'case_record' ? 'id' : 'case_id';
    const text = `SELECT 1 AS there FROM ${table} WHERE ${column} = ANY($1::uuid[])`;

    expect(await service.database.query('api', text, [caseIds])).toEqual([]);
    expect(await service.database.query('engine', text, [caseIds])).toHaveLength(2);
  });

  it('is there for those named and for the manager who restricted it, with every child of it', async () => {
    for (const who of ['social-worker', 'manager']) {
      const list = await staff.as<WorklistResponse>(who, `/api/v1/cases?reference=${reference}`);
      expect(list.body.cases.map(({ id }) => id).sort()).toEqual([...caseIds].sort());
      expect(list.body.cases.every(({ restricted }) => restricted)).toBe(true);
      for (const id of caseIds) expect(await staff.statusFor(who, `/api/v1/cases/${id}`)).toBe(200);
    }
    const { body } = await staff.as<RestrictionResponse>('manager', `/api/v1/referrals/${reference}/restriction`);
    expect(body).toMatchObject({ reasonCode: 'staff_family', restrictedBy: { id: 'manager' } });
    expect(body.people.map(({ id }) => id)).toEqual(['manager', 'social-worker']);
  });

  it('is to its sender as if nothing were', async () => {
    const sent = await staff.as<ReferralResponse>(AGENCY, `/api/v1/referrals/${reference}`);
    const list = await staff.as<ReferralPageResponse>(AGENCY, '/api/v1/referrals');

    expect(sent.body.cases).toHaveLength(2);
    expect(list.body.referrals.find((each) => each.reference === reference)).toMatchObject({ cases: 2, decided: 0 });
  });

  it('hands its restriction down to a later referral about the child, which is triaged all the same', async () => {
    const [first] = SIBLINGS.children;
    const later = await staff.refer(aReferral({ children: [{ ...first, ref: 'x1', address: OTHER_HOUSEHOLD }] }));
    const list = await eventually(
      () => staff.as<WorklistResponse>('social-worker', `/api/v1/cases?reference=${later.reference}`),
      ({ body }) => body.cases[0]?.proposed != null,
    );

    expect(list.body.cases[0]).toMatchObject({ restricted: true });
    expect(await staff.statusFor('screener', `/api/v1/cases/${later.caseIds[0] ?? ''}`)).toBe(404);
    expect(await staff.statusFor('screener', `/api/v1/referrals/${later.reference}`)).toBe(404);
    const handed = await staff.as<RestrictionResponse>('manager', `/api/v1/referrals/${later.reference}/restriction`);
    expect(handed.body).toMatchObject({ reasonCode: null, restrictedBy: null });
  });

  it('hands it down to a child who is written otherwise and matches', async () => {
    const [first] = SIBLINGS.children;
    const misspelt = { ...first, ref: 'm1', familyName: `${first?.familyName ?? ''}e`, address: OTHER_HOUSEHOLD };
    const later = await staff.refer(aReferral({ children: [misspelt] }));
    const [id = ''] = later.caseIds;
    await eventually(
      () => service.database.query('admin', `SELECT 1 FROM triage_run WHERE case_id = '${id}'`),
      (runs) => runs.length > 0,
    );

    expect(await service.database.query('admin', CANDIDATES_OF, [id])).toEqual([{ band: 'match' }]);
    expect(await staff.statusFor('screener', `/api/v1/cases/${id}`)).toBe(404);
    expect(await staff.statusFor('social-worker', `/api/v1/cases/${id}`)).toBe(200);
  });

  it('hides a later child of the same household too, and leaves strangers alone', async () => {
    const read = async (givenName: string, familyName: string, lines: string[]): Promise<number> => {
      const address = { lines, postcode: 'LK1 1AA' };
      const document = aReferral({ children: [{ ref: 'y', givenName, familyName, address }] });
      const [id = ''] = (await staff.refer(document)).caseIds;
      return staff.statusFor('screener', `/api/v1/cases/${id}`);
    };

    expect(await read('Otto', 'Othersby', ['1 Mill Lane'])).toBe(404);
    expect(await read('Ingrid', 'Plainsworth', ['2 Mill Lane'])).toBe(200);
  });

  it('can be worked on by those named and by nobody else', async () => {
    const [id = ''] = caseIds;
    const claim = { method: 'POST', headers: { 'if-match': '"1"' } };

    expect(await staff.statusFor('screener', `/api/v1/cases/${id}/claim`, claim)).toBe(404);
    expect(await staff.statusFor('social-worker', `/api/v1/cases/${id}/claim`, claim)).toBe(412);
  });
});

describe('restricting', () => {
  let service: TestService;
  let staff: Staff;

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
    await staff.haveLooked('social-worker', 'screener', 'manager-2');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function named(personId: string): { body: object } {
    return { body: { personId, reason: 'They work with the family.' } };
  }

  it('names a further person, and takes one off', async () => {
    const { reference, caseIds } = await staff.refer(aStranger());
    const address = `/api/v1/referrals/${reference}/restriction/people`;
    const read = (): Promise<number> => staff.statusFor('screener', `/api/v1/cases/${caseIds[0] ?? ''}`);
    await staff.restrict(reference, []);

    expect(await read()).toBe(404);
    expect(await staff.statusFor('manager', address, named('screener'))).toBe(204);
    expect(await read()).toBe(200);
    expect(await staff.statusFor('manager', address, { method: 'DELETE', ...named('screener') })).toBe(204);
    expect(await read()).toBe(404);
  });

  it('keeps somebody on it who can decide', async () => {
    const { reference } = await staff.refer(aStranger());
    await staff.restrict(reference, ['screener']);
    const address = `/api/v1/referrals/${reference}/restriction/people`;
    const last = await staff.as('manager', address, { method: 'DELETE', ...named('manager') });

    expect([last.status, last.body.code]).toEqual([409, 'nobody_left_to_decide']);
  });

  it('refuses an id that nobody has, by its place', async () => {
    const { reference } = await staff.refer(aStranger());
    const answer = await staff.restrict(reference, ['screener', 'nobody-known']);

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/people/1' })]);
    expect(answer.text).not.toContain('nobody-known');
  });

  it('is for managers, and happens once', async () => {
    const { reference } = await staff.refer(aStranger());

    expect((await staff.restrict(reference, [], 'social-worker')).status).toBe(403);
    expect((await staff.restrict(reference, [])).status).toBe(201);
    expect((await staff.restrict(reference, [])).status).toBe(409);
    expect((await staff.restrict(reference, [], 'manager-2')).status).toBe(404);
  });

  it('is lifted with a reason; nobody is named from before when it is closed again', async () => {
    const { reference, caseIds } = await staff.refer(aStranger());
    const address = `/api/v1/referrals/${reference}/restriction`;
    const read = (): Promise<number> => staff.statusFor('social-worker', `/api/v1/cases/${caseIds[0] ?? ''}`);
    await staff.restrict(reference, ['social-worker']);
    const lift = { method: 'DELETE', body: { reason: 'The colleague has left.' } };

    expect(await staff.statusFor('manager', address, lift)).toBe(204);
    expect(await staff.statusFor('screener', `/api/v1/cases/${caseIds[0] ?? ''}`)).toBe(200);
    await staff.restrict(reference, []);
    expect(await read()).toBe(404);
  });

  it('stands in the trail of every child, with the reason code and the people', async () => {
    const { reference, caseIds } = await staff.refer(SIBLINGS);
    await staff.restrict(reference, ['social-worker']);
    const events = await service.database.query<{ case_id: string; details: object }>(
      'admin',
      `SELECT case_id, details FROM audit_event WHERE action = 'case.restricted' AND case_id = ANY($1::uuid[])`,
      [caseIds],
    );

    expect(events.map((event) => event.case_id).sort()).toEqual([...caseIds].sort());
    expect(events[0]?.details).toEqual({ reasonCode: 'staff_family', people: ['manager', 'social-worker'] });
  });
});
