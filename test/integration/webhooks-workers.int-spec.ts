import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliverWebhooks } from '#notifications';
import type { DeliveryListResponse, DeliveryResponse } from '../../apps/api/webhooks/webhook.response.ts';
import { SupervisedProcess } from '../faults/supervised-process.ts';
import { idleWorker, sentCase } from '../support/engine-work.ts';
import { eventually } from '../support/http.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { Partner, type Receiver, startReceiver } from '../support/webhook-receiver.ts';

describe('workers that deliver webhooks', () => {
  let service: TestService;
  let school: Partner;
  let receiver: Receiver;
  const workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    service = await startTestService({ WEBHOOKS_ALLOW_LOOPBACK: 'on' });
    school = await Partner.of(service, 'larkbridge-primary');
  }, 60_000);

  beforeEach(async () => {
    await service.database.query('admin', 'TRUNCATE webhook_endpoint CASCADE');
    receiver = await startReceiver();
  });

  afterEach(async () => {
    receiver.close();
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
  });

  afterAll(async () => {
    await service.close();
  });

  /** One that does nothing by itself: each round is the test's. */
  async function deliverer(): Promise<DeliverWebhooks> {
    const worker = await idleWorker(service);
    workers.push(worker);
    return worker.get(DeliverWebhooks);
  }

  const tested = (id: string) => school.ask<DeliveryResponse>(`/${id}/tests`, { method: 'POST' });
  const deliveries = async (id: string): Promise<DeliveryResponse[]> =>
    (await school.ask<DeliveryListResponse>(`/${id}/deliveries`)).body.deliveries;
  /** As if all pauses, and leases of dead workers, were over. */
  const later = async (): Promise<void> => {
    await service.database.query('admin', 'UPDATE webhook_delivery SET next_attempt_at = now()');
    await service.database.query('admin', 'UPDATE webhook_endpoint SET resting_until = now(), claimed_until = NULL');
  };

  it('sends an endpoint one message at a time, each once, also from two workers at once', async () => {
    const [one, other] = [await deliverer(), await deliverer()];
    const caseId = await sentCase(service);
    const { id } = await school.registered(receiver.url);
    await service.database.query(
      'admin',
      `INSERT INTO webhook_delivery (id, authority_id, endpoint_id, event, case_id, happened_at)
        SELECT gen_random_uuid(), 'larkshire', $1, 'case.signed', $2, now() FROM generate_series(1, 30)`,
      [id, caseId],
    );
    let open = 0;
    let mostOpen = 0;
    receiver.answer = (response) => {
      mostOpen = Math.max(mostOpen, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.writeHead(200).end();
      }, 5);
    };
    await eventually(
      async () => {
        await Promise.all([one.execute(), other.execute(), one.execute()]);
        return deliveries(id);
      },
      (all) => all.every(({ status }) => status === 'delivered'),
    );

    expect([mostOpen, receiver.received.length]).toEqual([1, 30]);
  });

  it('gets on with an agency that disables and enables its endpoint while it is sent to', async () => {
    const delivery = await deliverer();
    const { id } = await school.registered('http://127.0.0.1:9/');
    const caseId = await sentCase(service);
    const statuses = new Set<number>();
    for (let version = 1; version < 60; version += 1) {
      await service.database.query(
        'admin',
        `INSERT INTO webhook_delivery (id, authority_id, endpoint_id, event, case_id, happened_at)
          SELECT gen_random_uuid(), 'larkshire', $1, 'case.signed', $2, now() FROM generate_series(1, 5)`,
        [id, caseId],
      );
      await delivery.execute();
      statuses.add((await school.change(id, version, { body: { enabled: version % 2 === 0 } })).status);
    }

    expect([...statuses]).toEqual([200]);
  }, 30_000);

  it('gives back what is on its way when the worker stops, and counts no attempt for it', async () => {
    const worker = await idleWorker(service);
    const { id } = await school.registered(receiver.url);
    receiver.answer = () => undefined;
    await tested(id);
    await worker.get(DeliverWebhooks).execute();
    await eventually(
      () => Promise.resolve(receiver.received),
      (all) => all.length === 1,
    );
    const began = performance.now();
    await worker.close();

    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await deliveries(id)).toMatchObject([{ status: 'waiting', attempts: 0 }]);
    receiver.answer = (response) => response.writeHead(200).end();
    await (await deliverer()).execute();
    await eventually(
      () => deliveries(id),
      ([first]) => first?.status === 'delivered',
    );
  });

  it('sends again, under the same id, what a worker sent that was killed before it could say so', async () => {
    const { id } = await school.registered(receiver.url);
    await tested(id);
    const settings = {
      ...{ NODE_ENV: 'test', ENGINE_DATABASE_URL: service.database.engineUrl, WEBHOOKS_ALLOW_LOOPBACK: 'on' },
      ...{ SWEEP_INTERVAL_MS: '100', CRASH_POINTS: 'webhooks.sent', ...TEST_KEYS },
    };
    const worker = new SupervisedProcess('dist/apps/worker/main.js', settings);
    try {
      await eventually(
        () => Promise.resolve(worker.kills),
        (kills) => kills >= 1,
        20_000,
      );
      worker.rearm({ CRASH_POINTS: '' });
      expect(await deliveries(id)).toMatchObject([{ status: 'waiting', attempts: 1, lastResult: null }]);
      // Until the claim lapses nobody else sends it.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(receiver.received).toHaveLength(1);
      const [done] = await eventually(
        async () => {
          await later();
          return deliveries(id);
        },
        ([first]) => first?.status === 'delivered',
        20_000,
      );
      expect(done?.attempts).toBeGreaterThanOrEqual(2);
      expect(receiver.received.length).toBeGreaterThanOrEqual(2);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([done?.id]));
    } finally {
      await worker.stop();
    }
  }, 60_000);
});
