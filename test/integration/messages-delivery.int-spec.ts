import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReferralDocument } from '#domain';
import { DeliverMessages } from '#notifications';
import type { SenderExplanationResponse } from '../../apps/api/referrals/referral.response.ts';
import type { CaseMessagesResponse, NoticesResponse } from '../../apps/api/notifications/notifications.response.ts';
import { type Desk, openedCases, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { idleWorker } from '../support/engine-work.ts';
import { call, eventually } from '../support/http.ts';
import { PLANTED, plantedIn } from '../support/leak-watch.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

type Message = CaseMessagesResponse['messages'][number];

const AUNT = { capacity: 'family', name: 'Ada Sparrow', email: 'ada@example.org' } as const;
const FINCH = { name: 'Jon Finch', livesInHousehold: 'yes' } as const;
const UNSAFE: Partial<ReferralDocument> = {
  referrer: AUNT,
  household: { people: [FINCH] },
  worries: { summary: 'Shouting.', allegedSourceOfHarm: { name: 'Jon Finch' } },
};

describe('delivery of messages by e-mail', () => {
  let mail: MailServer;
  let service: TestService;
  let worker: INestApplicationContext;
  let deliverer: DeliverMessages;
  let school: string;
  let desk: Desk;

  beforeAll(async () => {
    mail = await startMailServer();
    service = await startTestService({
      SMTP_URL: mail.url,
      SMTP_FROM: 'front-door@larkshire.example.org',
      SMTP_TLS: 'off',
    });
    worker = await idleWorker(service);
    deliverer = worker.get(DeliverMessages);
    school = await service.agencyToken('larkbridge-primary');
    desk = await staffDesk(service, 'social-worker');
  }, 60_000);

  beforeEach(() => {
    mail.received.length = 0;
    mail.refuseWith = null;
  });

  afterAll(async () => {
    await worker.close();
    await service.close();
    await mail.close();
  });

  const deliver = async (): Promise<void> => {
    await deliverer.execute();
    await deliverer.settled();
  };
  /** As if every pause, and every lease of a dead worker, were over. */
  const later = () =>
    service.database.query(
      'admin',
      `UPDATE message_delivery SET next_attempt_at = '2020-01-01', claimed_until = NULL WHERE finished_at IS NULL`,
    );
  const messagesOf = async (id: string): Promise<Message[]> =>
    (await call<CaseMessagesResponse>(service.url, `/api/v1/cases/${id}/messages`, { token: desk.token })).body
      .messages;
  const sent = async (changes: Partial<ReferralDocument> = {}): Promise<string> => {
    const [id = ''] = await openedCases(desk, school, aReferral(changes));
    return id;
  };
  const see = (id: string, message: Message | undefined, what: string, body: object) =>
    call(service.url, `/api/v1/cases/${id}/messages/${message?.id ?? ''}/${what}`, { token: desk.token, body });
  const clockOf = async (id: string, kind: string): Promise<Date | null | undefined> => {
    const text = `SELECT stopped_at AS at FROM case_clock WHERE case_id = $1 AND kind = $2 ORDER BY started_at DESC`;
    return (await service.database.query<{ at: Date | null }>('admin', text, [id, kind]))[0]?.at;
  };

  it('acknowledges a referral at the agency, with its reference, the deadline and nothing of the family', async () => {
    const id = await sent();
    await deliver();
    const [email] = mail.received;
    const [message] = await messagesOf(id);

    expect(mail.received).toHaveLength(1);
    expect(email?.to).toEqual(['safeguarding@larkbridge-primary.example.org']);
    expect(email?.email.subject).toMatch(/^We have your referral FD-\w{4}-\w{4}$/);
    expect(email?.email.text).toMatch(/decide what happens next by \w+day/);
    expect(email?.email.html).toMatch(/<a href="http:\/\/localhost:3000\/referrals\/FD-\w{4}-\w{4}">/);
    expect(email?.raw).not.toMatch(/Robin|Pat Example|Mill Lane|mornings/);
    expect(message).toMatchObject({
      kind: 'acknowledgement',
      to: 'the sender',
      channel: 'email',
      state: 'sent',
      result: 'ok',
    });
    expect(await clockOf(id, 'acknowledge')).toBeInstanceOf(Date);
    await deliver();
    expect(mail.received).toHaveLength(1);
  });

  it('writes to the professional themself only at an address of their agency', async () => {
    const referrer = { capacity: 'professional', name: 'Tess Example' } as const;
    await sent({ referrer: { ...referrer, email: 'tess@larkbridge-primary.example.org' } });
    await sent({ referrer: { ...referrer, email: 'tess.example@mail.example.net' } });
    await deliver();

    expect(mail.received.map(({ to }) => to[0]).sort()).toEqual([
      'safeguarding@larkbridge-primary.example.org',
      'tess@larkbridge-primary.example.org',
    ]);
  });

  it('tries again what the mail server puts off, under the same Message-ID, also after a worker died unheard', async () => {
    const id = await sent();
    mail.refuseWith = 451;
    await deliver();
    expect(await messagesOf(id)).toMatchObject([{ state: 'queued', result: 'smtp_451', attempts: 1 }]);
    mail.refuseWith = null;
    await deliver();
    expect(mail.received).toEqual([]);
    await later();
    await deliver();
    // What a worker leaves that sent it and died before it could say so.
    await service.database.query(
      'admin',
      `UPDATE message_delivery SET state = 'sending', finished_at = NULL, claimed_until = now() - interval '1 second'
       WHERE case_id IS NULL AND referral_id = (SELECT referral_id FROM case_record WHERE id = $1)`,
      [id],
    );
    await deliver();

    expect(await messagesOf(id)).toMatchObject([{ state: 'sent', attempts: 3 }]);
    expect(mail.received).toHaveLength(2);
    expect(new Set(mail.received.map(({ email }) => email.messageId)).size).toBe(1);
  });

  it('gives up at once what is refused for good, and a manager is told', async () => {
    const id = await sent();
    mail.refuseWith = 550;
    await deliver();
    const token = await service.staffToken('manager');
    const notices = (await call<NoticesResponse>(service.url, '/api/v1/me/notices', { token })).body;
    const [failed] = (await messagesOf(id)).filter(({ kind }) => kind === 'acknowledgement');

    expect(failed).toMatchObject({ state: 'failed', result: 'smtp_550', nextAttemptAt: null });
    expect(notices.notices[0]).toMatchObject({ kind: 'message_failed', urgent: true, caseId: id });
    expect(await clockOf(id, 'acknowledge')).toBeNull();
    mail.refuseWith = null;
    expect((await see(id, failed, 'release', { reason: 'The mailbox is open again.' })).status).toBe(204);
    await deliver();
    expect((await messagesOf(id)).find(({ id: each }) => each === failed?.id)).toMatchObject({ state: 'sent' });
  });

  it('withholds what might be read by the wrong person, until somebody releases it or tells them in another way', async () => {
    const ids = [await sent(UNSAFE), await sent(UNSAFE)] as const;
    await deliver();
    const [first, second] = await Promise.all(ids.map(async (id) => (await messagesOf(id)).at(-1)));
    const token = await service.staffToken('screener');
    const notices = (await call<NoticesResponse>(service.url, '/api/v1/me/notices', { token })).body.notices;

    expect(mail.received.filter(({ to }) => to.includes(AUNT.email))).toEqual([]);
    expect([first, second]).toMatchObject([
      { state: 'withheld', result: 'may_live_with_source' },
      { state: 'withheld' },
    ]);
    expect(
      notices
        .filter(({ kind }) => kind === 'safe_contact_needed')
        .map(({ caseId }) => caseId)
        .sort(),
    ).toEqual([...ids].sort());
    expect(await clockOf(ids[0], 'acknowledge')).toBeNull();

    expect((await see(ids[0], first, 'release', { reason: 'She has the only key to this mailbox.' })).status).toBe(204);
    expect((await see(ids[1], second, 'contact', { how: 'telephone', reason: 'Called at work.' })).status).toBe(204);
    expect((await see(ids[1], second, 'release', { reason: 'Twice.' })).status).toBe(409);
    await deliver();

    expect(mail.received.filter(({ to }) => to.includes(AUNT.email))).toHaveLength(1);
    expect(mail.received.at(-1)?.email.text).toContain('may not be able to tell you');
    expect((await messagesOf(ids[1])).at(-1)).toMatchObject({ state: 'withheld', contact: { how: 'telephone' } });
    for (const id of ids) expect(await clockOf(id, 'acknowledge')).toBeInstanceOf(Date);
  });

  it('writes to nobody who gave no name, and takes their receipt for the acknowledgement', async () => {
    const id = await sent({ referrer: { capacity: 'public', anonymous: true, email: 'nobody@example.org' } });
    await deliver();

    expect(mail.received).toEqual([]);
    expect(await messagesOf(id)).toMatchObject([{ state: 'withheld', result: 'anonymous' }]);
    expect(await clockOf(id, 'acknowledge')).toBeInstanceOf(Date);
  });

  it('names nobody in any message of a whole journey, and leads to what the sender may know', async () => {
    const engine = await service.startWorker();
    const { givenName, familyName, street, postcode, nhsNumber, email, telephone, staffText } = PLANTED;
    const text = `${givenName} ${familyName}, ${street}, ${postcode}, NHS ${nhsNumber}, ${telephone}, ${email}`;
    const id = await proposedCase(
      desk,
      school,
      aReferral({
        referrer: { capacity: 'professional', name: `${givenName} ${familyName}`, phone: telephone, email },
        children: [
          { ref: 'c1', givenName, familyName, dateOfBirth: '2015-01-01', address: { lines: [street], postcode } },
        ],
        worries: { summary: text, childsWords: text },
        strengths: text,
      }),
    );
    await desk.claim(id);
    expect(
      (
        await desk.decide(id, {
          kind: 'differ',
          outcome: 'statutory_need',
          urgency: 'amber',
          rationale: staffText,
          overrideReason: staffText,
        })
      ).status,
    ).toBe(201);
    const manager = await staffDesk(service, 'manager');
    expect((await manager.signOff(id, 'signed')).status).toBe(200);
    for (const move of ['route', 'accept', 'send_feedback'])
      expect((await manager.move(id, move, staffText)).status).toBe(200);
    const all = () => messagesOf(id);
    await eventually(all, (messages) => messages.some(({ kind, state }) => kind === 'outcome' && state === 'sent'));
    await engine.close();

    expect(mail.received.length).toBeGreaterThan(1);
    expect(
      mail.received.filter(
        ({ raw, email: parsed }) => plantedIn(`${raw} ${parsed.text ?? ''} ${parsed.subject ?? ''}`).length > 0,
      ),
    ).toEqual([]);
    expect(await clockOf(id, 'feedback')).toBeInstanceOf(Date);
    const [row] = await service.database.query<{ reference: string }>(
      'admin',
      'SELECT r.reference FROM referral r JOIN case_record c ON c.referral_id = r.id WHERE c.id = $1',
      [id],
    );
    const path = `/api/v1/referrals/${row?.reference ?? ''}/explanation`;
    const told = await call<SenderExplanationResponse>(service.url, path, { token: school });
    expect(told.body.children).toHaveLength(1);
    expect(told.body.ifWorried).toContain('01632 960100');
    expect(told.body.howToDisagree).toContain('challenge');
  }, 60_000);
});
