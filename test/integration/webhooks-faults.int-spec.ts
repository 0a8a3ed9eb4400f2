import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook as Verifier } from 'standardwebhooks';
import { DeliverWebhooks } from '#notifications';
import type { DeliveryListResponse, DeliveryResponse } from '../../apps/api/webhooks/webhook.response.ts';
import { idleWorker } from '../support/engine-work.ts';
import { eventually } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { Partner, type Receiver, startReceiver } from '../support/webhook-receiver.ts';

const AGENCIES = ['larkbridge-primary', 'larkshire-police', 'harbour-academy', 'vale-gp'];

describe('delivery of webhooks', () => {
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

  const tested = (id: string, partner = school) => partner.ask<DeliveryResponse>(`/${id}/tests`, { method: 'POST' });
  const deliveries = async (id: string, partner = school): Promise<DeliveryResponse[]> =>
    (await partner.ask<DeliveryListResponse>(`/${id}/deliveries`)).body.deliveries;
  const tried = (id: string, attempts: number): Promise<DeliveryResponse[]> =>
    eventually(
      () => deliveries(id),
      ([first]) => first !== undefined && first.attempts >= attempts && isOver(first),
    );
  /** As if all pauses, and leases of dead workers, were over. */
  const later = async (): Promise<void> => {
    await service.database.query('admin', 'UPDATE webhook_delivery SET next_attempt_at = now()');
    await service.database.query('admin', 'UPDATE webhook_endpoint SET resting_until = now(), claimed_until = NULL');
  };

  it('tries again what fails, under the same id, with a time and a signature of its own', async () => {
    const delivery = await deliverer();
    const { id, secret } = await school.registered(receiver.url);
    receiver.answer = (response) => response.writeHead(receiver.received.length < 3 ? 503 : 200).end();
    await tested(id);
    for (const attempt of [1, 2]) {
      await delivery.execute();
      const [waiting] = await tried(id, attempt);
      expect(waiting).toMatchObject({ status: 'waiting', attempts: attempt, lastResult: '503' });
      await delivery.execute();
      expect(receiver.received).toHaveLength(attempt);
      await later();
    }
    await service.database.query('admin', `UPDATE webhook_endpoint SET failing_since = now() - interval '1 hour'`);
    expect((await school.read(id)).failingSince).not.toBeNull();
    await delivery.execute();
    const [done] = await eventually(
      () => deliveries(id),
      ([first]) => first?.status === 'delivered',
    );

    expect(done).toMatchObject({ attempts: 3, lastResult: '200', nextAttemptAt: null });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([done?.id]));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    for (const { body, headers } of receiver.received) new Verifier(secret).verify(body, headers);
    expect(await school.read(id)).toMatchObject({ failingSince: null, enabled: true, version: 1 });
  });

  it('waits longer each time: about five seconds, then twenty', async () => {
    const delivery = await deliverer();
    const { id } = await school.registered(receiver.url);
    receiver.answer = (response) => response.writeHead(500).end();
    await tested(id);
    for (const [attempt, seconds] of [5, 20].entries()) {
      await delivery.execute();
      const [waiting] = await tried(id, attempt + 1);
      const pause =
        (new Date(waiting?.nextAttemptAt ?? 0).getTime() - new Date(waiting?.lastAttemptAt ?? 0).getTime()) / 1000;
      expect(pause).toBeGreaterThan(seconds * 0.8);
      expect(pause).toBeLessThan(seconds * 1.2 + 2);
      await later();
    }
  });

  it('gives a message up after twelve tries, and one that kills its worker at the thirteenth', async () => {
    const delivery = await deliverer();
    const { id } = await school.registered(receiver.url);
    receiver.answer = (response) => response.writeHead(500).end();
    const finished = () =>
      eventually(
        () => deliveries(id),
        ([first]) => first?.status === 'failed',
      );
    await tested(id);
    await service.database.query('admin', 'UPDATE webhook_delivery SET attempts = 11');
    await delivery.execute();
    expect((await finished())[0]).toMatchObject({ attempts: 12, lastResult: '500' });
    await service.database.query('admin', 'DELETE FROM webhook_delivery');
    await later();
    await tested(id);
    await service.database.query('admin', 'UPDATE webhook_delivery SET attempts = 12');
    await delivery.execute();

    expect((await finished())[0]).toMatchObject({ lastResult: 'given_up' });
    expect(receiver.received).toHaveLength(1);
    expect((await school.read(id)).enabled).toBe(true);
  });

  it('ends at 410, and its partner sees why and can begin again', async () => {
    const delivery = await deliverer();
    const { id } = await school.registered(receiver.url);
    receiver.answer = (response) => response.writeHead(410).end();
    await tested(id);
    await delivery.execute();
    const gone = await eventually(
      () => school.read(id),
      ({ enabled }) => !enabled,
    );
    const events = await service.database.query(
      'admin',
      `SELECT actor_id, actor_kind, details ->> 'reason' AS reason FROM audit_event WHERE action = 'webhook.disabled'`,
    );

    expect(gone).toMatchObject({ disabledReason: 'gone', version: 2 });
    expect(await deliveries(id)).toMatchObject([{ status: 'failed', lastResult: '410' }]);
    expect(events).toEqual([{ actor_id: 'webhooks', actor_kind: 'service', reason: 'gone' }]);
    receiver.answer = (response) => response.writeHead(200).end();
    const again = await school.change(id, 2, { body: { enabled: true } });
    expect(again.body).toMatchObject({ enabled: true, failingSince: null });
    await tested(id);
    await delivery.execute();
    await eventually(
      () => deliveries(id),
      ([first]) => first?.status === 'delivered',
    );
  });

  it('leaves alone an endpoint at which nothing arrived for three days', async () => {
    const delivery = await deliverer();
    const { id } = await school.registered('http://127.0.0.1:9/');
    await tested(id);
    await service.database.query('admin', `UPDATE webhook_endpoint SET failing_since = now() - interval '73 hours'`);
    await delivery.execute();

    await eventually(
      () => school.read(id),
      ({ disabledReason }) => disabledReason === 'failing',
    );
    expect(await deliveries(id)).toMatchObject([{ status: 'failed', lastResult: 'unreachable' }]);
  });

  it('follows no redirect, and sends nothing inside that an address was changed to behind its back', async () => {
    const delivery = await deliverer();
    const inside = await startReceiver();
    const { id } = await school.registered(receiver.url);
    receiver.answer = (response) => response.writeHead(307, { location: inside.url }).end();
    await tested(id);
    await delivery.execute();
    expect((await tried(id, 1))[0]).toMatchObject({ lastResult: '307', status: 'waiting' });
    await service.database.query('admin', `UPDATE webhook_endpoint SET url = 'https://169.254.169.254/'`);
    await later();
    await delivery.execute();

    expect((await tried(id, 2))[0]).toMatchObject({ lastResult: 'address_refused' });
    expect(inside.received).toEqual([]);
    inside.close();
  });

  it('goes on at once with many endpoints while some never answer, with no more than eight at once', async () => {
    const delivery = await deliverer();
    const silent = await startReceiver();
    silent.answer = () => undefined;
    const partners = await Promise.all(AGENCIES.map((agency) => Partner.of(service, agency)));
    for (let at = 0; at < 4; at += 1) await tested((await school.registered(silent.url)).id);
    const others = partners.slice(1).flatMap((partner) => Array.from({ length: 5 }, () => partner));
    const ids: string[] = [];
    for (const partner of others) {
      const { id } = await partner.registered(receiver.url);
      ids.push(id);
      await tested(id, partner);
    }
    let open = 0;
    let mostOpen = 0;
    receiver.answer = (response) => {
      mostOpen = Math.max(mostOpen, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.writeHead(200).end();
      }, 20);
    };
    const startedAt = performance.now();
    const rounds: number[] = [];
    while (receiver.received.length < others.length) {
      const began = performance.now();
      await delivery.execute();
      rounds.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (performance.now() - startedAt > 8_000) break;
    }

    expect(receiver.received).toHaveLength(15);
    expect(Math.max(...rounds)).toBeLessThan(2_000);
    expect(mostOpen).toBeLessThanOrEqual(8);
    expect(mostOpen).toBeGreaterThan(1);
    silent.close();
  }, 30_000);
});

/** Counted before it is made, an attempt is over once it says what came of it and when the next is due. */
function isOver({ status, lastResult, lastAttemptAt, nextAttemptAt }: DeliveryResponse): boolean {
  return lastResult !== null && (status !== 'waiting' || (nextAttemptAt ?? '') > (lastAttemptAt ?? ''));
}
