import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildInReferral } from '#domain';
import type { AlertsResponse } from '../../apps/api/case-access/case-access.response.ts';
import { aReferral } from '../support/referral-builder.ts';
import { Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** Of the demonstration's screener: their surname and their home postcode. */
const SURNAME = 'Sparrow';
const HOME = 'LK1 2AB';

describe('an unusual look', () => {
  let service: TestService;
  let staff: Staff;

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function opened(changes: Partial<ChildInReferral> = {}): Promise<string> {
    const [child] = aReferral().children;
    const document = aReferral({ children: [{ ref: 'c1', ...child, address: { postcode: 'LK9 9ZZ' }, ...changes }] });
    return (await staff.refer(document)).caseIds[0] ?? '';
  }

  async function alertsAbout(caseId: string, asked = 'manager-2'): Promise<string[]> {
    const { body } = await staff.as<AlertsResponse>(asked, '/api/v1/alerts?limit=100');
    return body.alerts.filter(({ cases }) => cases.some(({ id }) => id === caseId)).map(({ kind }) => kind);
  }

  it.each<readonly [string, string, Partial<ChildInReferral>, string[]]>([
    ['at a child of one’s own name', 'screener', { familyName: SURNAME }, ['own_surname']],
    ['at a child at one’s own address', 'screener', { address: { postcode: HOME } }, ['own_address']],
    ['at neither', 'screener', {}, []],
    ['at a child of somebody else’s name', 'social-worker', { familyName: SURNAME }, []],
    ['outside the teams', 'screener', { familyName: 'Elsewhere' }, []],
  ])('%s', async (_what, who, changes, kinds) => {
    const id = await opened(changes);

    expect(await staff.statusFor(who, `/api/v1/cases/${id}`)).toBe(200);
    expect(await alertsAbout(id)).toEqual(kinds);
  });

  it('outside one’s teams, but not by a manager or an auditor', async () => {
    const id = await opened();
    await service.database.query('admin', `UPDATE case_record SET queue = 'child_protection_duty' WHERE id = $1`, [id]);
    for (const who of ['manager', 'auditor', 'social-worker']) await staff.as(who, `/api/v1/cases/${id}`);
    expect(await alertsAbout(id)).toEqual([]);

    await staff.as('screener', `/api/v1/cases/${id}`);
    expect(await alertsAbout(id)).toEqual(['outside_team']);
  });

  it.each(['audit', 'explanation', 'prints'])('by way of the %s of a case counts as one', async (way) => {
    const id = await opened({ familyName: 'Lark' });
    await staff.as('manager-2', `/api/v1/cases/${id}/${way}`, way === 'prints' ? { method: 'POST' } : {});

    expect(await alertsAbout(id, 'manager')).toEqual(way === 'explanation' ? [] : ['own_surname']);
  });

  it('is told once an hour, however often it is repeated', async () => {
    const id = await opened({ familyName: SURNAME });
    for (let times = 0; times < 3; times += 1) await staff.as('screener', `/api/v1/cases/${id}`);

    expect(await alertsAbout(id)).toEqual(['own_surname']);
  });

  it('at more than forty children within an hour is told once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 42; count += 1) ids.push(await opened({ familyName: `Number${'x'.repeat(count)}` }));
    const many = async (): Promise<number> => {
      const { body } = await staff.as<AlertsResponse>('manager', '/api/v1/alerts?limit=100');
      return body.alerts.filter(({ kind, person }) => kind === 'many_look_ups' && person.id === 'social-worker-2')
        .length;
    };
    for (const id of ids.slice(0, 40)) await staff.as('social-worker-2', `/api/v1/cases/${id}`);
    for (const id of ids.slice(0, 5)) await staff.as('social-worker-2', `/api/v1/cases/${id}`);
    expect(await many()).toBe(0);

    for (const id of ids.slice(40)) await staff.as('social-worker-2', `/api/v1/cases/${id}`);
    expect(await many()).toBe(1);
  }, 60_000);

  it('of a manager goes to the other managers', async () => {
    const id = await opened({ familyName: 'Merlin' });
    await staff.as('manager', `/api/v1/cases/${id}`);
    const { body } = await staff.as<AlertsResponse>('manager-2', '/api/v1/alerts?state=open&limit=100');
    const alert = body.alerts.find(({ cases }) => cases.some((each) => each.id === id));
    const address = `/api/v1/alerts/${alert?.id ?? ''}/acknowledgement`;
    const note = { body: { note: 'A common name; spoke with him.' } };

    expect(await alertsAbout(id, 'manager')).toEqual([]);
    expect(await staff.statusFor('manager', address, note)).toBe(404);
    expect(await staff.statusFor('screener', address, note)).toBe(403);
    expect(await staff.as('manager-2', address, note)).toMatchObject({
      status: 200,
      body: { acknowledged: { by: { id: 'manager-2' }, note: note.body.note } },
    });
    expect(await staff.statusFor('manager-2', address, note)).toBe(409);
    const open = await staff.as<AlertsResponse>('manager-2', '/api/v1/alerts?state=open&limit=100');
    expect(open.body.alerts.map((each) => each.id)).not.toContain(alert?.id);
  });

  it('tells a manager nothing of a record that is hidden from them', async () => {
    const [child] = aReferral().children;
    const document = aReferral({
      children: [{ ref: 'h', ...child, familyName: SURNAME, givenName: 'Hidden', address: {} }],
    });
    const { reference, caseIds } = await staff.refer(document);
    await staff.haveLooked('screener');
    await staff.restrict(reference, ['screener']);
    const [id = ''] = caseIds;
    await staff.as('screener', `/api/v1/cases/${id}`);

    expect(await alertsAbout(id, 'manager')).toEqual(['own_surname']);
    const { text } = await staff.as('manager-2', '/api/v1/alerts?limit=100');
    expect(text).not.toContain(id);
  });

  it('pages by key', async () => {
    const all = (await staff.as<AlertsResponse>('manager-2', '/api/v1/alerts?limit=100')).body.alerts;
    const walked: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: AlertsResponse = (
        await staff.as<AlertsResponse>('manager-2', `/api/v1/alerts?limit=2${next === '' ? '' : `&after=${next}`}`)
      ).body;
      walked.push(...page.alerts.map(({ id }) => id));
      next = page.next;
    }
    expect(all.length).toBeGreaterThan(3);
    expect(walked).toEqual(all.map(({ id }) => id));
  });
});
