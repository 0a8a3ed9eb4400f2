import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Database, METRICS, readingsOf, serveMetrics } from '#platform';
import { workerGauges } from '../../apps/worker/gauges.ts';
import { idleWorker, sentCase } from '../support/engine-work.ts';
import { call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** Of every value of every label, whatever the referral said. */
const LABEL_VALUE = /^[a-zA-Z0-9_+:./*-]{1,80}$/;

describe('metrics', () => {
  let service: TestService;
  let idle: Awaited<ReturnType<typeof idleWorker>>;
  let url: string;

  beforeAll(async () => {
    service = await startTestService({ METRICS_PORT: '0' });
    idle = await idleWorker(service);
    const address = await serveMetrics(service.environment, () =>
      workerGauges(service.environment, idle, [service.api]),
    );
    if (address === null) throw new Error('Nothing is served.');
    url = `http://127.0.0.1:${String(address.port)}`;
  }, 60_000);

  afterAll(async () => {
    await idle.close();
    await service.close();
  });

  const scrape = async (): Promise<string> => (await call(url, '/metrics')).text;
  const valueOf = (text: string, series: string): number | undefined => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  const untilValue = (series: string, holds: (value: number) => boolean): Promise<string> =>
    eventually(scrape, (text) => holds(valueOf(text, series) ?? Number.NaN), 20_000);

  it('are all there, each declared with its help', async () => {
    const text = await scrape();

    for (const name of Object.keys(METRICS)) expect(text).toContain(`# HELP ${name} `);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('tell what waits: a case without a proposal, its message, its events not yet sealed', async () => {
    await scrape();
    await sentCase(service, aReferral());

    const text = await untilValue('front_door_unproposed_waiting{authority="larkshire"}', (value) => value === 1);

    expect(valueOf(text, 'front_door_outbox_waiting{lane="standard"}')).toBe(1);
    expect(valueOf(text, 'front_door_outbox_waiting{lane="urgent"}')).toBe(0);
    expect(valueOf(text, 'front_door_outbox_oldest_seconds{lane="standard"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'front_door_relay_lag_seconds{lane="standard"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'front_door_unsealed_waiting{authority="larkshire"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'front_door_messages_waiting{authority="larkshire"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'front_door_overdue_waiting{authority="larkshire"}')).toBe(0);
  });

  it('tell what is late: a case past its due time, a step of escalation, a case that the rules failed on', async () => {
    const past = `clock_timestamp() - interval '1 hour'`;
    await service.database.query('admin', `UPDATE case_record SET next_due_at = ${past}, triage_failure = 'planted'`);
    await service.database.query('admin', `UPDATE case_clock SET next_escalation_at = ${past}`);

    const text = await untilValue('front_door_overdue_waiting{authority="larkshire"}', (value) => value === 1);

    expect(valueOf(text, 'front_door_escalations_oldest_seconds{authority="larkshire"}')).toBeGreaterThan(3_500);
    expect(valueOf(text, 'front_door_triage_failed_waiting{authority="larkshire"}')).toBe(1);
    expect(valueOf(text, 'front_door_unproposed_waiting{authority="larkshire"}')).toBe(0);
  });

  it('fall back to nothing when a worker has done the work', async () => {
    await service.database.query('admin', `UPDATE case_record SET triage_failure = NULL`);
    await service.startWorker();

    await untilValue('front_door_unsealed_waiting{authority="larkshire"}', (value) => value === 0);
    await untilValue('front_door_unproposed_waiting{authority="larkshire"}', (value) => value === 0);
    const text = await untilValue('front_door_outbox_waiting{lane="standard"}', (value) => value === 0);

    expect(valueOf(text, 'front_door_events_total{event="triage.proposed"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'front_door_proposal_seconds_count{lane="standard"}')).toBeGreaterThan(0);
  });

  it('time requests by the pattern of their route, and count refusals by code', async () => {
    const token = await service.staffToken('screener');
    await call(service.url, '/api/v1/cases/0a7e1d8c-3f0e-4a55-9d3e-1c2b3a4d5e6f', { token });
    await call(service.url, '/no/such/page?name=Robin', { method: 'GET' });

    const text = await scrape();

    expect(text).toMatch(
      /front_door_http_request_seconds_count\{method="POST",route="\/api\/v1\/referrals",status="2xx"\} 1/,
    );
    expect(text).toMatch(
      /front_door_http_request_seconds_count\{method="GET",route="\/api\/v1\/cases\/:\w+",status="4xx"\} 1/,
    );
    expect(valueOf(text, 'front_door_refusals_total{code="not_found"}')).toBeGreaterThan(0);
  });

  it('have labels of a few known values, with nothing of a sender or a child', async () => {
    const text = await scrape();
    const values = [...text.matchAll(/[{,]\w+="([^"]*)"/g)].map((found) => found[1] ?? '');

    expect(values.length).toBeGreaterThan(20);
    expect(values.filter((value) => !LABEL_VALUE.test(value))).toEqual([]);
    expect(text).not.toMatch(/Robin|0a7e1d8c|\d{4}-\d{2}-\d{2}T/);
  });

  it('say how old they are instead of waiting for a database that does not answer', async () => {
    const holder = new pg.Client({ connectionString: service.database.adminUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE outbox_message IN ACCESS EXCLUSIVE MODE');
    try {
      const text = await untilValue('front_door_figures_age_seconds', (value) => value > 3);

      expect(valueOf(text, 'front_door_outbox_waiting{lane="standard"}')).toBe(0);
    } finally {
      await holder.end();
    }
  });

  it('of the database are told by workers alone: an API that knows nothing of them says nothing', async () => {
    const address = await serveMetrics(service.environment, () =>
      Promise.resolve(readingsOf([service.api.get(Database)], service.environment)),
    );
    const { text } = await call(`http://127.0.0.1:${String(address?.port)}`, '/metrics');

    expect(valueOf(text, 'front_door_database_connections_most')).toBeGreaterThan(0);
    for (const name of ['figures_age_seconds', 'bank_holiday_days', 'rule_set_jobs_waiting', 'outbox_waiting']) {
      expect(text).not.toMatch(new RegExp(`^front_door_${name}[ {]`, 'm'));
    }
  });

  it('are at one address, and are not part of the API', async () => {
    expect((await call(url, '/')).status).toBe(404);
    expect((await call(url, '/metrics', { method: 'POST' })).status).toBe(404);
    expect((await call(service.url, '/metrics')).status).toBe(404);
  });
});
