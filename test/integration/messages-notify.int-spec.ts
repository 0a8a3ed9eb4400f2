import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralDocument } from '#domain';
import { DeliverMessages } from '#notifications';
import type { CaseMessagesResponse } from '../../apps/api/notifications/notifications.response.ts';
import { type Desk, openedCases, staffDesk } from '../support/api-case-desk.ts';
import { idleWorker } from '../support/engine-work.ts';
import { call } from '../support/http.ts';
import { type NotifyServer, startNotifyServer } from '../support/notify-server.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const EMAIL_TEMPLATE = randomUUID();
const SMS_TEMPLATE = randomUUID();
const TOKEN = 'a-token-agreed-with-notify';
const CALLBACK = '/api/v1/notify-callback';

describe('delivery of messages through GOV.UK Notify', () => {
  let notify: NotifyServer;
  let service: TestService;
  let worker: INestApplicationContext;
  let deliverer: DeliverMessages;
  let school: string;
  let desk: Desk;

  beforeAll(async () => {
    notify = await startNotifyServer();
    service = await startTestService({
      NOTIFY_URL: notify.url,
      NOTIFY_API_KEY: `test-${randomUUID()}-${randomUUID()}`,
      NOTIFY_EMAIL_TEMPLATE: EMAIL_TEMPLATE,
      NOTIFY_SMS_TEMPLATE: SMS_TEMPLATE,
      NOTIFY_CALLBACK_TOKEN: TOKEN,
    });
    worker = await idleWorker(service);
    deliverer = worker.get(DeliverMessages);
    school = await service.agencyToken('larkbridge-primary');
    desk = await staffDesk(service, 'social-worker');
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await service.close();
    notify.close();
  });

  const deliver = async (): Promise<void> => {
    await deliverer.execute();
    await deliverer.settled();
  };
  const later = () =>
    service.database.query(
      'admin',
      `UPDATE message_delivery SET next_attempt_at = '2020-01-01', claimed_until = NULL
      WHERE finished_at IS NULL`,
    );
  const sent = async (changes: Partial<ReferralDocument> = {}): Promise<string> => {
    const [id = ''] = await openedCases(desk, school, aReferral(changes));
    return id;
  };
  const firstOf = async (id: string) => {
    const path = `/api/v1/cases/${id}/messages`;
    return (await call<CaseMessagesResponse>(service.url, path, { token: desk.token })).body.messages.at(-1);
  };
  const acknowledgements = () =>
    notify.messages.filter(({ body }) => /We have your referral/.test(JSON.stringify(body['personalisation'])));
  const acknowledged = async (id: string): Promise<boolean> => {
    const text = `SELECT 1 FROM case_clock WHERE case_id = $1 AND kind = 'acknowledge' AND stopped_at IS NOT NULL`;
    return (await service.database.query('admin', text, [id])).length === 1;
  };

  it('hands a message over with subject and body, and waits to hear that it arrived', async () => {
    const id = await sent();
    await deliver();
    const [message] = notify.messages;

    expect(message).toMatchObject({
      kind: 'email',
      body: {
        template_id: EMAIL_TEMPLATE,
        email_address: 'safeguarding@larkbridge-primary.example.org',
        personalisation: { subject: expect.stringMatching(/^We have your referral FD-/) as unknown },
      },
    });
    expect(JSON.stringify(message?.body)).not.toMatch(/Robin|Mill Lane/);
    expect(notify.tokens[0]).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await firstOf(id)).toMatchObject({ state: 'sent', result: 'notify_created' });
    expect(await acknowledged(id)).toBe(false);

    if (message !== undefined) message.status = 'delivered';
    await deliver();
    expect(await acknowledged(id)).toBe(false);
    const body = { reference: message?.body['reference'], status: 'permanent-failure' };
    expect(
      (await call(service.url, CALLBACK, { method: 'POST', body, token: 'another-token-altogether' })).status,
    ).toBe(401);
    expect((await call(service.url, CALLBACK, { method: 'POST', body, token: TOKEN })).status).toBe(204);
    await deliver();

    expect(await firstOf(id)).toMatchObject({ state: 'delivered', result: 'ok' });
    expect(await acknowledged(id)).toBe(true);
  });

  it('sends a text message where there is a mobile number and no e-mail address', async () => {
    const before = notify.messages.length;
    const id = await sent({ referrer: { capacity: 'family', name: 'Ada Sparrow', phone: '07700 900 123' } });
    await deliver();

    expect(notify.messages.slice(before)).toMatchObject([
      { kind: 'sms', body: { template_id: SMS_TEMPLATE, phone_number: '07700900123' } },
    ]);
    expect(await firstOf(id)).toMatchObject({ state: 'sent', channel: 'sms' });
    const landline = await sent({ referrer: { capacity: 'family', name: 'Ada Sparrow', phone: '01632 960 123' } });
    await deliver();
    expect(await firstOf(landline)).toMatchObject({ state: 'withheld', result: 'telephone_only' });
  });

  it('looks for an attempt that may have come through before it sends again', async () => {
    const before = acknowledgements().length;
    const id = await sent();
    await deliver();
    // What a worker leaves that died between the sending and the noting.
    await service.database.query(
      'admin',
      `UPDATE message_delivery SET state = 'sending', provider_reference = NULL, claimed_until = now() - interval '1 second',
         next_attempt_at = created_at
       WHERE referral_id = (SELECT referral_id FROM case_record WHERE id = $1)`,
      [id],
    );
    await deliver();

    expect(acknowledgements()).toHaveLength(before + 1);
    expect(await firstOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('sends again what Notify could not deliver for now, and gives up what it never can', async () => {
    const before = acknowledgements().length;
    const id = await sent();
    await deliver();
    const first = acknowledgements().at(-1);
    if (first !== undefined) first.status = 'temporary-failure';
    await later();
    await deliver();
    expect(await firstOf(id)).toMatchObject({ state: 'queued', result: 'notify_temporary_failure' });
    await later();
    await deliver();
    const second = acknowledgements().at(-1);
    expect(acknowledgements()).toHaveLength(before + 2);
    if (second !== undefined) second.status = 'permanent-failure';
    await later();
    await deliver();

    expect(await firstOf(id)).toMatchObject({ state: 'failed', result: 'notify_permanent_failure' });
    notify.refuseWith = 403;
    const other = await sent();
    await deliver();
    expect(await firstOf(other)).toMatchObject({ state: 'queued', result: 'notify_403' });
    notify.refuseWith = 400;
    await later();
    await deliver();
    expect(await firstOf(other)).toMatchObject({ state: 'failed', result: 'notify_400' });
    notify.refuseWith = null;
  });
});
