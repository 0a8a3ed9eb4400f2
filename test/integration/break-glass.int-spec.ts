import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewDueAt } from '../../libs/case-access/review-due.ts';
import type {
  AlertsResponse,
  BreakGlassListResponse,
  GlassBrokenResponse,
} from '../../apps/api/case-access/case-access.response.ts';
import { aStranger, REASON, Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('breaking the glass', () => {
  let service: TestService;
  let staff: Staff;

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
    await staff.haveLooked('social-worker', 'manager-2');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function restricted(): Promise<{ reference: string; id: string }> {
    const { reference, caseIds } = await staff.refer(aStranger());
    await staff.restrict(reference, []);
    return { reference, id: caseIds[0] ?? '' };
  }

  function broken(who: string, reference: string, reason = REASON) {
    return staff.as<GlassBrokenResponse & { code?: string }>(who, '/api/v1/break-glass', {
      body: { reference, reason },
    });
  }

  async function review(who: string, id: string): Promise<number> {
    const body = { outcome: 'justified', note: 'The police had asked.' };
    return staff.statusFor(who, `/api/v1/break-glass/${id}/review`, { body });
  }

  it('opens the record for thirty minutes, to the one who broke it and to nobody else', async () => {
    const { reference, id } = await restricted();
    const answer = await broken('screener', reference);
    const minutes = (Date.parse(answer.body.openUntil) - Date.now()) / 60_000;

    expect(answer.status).toBe(201);
    expect(answer.body.caseIds).toEqual([id]);
    expect(Math.round(minutes)).toBe(30);
    expect(await staff.statusFor('screener', `/api/v1/cases/${id}`)).toBe(200);
    expect(await staff.statusFor('social-worker', `/api/v1/cases/${id}`)).toBe(404);
  });

  it('closes it again when the time is over', async () => {
    const { reference, id } = await restricted();
    await broken('screener', `${reference}-1`);
    await service.database.query(
      'admin',
      `UPDATE case_access SET expires_at = now() - interval '1 second' WHERE case_id = $1 AND expires_at IS NOT NULL`,
      [id],
    );

    expect(await staff.statusFor('screener', `/api/v1/cases/${id}`)).toBe(404);
    expect(await staff.statusFor('screener', `/api/v1/referrals/${reference}`)).toBe(404);
  });

  it('is recorded on the case with the reason, and its views as by break-glass', async () => {
    const { reference, id } = await restricted();
    await broken('screener', reference);
    await staff.as('screener', `/api/v1/cases/${id}`);
    const events = await service.database.query<{ action: string; relation: string | null; has_reason: boolean }>(
      'admin',
      `SELECT action, details ->> 'relation' AS relation, reason IS NOT NULL AS has_reason FROM audit_event
       WHERE case_id = $1 AND actor_id = 'screener' ORDER BY sequence`,
      [id],
    );

    expect(events).toEqual([
      { action: 'case.glass_broken', relation: null, has_reason: true },
      { action: 'case.viewed', relation: 'break_glass', has_reason: false },
    ]);
  });

  it('alerts the managers, and waits for one of them until the end of the next working day', async () => {
    const { reference } = await restricted();
    const { body: made } = await broken('screener', reference);
    const alerts = await staff.as<AlertsResponse>('manager-2', '/api/v1/alerts?state=open');
    const due = await staff.as<BreakGlassListResponse>('manager-2', '/api/v1/break-glass?state=due&limit=100');
    const opening = due.body.openings.find(({ id }) => id === made.id);

    expect(alerts.body.alerts.find(({ breakGlassId }) => breakGlassId === made.id)).toMatchObject({
      kind: 'break_glass',
      person: { id: 'screener' },
      cases: [],
    });
    expect(opening).toMatchObject({
      state: 'due',
      reference,
      reason: REASON,
      openedBy: { id: 'screener' },
      review: null,
    });
    expect(opening?.reviewDueAt).toBe(reviewDueAt('larkshire', new Date(opening?.openedAt ?? '')).toISOString());
  });

  it('is overdue when nobody has reviewed it in time, and done with once somebody has', async () => {
    const { reference } = await restricted();
    const { body: made } = await broken('screener', reference);
    await service.database.query('admin', `UPDATE break_glass SET review_due_at = opened_at WHERE id = $1`, [made.id]);
    const stateOf = async (): Promise<string | undefined> => {
      const { body } = await staff.as<BreakGlassListResponse>('manager', '/api/v1/break-glass?limit=100');
      return body.openings.find(({ id }) => id === made.id)?.state;
    };

    expect(await stateOf()).toBe('overdue');
    expect(await review('manager', made.id)).toBe(204);
    expect(await stateOf()).toBe('reviewed');
    expect(await review('manager-2', made.id)).toBe(409);
  });

  it('is never reviewed by the one who broke it', async () => {
    const { reference } = await restricted();
    const { body: made } = await broken('manager-2', reference);
    const own = await staff.as('manager-2', `/api/v1/break-glass/${made.id}/review`, {
      body: { outcome: 'justified', note: 'I know why.' },
    });
    const alerts = await staff.as<AlertsResponse>('manager-2', '/api/v1/alerts?limit=100');

    expect([own.status, own.body.code]).toEqual([403, 'second_person_needed']);
    expect(alerts.body.alerts.filter(({ person }) => person.id === 'manager-2')).toEqual([]);
    expect(await review('manager', made.id)).toBe(204);
  });

  it('answers a reference of nothing as not found, and one that is open as open already', async () => {
    const { reference } = await staff.refer(aStranger());
    const closed = await restricted();

    expect((await broken('screener', 'FD-2222-2222')).status).toBe(404);
    expect(await broken('screener', reference)).toMatchObject({ status: 409, body: { code: 'already_open' } });
    expect(await broken('manager', closed.reference)).toMatchObject({ status: 409, body: { code: 'already_open' } });
    await broken('screener', closed.reference);
    expect(await broken('screener', closed.reference)).toMatchObject({ status: 409, body: { code: 'already_open' } });
  });

  it.each(['', 'too short', `${' '.repeat(30)}short${' '.repeat(30)}`, 'nineteen characters'])(
    'asks for a reason of twenty characters: not %p',
    async (reason) => {
      const { reference, id } = await restricted();

      expect((await broken('screener', reference, reason)).status).toBe(422);
      expect(await staff.statusFor('screener', `/api/v1/cases/${id}`)).toBe(404);
    },
  );

  it('is nothing for auditors, practitioners and agencies', async () => {
    const { reference } = await restricted();
    for (const who of ['auditor', 'practitioner', 'administrator', 'larkshire-police']) {
      expect((await broken(who, reference)).status).toBe(403);
    }
  });

  it('is the only way to a hidden record in the database, and leaves a row behind', async () => {
    const { reference } = await restricted();
    const seen = await service.database.query('api', 'SELECT id FROM referral WHERE reference = $1', [reference]);
    const call = `SELECT outcome FROM break_the_glass(gen_random_uuid(), $1, 'Somebody', $2, now())`;
    const nobody = await service.database.query<{ outcome: string }>('api', call, [reference, REASON]);

    expect(seen).toEqual([]);
    expect(nobody).toEqual([{ outcome: 'none' }]);
    await expect(service.database.query('engine', call, [reference, REASON])).rejects.toThrow('permission denied');
    await expect(service.database.query('api', `INSERT INTO break_glass DEFAULT VALUES`)).rejects.toThrow(
      'permission denied',
    );
  });
});
