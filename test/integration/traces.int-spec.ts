import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { Receipt } from '#intake';
import { DrainLane } from '#triage';
import { loadEnvironment, startTracing, traceParent } from '#platform';
import { idleWorker, proposedWithin, sentCase } from '../support/engine-work.ts';
import { call, eventually } from '../support/http.ts';
import { PLANTED, plantedIn } from '../support/leak-watch.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { type ReceivedSpan, startTraceCollector, type TraceCollector } from '../support/trace-collector.ts';

/** All that a span may tell; BullMQ's own tell of its queues and jobs, which hold a lane and nothing else. */
const ATTRIBUTES =
  /^(http\.(request\.method|route|response\.status_code)|front_door\.(correlation_id|count|lane|topic|attempts)|error\.type|bullmq\..*)$/;

describe('traces', () => {
  let collector: TraceCollector;
  let service: TestService;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    collector = await startTraceCollector();
    service = await startTestService({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    worker = await idleWorker(service);
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await service.close();
    await collector.close();
  });

  const named = (name: string): ReceivedSpan[] => collector.spans.filter((span) => span.name === name);
  const untilThereAre = (name: string, count = 1): Promise<ReceivedSpan[]> =>
    eventually(
      () => Promise.resolve(named(name)),
      (spans) => spans.length >= count,
      15_000,
    );
  const storedParents = async (): Promise<(string | null)[]> => {
    const text = 'SELECT trace_parent FROM outbox_message ORDER BY created_at';
    const rows = await service.database.query<{ trace_parent: string | null }>('admin', text);
    return rows.map((row) => row.trace_parent);
  };

  it('are off until a collector is set: nothing is traced, and work remembers no trace', async () => {
    await startTracing(loadEnvironment({}), 'test');
    await sentCase(service);

    expect(traceParent()).toBeNull();
    expect(await storedParents()).toEqual([null]);
  });

  it('lead from a request through its transaction and the outbox to the proposal', async () => {
    await startTracing(service.environment, 'test');
    const child = {
      ref: 'c1',
      givenName: PLANTED.givenName,
      familyName: PLANTED.familyName,
      dateOfBirth: '2016-01-02',
    };
    const caseId = await sentCase(service, aReferral({ children: [child], strengths: PLANTED.staffText }));
    await worker.get(DrainLane).execute('standard');
    await proposedWithin(service, caseId, 20_000);

    const [request] = await untilThereAre('POST /api/v1/referrals');
    const [store] = await untilThereAre('referral.store');
    const [proposal] = await untilThereAre('triage.propose');
    const [work] = await untilThereAre('triage.work');

    const { traceId, spanId } = request ?? { traceId: '', spanId: '' };
    const inRequest = { traceId, parentSpanId: spanId };
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(store).toMatchObject(inRequest);
    expect(proposal).toMatchObject(inRequest);
    expect(work?.links).toMatchObject([{ traceId, spanId }]);
    expect(await storedParents()).toEqual([null, `00-${traceId}-${spanId}-01`]);
  });

  it('show the wake-ups of the queue', async () => {
    await service.startWorker();
    await sentCase(service, aReferral({ senderReference: 'woken' }));

    const spans = await eventually(
      () => Promise.resolve(collector.spans.filter(({ name }) => name.includes('front_door_triage_standard'))),
      (found) => found.length > 0,
      15_000,
    );
    expect(spans.length).toBeGreaterThan(0);
  });

  it('begin at our door, whatever trace a sender claims', async () => {
    const theirs = 'a'.repeat(32);
    const headers = { traceparent: `00-${theirs}-${'b'.repeat(16)}-01` };
    await call(service.url, '/health/live', { headers });

    const [span] = await untilThereAre('GET /health/live');
    expect(span?.traceId).not.toBe(theirs);
    expect(span?.parentSpanId ?? '').toBe('');
  });

  it('tell routes, codes and counts alone, and nothing that a referral says', () => {
    const keys = collector.spans.flatMap(({ attributes }) => attributes.map(({ key }) => key));

    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !ATTRIBUTES.test(key))).toEqual([]);
    expect(plantedIn(collector.bodies.join('\n'))).toEqual([]);
  });

  it('hold nothing up when the collector is away', async () => {
    await collector.close();
    const token = await service.agencyToken('larkbridge-primary');
    const { status } = await call<Receipt>(service.url, '/api/v1/referrals', { token, body: aReferral() });

    expect(status).toBe(201);
  });
});
