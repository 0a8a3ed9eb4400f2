import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import { DrainLane } from '#triage';
import type { CaseSummaryResponse } from '../../apps/api/cases/case.response.ts';
import type { ClockResponse, ClocksResponse, ForecastResponse } from '../../apps/api/clocks/clocks.response.ts';
import { type Desk, openedCases, staffDesk } from '../support/api-case-desk.ts';
import { idleWorker } from '../support/engine-work.ts';
import { call } from '../support/http.ts';
import { MovedClock } from '../support/moved-clock.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('the clocks of a case', () => {
  let service: TestService;
  let engine: INestApplicationContext;
  let clocks: readonly MovedClock[];
  let school: string;
  let worker: Desk;
  let manager: Desk;

  beforeAll(async () => {
    service = await startTestService();
    engine = await idleWorker(service);
    clocks = [new MovedClock(service.api), new MovedClock(engine)];
    school = await service.agencyToken('larkbridge-primary');
    [worker, manager] = await Promise.all([staffDesk(service, 'social-worker'), staffDesk(service, 'manager')]);
  }, 60_000);

  afterAll(async () => {
    await engine.close();
    await service.close();
  });

  /** Local time of a summer day in June 2026, in every process. */
  function itIs(day: number, time: string): void {
    for (const clock of clocks) clock.set(`2026-06-${String(day).padStart(2, '0')}T${time}:00+01:00`);
  }

  const drain = async (): Promise<void> => {
    for (const lane of ['urgent', 'standard'] as const) await engine.get(DrainLane).execute(lane);
  };
  const timing = async (id: string): Promise<ClocksResponse> =>
    (await call<ClocksResponse>(service.url, `/api/v1/cases/${id}/clocks`, { token: worker.token })).body;
  const clockOf = async (id: string, kind: string): Promise<ClockResponse> => {
    const found = (await timing(id)).clocks.findLast((clock) => clock.kind === kind);
    if (found === undefined) throw new Error(`The case has no clock ${kind}.`);
    return found;
  };
  const reached = (id: string, milestone: string, happenedAt: string, desk = worker) =>
    desk.change<CaseSummaryResponse>(id, 'POST', 'milestones', { milestone, happenedAt, source: 'own_record' });
  const messages = (template: string) =>
    service.database.query<{ to_kind: string; urgent: boolean; referral_id: string }>(
      'admin',
      'SELECT to_kind, urgent, referral_id FROM message WHERE template = $1',
      [template],
    );

  it('run from the referral to the conference, each shown with its law, and met or late by how much', async () => {
    itIs(8, '10:00');
    const safety = { ...aReferral().safety, timeCriticalEvent: { at: '2026-06-08T15:30:00+01:00', what: 'Goes home' } };
    const [id = ''] = await openedCases(worker, school, aRedReferral({ safety }));
    itIs(8, '10:05');
    await drain();

    const before = await timing(id);
    const listed = before.clocks.map(({ kind, limit, state, dueAt }) => [kind, limit, state, dueAt.slice(0, 16)]);
    expect(listed.sort()).toEqual([
      ['acknowledge', '1 working day', 'running', '2026-06-09T22:59'],
      ['decide_next_steps', '1 working day', 'running', '2026-06-09T22:59'],
      ['event', 'by the time of the event', 'running', '2026-06-08T14:30'],
      ['urgency', '4 hours, nights and holidays included', 'running', '2026-06-08T13:00'],
    ]);
    expect((await worker.read(id)).body.nextDueAt).toBe('2026-06-08T13:00:00.000Z');

    itIs(8, '13:00');
    await worker.confirm(id);
    expect(await clockOf(id, 'sign_off')).toMatchObject({
      state: 'running',
      byMinutes: 240,
      law: null,
      verified: false,
    });
    itIs(8, '15:00');
    await manager.signOff(id, 'signed');
    expect((await worker.read(id)).body.nextDueAt).toBeNull();
    expect(await clockOf(id, 'urgency')).toMatchObject({ state: 'late', byMinutes: 60 });
    expect(await clockOf(id, 'event')).toMatchObject({ state: 'met', byMinutes: 30 });
    expect(await clockOf(id, 'sign_off')).toMatchObject({ state: 'met', byMinutes: 120 });
    // 45 working days from the receipt, not from the decision; law and evidence as the pack has them.
    expect(await clockOf(id, 'assessment')).toMatchObject({
      ...{ law: 'E4', verified: true, startedAt: '2026-06-08T09:00:00.000Z', dueAt: '2026-08-10T22:59:00.000Z' },
    });

    const late = await worker.change(id, 'POST', `clocks/${(await clockOf(id, 'urgency')).id}/breach-reason`, {
      ...{ reason: 'too_much_work', note: 'Two red cases at once.' },
    });
    const met = await worker.change(id, 'POST', `clocks/${(await clockOf(id, 'event')).id}/breach-reason`, {
      reason: 'other',
    });
    expect([late.status, met.status]).toEqual([200, 409]);
    expect((await clockOf(id, 'urgency')).breachReason).toMatchObject({
      ...{ reason: 'too_much_work', note: 'Two red cases at once.', by: 'Wren Whitethroat' },
    });

    await manager.move(id, 'route');
    expect(await clockOf(id, 'route_acceptance')).toMatchObject({ limit: '2 working hours', state: 'running' });
    await manager.move(id, 'accept');
    itIs(10, '09:00');
    await reached(id, 'strategy_discussion_held', '2026-06-09T10:00:00+01:00');
    await reached(id, 'child_seen', '2026-06-10T08:00:00+01:00');
    await reached(id, 'section_47_started', '2026-06-09T11:00:00+01:00');
    const future = await reached(id, 'conference_held', '2026-06-11T11:00:00+01:00');
    expect(future).toMatchObject({ status: 422, body: { errors: [{ pointer: '/happenedAt' }] } });
    expect(await clockOf(id, 'child_seen')).toMatchObject({ state: 'met', byMinutes: 180, law: 'E8' });
    expect(await clockOf(id, 'conference')).toMatchObject({ dueAt: '2026-06-30T22:59:00.000Z', state: 'running' });
    itIs(30, '16:00');
    await reached(id, 'conference_held', '2026-06-30T12:00:00+01:00', manager);
    expect(await clockOf(id, 'conference')).toMatchObject({ state: 'met' });
    expect(await clockOf(id, 'core_group')).toMatchObject({ law: 'E6', verified: false, state: 'running' });
    expect((await timing(id)).milestones.map(({ milestone }) => milestone)).toEqual([
      ...['strategy_discussion_held', 'section_47_started', 'child_seen', 'conference_held'],
    ]);
  }, 30_000);

  it('stand still only where the law lets them, and go on with what was left', async () => {
    itIs(8, '10:00');
    const [id = ''] = await openedCases(worker, school, aReferral());
    await drain();
    itIs(8, '12:00');
    await worker.confirm(id);
    const feedback = await clockOf(id, 'feedback');
    const decide = await clockOf(id, 'decide_next_steps');
    expect(feedback).toMatchObject({ dueAt: '2026-06-09T22:59:00.000Z', law: 'E10' });
    expect([feedback.mayBePausedFor.map(({ code }) => code), decide.mayBePausedFor]).toEqual([['police_request'], []]);

    const pause = (clock: string, reason: string, desk = worker) =>
      desk.change(id, 'POST', `clocks/${clock}/pause`, { reason, note: 'DC Heron rang.' });
    const screener = await staffDesk(service, 'screener');
    expect((await pause(decide.id, 'police_request')).body).toMatchObject({ code: 'action_not_available' });
    expect((await pause(feedback.id, 'too_busy')).body).toMatchObject({ code: 'validation_failed' });
    expect((await pause(feedback.id, 'police_request', screener)).status).toBe(403);
    expect((await pause(feedback.id, 'police_request')).status).toBe(200);
    expect((await pause(feedback.id, 'police_request')).status).toBe(409);
    itIs(12, '09:00');
    expect(await clockOf(id, 'feedback')).toMatchObject({ state: 'paused', byMinutes: 35 * 60 + 59 });
    const kept = 'SELECT note FROM case_clock_pause WHERE case_id = $1';
    expect((await service.database.query<{ note: string }>('admin', kept, [id]))[0]?.note).not.toContain('Heron');

    const resumed = await worker.change(id, 'POST', `clocks/${feedback.id}/resume`, {});
    expect(resumed.status).toBe(200);
    expect(await clockOf(id, 'feedback')).toMatchObject({
      ...{ state: 'running', dueAt: '2026-06-12T22:59:00.000Z' },
      pauses: [{ reason: 'police_request', note: 'DC Heron rang.', to: '2026-06-12T08:00:00.000Z' }],
    });
    // Sending is not telling: the clock runs until the message has reached the sender.
    expect((await worker.move(id, 'send_feedback')).status).toBe(200);
    expect(await clockOf(id, 'feedback')).toMatchObject({ state: 'running' });
    const trail = await service.database.query<{ action: string }>(
      'admin',
      `SELECT action FROM audit_event WHERE case_id = $1 AND action LIKE 'clock.%' ORDER BY sequence`,
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['clock.paused', 'clock.resumed']);
  }, 30_000);

  it('page the emergency duty team once for what cannot wait out of hours, and never by day', async () => {
    const sentAt = async (day: number, time: string, document: object, key: string): Promise<Receipt> => {
      itIs(day, time);
      const headers = { 'idempotency-key': key };
      return (await call<Receipt>(service.url, '/api/v1/referrals', { token: school, body: document, headers })).body;
    };
    await sentAt(13, '22:00', aReferral(), 'green-by-night');
    await sentAt(12, '11:00', aRedReferral(), 'red-by-day');
    await drain();
    expect(await messages('emergency_duty_page')).toEqual([]);
    for (let times = 0; times < 2; times += 1) await sentAt(13, '22:00', aRedReferral(), 'red-by-night');
    itIs(13, '22:01');
    await drain();

    expect(await messages('emergency_duty_page')).toMatchObject([{ to_kind: 'emergency_duty_team', urgent: true }]);
  }, 30_000);

  it('time the handover of the emergency duty team, which tops the list until another person accepts it', async () => {
    itIs(6, '23:00');
    const [id = ''] = await openedCases(worker, school, aReferral());
    const hand = (desk: Desk) =>
      desk.change<CaseSummaryResponse>(id, 'POST', 'handover', { actions: 'Visited. Safe tonight.' });
    await worker.claim(id);
    const handed = await hand(worker);
    expect(handed.body).toMatchObject({ handoverWaiting: true, claimedBy: null });
    expect((await hand(worker)).status).toBe(409);
    // An hour of the office after it opens on Monday.
    expect(await clockOf(id, 'handover')).toMatchObject({ dueAt: '2026-06-08T09:00:00.000Z', state: 'running' });
    expect((await messages('handover_waiting')).length).toBe(2);

    itIs(8, '09:00');
    const { body } = await manager.list();
    expect(body.cases.length).toBeGreaterThan(2);
    expect(body.cases.map((each) => each.handoverWaiting)).toEqual(body.cases.map((each) => each.id === id));
    expect(body.cases[0]?.id).toBe(id);
    const accept = (desk: Desk) => desk.change<CaseSummaryResponse>(id, 'POST', 'handover/acceptance', {});
    expect((await accept(worker)).body).toMatchObject({ code: 'second_person_needed' });
    itIs(8, '09:20');
    expect((await accept(manager)).body).toMatchObject({ handoverWaiting: false });
    expect((await accept(manager)).status).toBe(409);
    expect(await clockOf(id, 'handover')).toMatchObject({ state: 'met', byMinutes: 40 });
    expect((await timing(id)).handovers).toMatchObject([
      { actions: 'Visited. Safe tonight.', by: 'Wren Whitethroat', acceptedBy: 'Martin Merlin' },
    ]);
    const stored = 'SELECT actions FROM case_handover WHERE case_id = $1';
    expect((await service.database.query<{ actions: string }>('admin', stored, [id]))[0]?.actions).not.toContain(
      'Safe',
    );
  }, 30_000);

  it('are forecast before the first of them runs out, without what the reader may not see', async () => {
    const read = async (desk: Desk): Promise<ForecastResponse> =>
      (await call<ForecastResponse>(service.url, '/api/v1/forecast', { token: desk.token })).body;
    await service.database.query('admin', 'TRUNCATE case_record CASCADE');
    itIs(22, '09:00');
    expect(await read(manager)).toMatchObject({ waiting: 0, warns: false, today: { expected: 0, chanceOfAny: 0 } });
    for (let sent = 0; sent < 12; sent += 1) await openedCases(worker, school, aReferral());
    const seen = await read(manager);
    expect(seen).toMatchObject({
      ...{ waiting: 12, overdueNow: 0, warns: true, today: { date: '2026-06-22', expected: 0 } },
      nextWorkingDay: { date: '2026-06-23', chanceOfAny: 1 },
    });
    expect(seen.nextWorkingDay.byQueue).toMatchObject([{ queue: 'screening' }]);
    expect(seen.assumptions.length).toBeGreaterThan(3);

    await service.database.query(
      'admin',
      'UPDATE case_record SET restricted = true WHERE id IN (SELECT id FROM case_record LIMIT 5)',
    );
    expect(await read(manager)).toMatchObject({ waiting: 7 });
    const auditor = await staffDesk(service, 'auditor');
    expect(await call(service.url, '/api/v1/forecast', { token: auditor.token })).toMatchObject({ status: 403 });
  }, 30_000);
});
