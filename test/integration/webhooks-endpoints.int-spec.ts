import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '#platform';
import type {
  DeliveryListResponse,
  DeliveryResponse,
  WebhookListResponse,
  WebhookResponse,
  WebhookWithSecretResponse,
} from '../../apps/api/webhooks/webhook.response.ts';
import { call } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { Partner } from '../support/webhook-receiver.ts';

const URL = 'http://127.0.0.1:9/in';

describe('an agency’s webhooks', () => {
  let service: TestService;
  let school: Partner;
  let police: Partner;

  beforeAll(async () => {
    service = await startTestService({ WEBHOOKS_ALLOW_LOOPBACK: 'on' });
    school = await Partner.of(service, 'larkbridge-primary');
    police = await Partner.of(service, 'larkshire-police');
  }, 60_000);

  beforeEach(async () => {
    await service.database.query('admin', 'TRUNCATE webhook_endpoint CASCADE');
  });

  afterAll(async () => {
    await service.close();
  });

  const stored = (id: string) =>
    service.database.query<{ secret: string | null; previous_secret: string | null }>(
      'admin',
      'SELECT secret, previous_secret FROM webhook_endpoint WHERE id = $1',
      [id],
    );
  const trail = (id: string) =>
    service.database.query<{ action: string; actor_id: string; details: object }>(
      'admin',
      `SELECT action, actor_id, details FROM audit_event WHERE details ->> 'webhookId' = $1 ORDER BY sequence`,
      [id],
    );

  it('are registered, and show their secret that once and never again', async () => {
    const answer = await school.register(URL, ['case.signed', 'case.signed']);
    const { secret, ...rest } = answer.body;

    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(rest).toMatchObject({ url: URL, events: ['case.signed'], enabled: true, disabledReason: null, version: 1 });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const answers = [await school.ask(''), await school.ask(`/${rest.id}`), await school.ask(`/${rest.id}/deliveries`)];
    for (const later of answers) expect(later.text).not.toContain(secret.slice(6));
    expect((await school.ask<WebhookListResponse>('')).body.webhooks).toEqual([rest]);
    expect((await stored(rest.id))[0]?.secret).not.toContain(secret.slice(6));
  });

  it.each([
    ...[
      'https://10.0.0.1/',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost.internal/',
      'http://example.org/',
    ],
    ...[
      'https://user@example.org/',
      'https://2130706433/',
      'https://example.org:22/',
      'https://nowhere.invalid/',
      'x',
      '',
    ],
  ])('are not registered at %j', async (url) => {
    const answer = await school.ask<Problem>('', { body: { url, events: ['case.signed'] } });

    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/url' }] });
    if (url.length > 1) expect(answer.text).not.toContain(url);
  });

  it.each([
    { url: URL },
    { url: URL, events: [] },
    { url: URL, events: ['case.proposed'] },
    { url: URL, events: ['case.signed'], secret: 'whsec_mine' },
    { url: [URL], events: ['case.signed'] },
  ])('are not registered by %j', async (body) => {
    expect((await school.ask('', { body })).status).toBe(422);
  });

  it('are not moved inside later on', async () => {
    const { id } = await school.registered(URL);
    const answer = await school.change<Problem>(id, 1, { body: { url: 'https://10.0.0.1/' } });

    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
    expect((await school.read(id)).url).toBe(URL);
  });

  it('are five at the most, also when asked for all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => school.register(URL)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'webhook_limit_reached' });
    expect((await police.register(URL)).status).toBe(201);
    const [first] = answers.filter(({ status }) => status === 201);
    await school.change(first?.body.id ?? '', 1, { method: 'DELETE' });
    expect((await school.register(URL)).status).toBe(201);
  });

  it('are not there for another agency, nor for staff', async () => {
    const { id } = await school.registered(URL);
    const asks = (partner: Partner) => [
      partner.ask(`/${id}`),
      partner.ask(`/${id}/deliveries`),
      partner.ask(`/${id}/tests`, { method: 'POST' }),
      partner.change(id, 1, { body: { enabled: false } }),
      partner.change(id, 1, { method: 'DELETE' }),
      partner.change(id, 1, { method: 'POST', path: '/secret' }),
    ];

    for (const answer of await Promise.all(asks(police))) {
      expect([answer.status, (answer.body as Problem).code]).toEqual([404, 'not_found']);
    }
    const staff = new Partner(service, await service.staffToken('manager'));
    for (const answer of await Promise.all(asks(staff))) expect(answer.status).toBe(403);
    expect((await police.ask<WebhookListResponse>('')).body.webhooks).toEqual([]);
    expect((await school.ask('/not-an-id')).status).toBe(404);
    expect((await school.ask(`/${randomUUID()}`)).status).toBe(404);
    expect(await school.read(id)).toMatchObject({ version: 1, enabled: true });
  });

  it('are changed by whoever read them last', async () => {
    const { id } = await school.registered(URL);
    const unsaid = await call(service.url, `/api/v1/webhooks/${id}`, {
      ...{ method: 'PATCH', token: school.token, body: { enabled: false } },
    });
    const changed = await school.change(id, 1, { body: { url: `${URL}/2`, events: ['case.closed'] } });
    const late = await school.change<Problem>(id, 1, { body: { enabled: false } });

    expect([unsaid.status, changed.status, late.status]).toEqual([428, 200, 412]);
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(changed.body).toEqual(await school.read(id));
    expect(changed.body).toMatchObject({ url: `${URL}/2`, events: ['case.closed'], version: 2 });
  });

  it('get a new secret, with the one before beside it for a day', async () => {
    const { id, secret } = await school.registered(URL);
    const [before] = await stored(id);
    const rotated = await school.change<WebhookWithSecretResponse>(id, 1, { method: 'POST', path: '/secret' });
    const [after] = await stored(id);
    const hours = (new Date(rotated.body.previousSecretUntil ?? 0).getTime() - Date.now()) / 3_600_000;

    expect(rotated.status).toBe(201);
    expect(rotated.body.secret).not.toBe(secret);
    expect(after?.previous_secret).toBe(before?.secret);
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
  });

  it('are disabled with what waits, tested only while enabled, and tested once at a time', async () => {
    const { id } = await school.registered(URL);
    const test = () => school.ask<DeliveryResponse & Pick<Problem, 'code'>>(`/${id}/tests`, { method: 'POST' });
    const [first, second] = [await test(), await test()];
    const disabled = await school.change(id, 1, { body: { enabled: false } });
    const refused = await test();
    const { deliveries } = (await school.ask<DeliveryListResponse>(`/${id}/deliveries`)).body;
    const enabled = await school.change(id, 2, { body: { enabled: true } });

    expect([first.status, first.body.status, second.body.id]).toEqual([202, 'waiting', first.body.id]);
    expect(disabled.body).toMatchObject({ enabled: false, disabledReason: 'by_request' });
    expect([refused.status, refused.body.code]).toEqual([409, 'webhook_disabled']);
    expect(deliveries).toMatchObject([{ event: 'webhook.test', status: 'dropped', nextAttemptAt: null }]);
    expect(enabled.body).toMatchObject({ enabled: true, disabledReason: null });
    expect((await test()).status).toBe(202);
  });

  it('are removed with their secrets', async () => {
    const { id } = await school.registered(URL);
    await school.ask(`/${id}/tests`, { method: 'POST' });
    const removed = await school.change(id, 1, { method: 'DELETE' });

    expect(removed.status).toBe(200);
    expect(await stored(id)).toEqual([{ secret: null, previous_secret: null }]);
    expect((await school.ask<WebhookResponse>(`/${id}`)).status).toBe(404);
    expect((await school.ask<WebhookListResponse>('')).body.webhooks).toEqual([]);
    const waiting = 'SELECT outcome FROM webhook_delivery';
    expect(await service.database.query('admin', waiting)).toEqual([{ outcome: 'dropped' }]);
  });

  it('leave a trail of ids, without addresses and secrets', async () => {
    const { id } = await school.registered(URL);
    await school.change(id, 1, { body: { enabled: false } });
    await school.change(id, 2, { method: 'POST', path: '/secret' });
    await school.change(id, 3, { method: 'DELETE' });
    const events = await trail(id);

    expect(events.map(({ action, actor_id }) => [action, actor_id])).toEqual(
      ['registered', 'changed', 'secret_rotated', 'removed'].map((what) => [`webhook.${what}`, 'larkbridge-primary']),
    );
    expect(JSON.stringify(events)).not.toMatch(/127\.0\.0\.1|whsec/);
  });

  it('are no other authority’s business', async () => {
    const { id } = await school.registered(URL);
    await service.database.query(
      'admin',
      `INSERT INTO agency SELECT 'elsewhere', id, name, type, source_code FROM agency WHERE authority_id = 'larkshire'`,
    );
    await service.database.query('admin', `UPDATE webhook_endpoint SET authority_id = 'elsewhere' WHERE id = $1`, [id]);

    expect((await school.ask(`/${id}`)).status).toBe(404);
    expect(await service.database.query('api', 'SELECT 1 FROM webhook_endpoint')).toEqual([]);
  });
});
