import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Webhook as Verifier } from 'standardwebhooks';
import { webhookMessageSchema } from '../../apps/api/webhooks/webhook-message.schema.ts';
import type {
  DeliveryListResponse,
  DeliveryResponse,
  WebhookWithSecretResponse,
} from '../../apps/api/webhooks/webhook.response.ts';
import { type Desk, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { selfSigned } from '../support/self-signed.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { messageIn, Partner, type Received, type Receiver, startReceiver } from '../support/webhook-receiver.ts';

const CANARY = 'Zebedee-Canary';
const DAY_MS = 86_400_000;

describe('a partner’s system', () => {
  const certificate = selfSigned();
  let service: TestService;
  let school: Partner;
  let desk: Desk;
  let manager: Desk;
  let receiver: Receiver;

  beforeAll(async () => {
    service = await startTestService({
      ...{ WEBHOOKS_ALLOW_LOOPBACK: 'on', WEBHOOK_CA: certificate.cert, SWEEP_INTERVAL_MS: '100' },
    });
    await service.startWorker();
    school = await Partner.of(service, 'larkbridge-primary');
    desk = await staffDesk(service, 'social-worker');
    manager = await staffDesk(service, 'manager');
  }, 60_000);

  beforeEach(async () => {
    await service.database.query('admin', 'TRUNCATE webhook_endpoint CASCADE');
    receiver = await startReceiver(certificate);
  });

  afterEach(() => {
    receiver.close();
  });

  afterAll(async () => {
    await service.close();
  });

  const arrived = (count: number): Promise<Received[]> =>
    eventually(
      () => Promise.resolve(receiver.received),
      (all) => all.length >= count,
    );
  const deliveries = async (id: string): Promise<DeliveryResponse[]> =>
    (await school.ask<DeliveryListResponse>(`/${id}/deliveries`)).body.deliveries;
  const settled = (id: string, count = 1): Promise<DeliveryResponse[]> =>
    eventually(
      () => deliveries(id),
      (all) => all.length >= count && all.every(({ status }) => status !== 'waiting'),
    );
  const tested = (id: string) => school.ask<DeliveryResponse>(`/${id}/tests`, { method: 'POST' });

  async function signedCase(agency: string, document: object = aReferral()): Promise<string> {
    const id = await proposedCase(desk, agency, document);
    expect((await desk.claim(id)).status).toBe(200);
    expect((await desk.confirm(id)).status).toBe(201);
    return id;
  }

  /** In the transaction of a person's step, as the API's role. */
  async function reached(id: string, state: string): Promise<void> {
    await service.database.query('admin', 'UPDATE case_record SET state = $2 WHERE id = $1', [id, state]);
  }

  it('is told of a signed and of a closed case by references alone, signed so that its library believes it', async () => {
    const { id, secret } = await school.registered(`${receiver.url}/in`);
    const caseId = await signedCase(school.token);
    const [signed] = await arrived(1);
    for (const move of ['send_feedback', 'close']) expect((await manager.move(caseId, move)).status).toBe(200);
    const [, closed] = await arrived(2);
    const summary = (await desk.read(caseId)).body;
    const told = (await settled(id, 2)).map(({ event, status, attempts, lastResult, caseReference }) => {
      return { event, status, attempts, lastResult, caseReference };
    });

    const validate = (addFormats as unknown as (ajv: Ajv2020) => Ajv2020)(new Ajv2020()).compile(webhookMessageSchema);
    for (const [message, type, state] of [
      [signed, 'case.signed', 'signed'],
      [closed, 'case.closed', 'closed'],
    ] as const) {
      if (message === undefined) throw new Error('Nothing came.');
      expect(new Verifier(secret).verify(message.body, message.headers)).toEqual(messageIn(message));
      expect(validate(messageIn(message))).toBe(true);
      const data = {
        caseReference: summary.reference,
        referralReference: summary.reference.replace(/-\d+$/, ''),
        state,
      };
      expect(messageIn(message)).toEqual({ type, timestamp: expect.stringMatching(/^2.+Z$/) as unknown, data });
      expect(message.headers).toMatchObject({
        'content-type': 'application/json',
        'user-agent': 'front-door-webhooks',
      });
      expect(message.path).toBe('/in');
    }
    const done = { status: 'delivered', attempts: 1, lastResult: '204', caseReference: summary.reference };
    expect(told).toEqual([
      { event: 'case.closed', ...done },
      { event: 'case.signed', ...done },
    ]);
  });

  it('sees through another secret, a changed body, another id, an old message and a moved timestamp', async () => {
    const { id, secret } = await school.registered(receiver.url);
    await tested(id);
    const [message] = await arrived(1);
    if (message === undefined) throw new Error('Nothing came.');
    const { body, headers } = message;
    const verify = (changed: { secret?: string; body?: string; headers?: Record<string, string> }) => () =>
      new Verifier(changed.secret ?? secret).verify(changed.body ?? body, { ...headers, ...changed.headers });
    const { secret: other } = await school.registered(receiver.url);
    const old = new Date(Date.now() - 301_000);
    const oldHeaders = {
      'webhook-timestamp': String(Math.floor(old.getTime() / 1000)),
      'webhook-signature': new Verifier(secret).sign(headers['webhook-id'] ?? '', old, body),
    };

    expect(verify({})()).toEqual({
      type: 'webhook.test',
      timestamp: messageIn(message).timestamp,
      data: { test: true },
    });
    expect(verify({ secret: other })).toThrow('No matching signature');
    expect(verify({ body: body.replace('true', 'false') })).toThrow('No matching signature');
    expect(verify({ headers: { 'webhook-id': other } })).toThrow('No matching signature');
    expect(verify({ headers: oldHeaders })).toThrow('too old');
    expect(verify({ headers: { 'webhook-timestamp': oldHeaders['webhook-timestamp'] } })).toThrow('too old');
  });

  it('can verify by either secret for a day after a rotation, and then by the new one alone', async () => {
    const { id, secret: before } = await school.registered(receiver.url);
    const rotated = await school.change<WebhookWithSecretResponse>(id, 1, { method: 'POST', path: '/secret' });
    const { secret: after } = rotated.body;
    await tested(id);
    const [message] = await arrived(1);
    await settled(id);
    const expire = `UPDATE webhook_endpoint SET previous_until = now() - interval '1 second'`;
    await service.database.query('admin', expire);
    await tested(id);
    const [, later] = await arrived(2);
    if (message === undefined || later === undefined) throw new Error('Nothing came.');

    expect(message.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [before, after]) new Verifier(secret).verify(message.body, message.headers);
    new Verifier(after).verify(later.body, later.headers);
    expect(() => new Verifier(before).verify(later.body, later.headers)).toThrow('No matching signature');
  });

  it('is told nothing that names a child, whatever the referral said', async () => {
    const { id } = await school.registered(receiver.url);
    const text = `${CANARY} lives at 1 Canary Row`;
    await signedCase(
      school.token,
      aReferral({
        referrer: { capacity: 'professional', name: CANARY, phone: '01632 960011', email: `${CANARY}@example.org` },
        children: [{ ref: 'c1', givenName: CANARY, familyName: CANARY, dateOfBirth: '2015-01-01' }],
        worries: { summary: text, childsWords: text, injury: 'no' },
        strengths: text,
      }),
    );
    const [message] = await arrived(1);
    const rows = await service.database.query('admin', 'SELECT * FROM webhook_delivery');

    expect(JSON.stringify([message, rows, await settled(id)])).not.toMatch(/canary|960011|2015-01-01|early_help/i);
  });

  it('is told of its own cases, of the events it asked for and while its webhook is enabled, and of nothing else', async () => {
    const police = await Partner.of(service, 'larkshire-police');
    const closedOnly = await school.registered(receiver.url, ['case.closed']);
    const disabled = await school.registered(receiver.url);
    await school.change(disabled.id, 1, { body: { enabled: false } });
    const removed = await school.registered(receiver.url);
    await school.change(removed.id, 1, { method: 'DELETE' });
    const theirs = await police.registered(receiver.url);
    const told = await school.registered(receiver.url, ['case.signed']);
    await signedCase(school.token);
    await settled(told.id);
    const rows = await service.database.query<{ endpoint_id: string }>(
      'admin',
      'SELECT endpoint_id FROM webhook_delivery',
    );

    expect(rows.map((row) => row.endpoint_id)).toEqual([told.id]);
    expect(receiver.received).toHaveLength(1);
    expect([closedOnly.id, theirs.id]).not.toContain(rows[0]?.endpoint_id);
  });

  it('is told nothing that was not committed', async () => {
    const { id } = await school.registered(receiver.url);
    const caseId = await signedCase(school.token);
    await settled(id);
    await service.database.query(
      'admin',
      `BEGIN; UPDATE case_record SET state = 'closed' WHERE id = '${caseId}'; ROLLBACK`,
    );

    expect(await deliveries(id)).toHaveLength(1);
  });

  it('is told each time anew when a case comes back and is signed again', async () => {
    const { id } = await school.registered(receiver.url);
    const caseId = await signedCase(school.token);
    for (const state of ['feedback_sent', 'closed', 'reopened', 'screening', 'threshold_decision', 'signed'])
      await reached(caseId, state);
    const all = await settled(id, 3);

    expect(all.map(({ event }) => event).sort()).toEqual(['case.closed', 'case.signed', 'case.signed']);
    expect(new Set(all.map((each) => each.id)).size).toBe(3);
  });

  it('is not told of a case after its sharing agreement has ended, and may still be tested', async () => {
    const housing = await Partner.of(service, 'harbour-housing');
    const { id } = await housing.registered(receiver.url);
    await signedCase(housing.token);
    const ask = async () => (await housing.ask<DeliveryListResponse>(`/${id}/deliveries`)).body.deliveries;
    await eventually(ask, ([first]) => first?.status === 'withheld');
    await housing.ask(`/${id}/tests`, { method: 'POST' });
    await arrived(1);

    expect(receiver.received.map((each) => messageIn(each).type)).toEqual(['webhook.test']);
  });

  it('is told with each message to its agency, and of a file that is not taken, by ids alone', async () => {
    const events = ['referral.acknowledged', 'attachment.refused', 'enquiry.requested', 'challenge.moved'];
    await school.registered(receiver.url, events);
    const id = await proposedCase(desk, school.token, aReferral());
    await service.database.query(
      'admin',
      `INSERT INTO message (id, authority_id, template, to_kind, to_id, case_id, subject_id, urgent, dedupe_key, created_at)
       SELECT gen_random_uuid(), 'larkshire', template, 'agency', agency, $1, gen_random_uuid(), true, template || agency, now()
       FROM unnest($2::text[]) template, unnest($3::text[]) agency`,
      [
        id,
        ['enquiry_requested', 'challenge_stage_moved', 'enquiry_replied'],
        ['larkbridge-primary', 'larkshire-police'],
      ],
    );
    await service.database.query(
      'admin',
      `INSERT INTO attachment (id, authority_id, referral_id, name, media_type, size_bytes, sha256, received_at, uploaded_by)
       SELECT gen_random_uuid(), 'larkshire', referral_id, 'sealed', 'text/plain', 1, repeat('a', 64), now(), 'test'
       FROM case_record WHERE id = $1`,
      [id],
    );
    await service.database.query('admin', `UPDATE attachment SET state = 'unreadable', scanned_at = now()`);
    const messages = (await arrived(4)).map(messageIn);
    const validate = (addFormats as unknown as (ajv: Ajv2020) => Ajv2020)(new Ajv2020()).compile(webhookMessageSchema);

    expect(messages.map(({ type }) => type).sort()).toEqual([...events].sort());
    expect(messages.filter((message) => !validate(message))).toEqual([]);
    const dataOf = (event: string) => messages.find(({ type }) => type === event)?.data;
    expect(Object.keys(dataOf('referral.acknowledged') ?? {})).toEqual(['referralReference']);
    expect(Object.keys(dataOf('enquiry.requested') ?? {})).toEqual(['caseReference', 'enquiryId']);
  });

  it('must have a certificate that is trusted', async () => {
    const impostor = await startReceiver(selfSigned());
    try {
      const { id } = await school.registered(impostor.url);
      await tested(id);
      const [waiting] = await eventually(
        () => deliveries(id),
        ([first]) => first?.lastResult !== null,
      );

      expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, lastResult: 'certificate_refused' });
      expect(impostor.received).toEqual([]);
    } finally {
      impostor.close();
    }
  });

  it('is shown the last month, and older messages are forgotten', async () => {
    const { id } = await school.registered(receiver.url);
    await tested(id);
    await settled(id);
    const old = new Date(Date.now() - 31 * DAY_MS);
    await service.database.query('admin', 'UPDATE webhook_delivery SET finished_at = $1, happened_at = $1', [old]);
    await tested(id);

    await eventually(
      () => deliveries(id),
      (all) => all.length === 1 && all[0]?.status === 'delivered',
    );
  });
});
