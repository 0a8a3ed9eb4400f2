import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeepClocks } from '#clocks';
import { type Desk, openedCases, staffDesk } from '../support/api-case-desk.ts';
import { SupervisedProcess } from '../faults/supervised-process.ts';
import { idleWorker } from '../support/engine-work.ts';
import { eventually } from '../support/http.ts';
import { MovedClock } from '../support/moved-clock.ts';
import { aReferral } from '../support/referral-builder.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const HOUR = 3_600_000;

interface Step {
  readonly case_id: string;
  readonly kind: string;
  readonly stage: string;
  readonly due_at: Date;
  readonly fired_at: Date;
}

describe('the escalation of clocks', () => {
  let service: TestService;
  let school: string;
  let desk: Desk;
  let api: MovedClock;
  const workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    service = await startTestService();
    api = new MovedClock(service.api);
    school = await service.agencyToken('larkbridge-primary');
    desk = await staffDesk(service, 'social-worker');
  }, 60_000);

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await service.close();
  });

  /** A worker that does nothing by itself, at this moment. */
  async function keeperAt(now: Date | null): Promise<KeepClocks> {
    const worker = await idleWorker(service);
    workers.push(worker);
    new MovedClock(worker).set(now);
    return worker.get(KeepClocks);
  }

  /** A case that came in at this moment, with an event that its clock runs to. */
  async function caseAt(receivedAt: Date, eventAt: Date): Promise<string> {
    api.set(receivedAt);
    const safety = { ...aReferral().safety, timeCriticalEvent: { at: eventAt.toISOString() } };
    const [id = ''] = await openedCases(desk, school, aReferral({ safety }));
    return id;
  }

  const steps = (ids: readonly string[]) =>
    service.database.query<Step>(
      'admin',
      `SELECT e.case_id, k.kind, e.stage, e.due_at, e.fired_at FROM case_clock_escalation e
       JOIN case_clock k ON k.id = e.clock_id WHERE e.case_id = ANY ($1) ORDER BY k.kind, e.due_at`,
      [ids],
    );
  const count = async (text: string, ids: readonly string[]): Promise<number> => {
    const [row] = await service.database.query<{ n: number }>('admin', text, [ids]);
    return row?.n ?? 0;
  };
  /** What every step leaves behind besides its row: neither the trail nor the messages are kept single by a key of the step. */
  const recorded = (ids: readonly string[]) =>
    count(
      `SELECT count(*)::int AS n FROM audit_event WHERE case_id = ANY ($1) AND action IN ('clock.due_soon', 'clock.breached')`,
      ids,
    );
  const told = (ids: readonly string[]) =>
    count(
      `SELECT count(*)::int AS n FROM message WHERE case_id = ANY ($1) AND template IN ('clock_due_soon', 'clock_breached')`,
      ids,
    );
  const ofOneCase = [
    ['acknowledge', 'breached'],
    ['decide_next_steps', 'due_soon'],
    ['decide_next_steps', 'breached'],
    ['decide_next_steps', 'breached_a_day'],
    ['event', 'due_soon'],
    ['event', 'breached'],
  ];

  it('takes after 48 hours in which nobody looked every step that was due, once, by two workers at once', async () => {
    // A Tuesday, so that one working day ends on the next and a day after that everything is due.
    const received = new Date('2026-06-02T09:00:00Z');
    const ids: string[] = [];
    for (let sent = 0; sent < 30; sent += 1) {
      ids.push(await caseAt(received, new Date(received.getTime() + (sent + 4) * HOUR * 0.5)));
    }
    const back = new Date(received.getTime() + 48 * HOUR);
    const keepers = await Promise.all([keeperAt(back), keeperAt(back), keeperAt(back)]);
    await Promise.all(keepers.map((keeper) => keeper.execute()));
    for (const keeper of keepers) await keeper.execute();

    // By then a day has not yet passed since the close of the working day.
    const due = ofOneCase.filter(([, stage]) => stage !== 'breached_a_day');
    const taken = await steps(ids);
    for (const id of ids) {
      expect(taken.filter((step) => step.case_id === id).map(({ kind, stage }) => [kind, stage])).toEqual(due);
    }
    expect(taken.every(({ fired_at }) => fired_at.getTime() === back.getTime())).toBe(true);
    expect(Math.min(...taken.map(({ due_at }) => due_at.getTime()))).toBeLessThan(back.getTime() - 40 * HOUR);
    expect(await recorded(ids)).toBe(taken.length);
    // Nobody holds a case: two roles stand in for the holder; a breach of these clocks goes to managers too.
    expect(await told(ids)).toBe(ids.length * (1 + 2 + 3 + 3 + 3));

    const nextDay = await keeperAt(new Date(back.getTime() + 24 * HOUR));
    await nextDay.execute();
    expect(await recorded(ids)).toBe(ids.length * ofOneCase.length);
  }, 60_000);

  it('tells whoever holds the case, and nothing any more once the clock has stopped', async () => {
    const received = new Date('2026-06-09T09:00:00Z');
    const event = new Date('2026-06-09T15:30:00Z');
    const [held, stopped] = [await caseAt(received, event), await caseAt(received, event)];
    await desk.claim(held);
    await desk.change(stopped, 'POST', 'claim', undefined);
    await desk.decide(stopped, {
      ...{ kind: 'differ', rationale: 'Seen.', outcome: 'early_help', urgency: 'green', overrideReason: 'Seen.' },
    });
    await (await keeperAt(new Date('2026-06-09T14:30:00Z'))).execute();
    await (await keeperAt(event)).execute();

    const to = await service.database.query<{ case_id: string; template: string; to_kind: string; to_id: string }>(
      'admin',
      `SELECT case_id, template, to_kind, to_id FROM message WHERE case_id = ANY ($1) AND template LIKE 'clock%'
       ORDER BY template DESC, to_id`,
      [[held, stopped]],
    );
    const [warned, breached] = ['clock_due_soon', 'clock_breached'].map((template) =>
      to.filter((each) => each.case_id === held && each.template === template).map(({ to_id }) => to_id),
    );
    expect([warned, breached]).toEqual([
      ['manager', 'social-worker'],
      ['manager', 'social-worker'],
    ]);
    const eventSteps = (await steps([held, stopped])).filter(({ kind }) => kind === 'event');
    expect(eventSteps.filter((step) => step.case_id === held).map(({ stage }) => stage)).toEqual([
      'due_soon',
      'breached',
    ]);
  }, 30_000);

  it('takes again, once, what a worker had noted that was killed before it could commit', async () => {
    const now = Date.now();
    const ids = [await caseAt(new Date(now - 120 * HOUR), new Date(now - 100 * HOUR))];
    const settings = {
      ...{ NODE_ENV: 'test', ENGINE_DATABASE_URL: service.database.engineUrl, SWEEP_INTERVAL_MS: '100' },
      ...{ CRASH_POINTS: 'clocks.escalated', ...TEST_KEYS },
    };
    const worker = new SupervisedProcess('dist/apps/worker/main.js', settings);
    try {
      await eventually(
        () => Promise.resolve(worker.kills),
        (kills) => kills >= 1,
        20_000,
      );
      expect([await steps(ids), await recorded(ids), await told(ids)]).toEqual([[], 0, 0]);
    } finally {
      await worker.stop();
    }
    const keeper = await keeperAt(null);
    await keeper.execute();
    await keeper.execute();

    const taken = await steps(ids);
    expect(taken.filter(({ kind }) => kind === 'event').map(({ stage }) => stage)).toEqual(['due_soon', 'breached']);
    expect(await recorded(ids)).toBe(taken.length);
  }, 60_000);
});
