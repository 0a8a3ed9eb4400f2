import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asId } from '#domain';
import { ContactPoints, Messages, type NewNotice } from '#messages';
import { capturedMessages, DeliverMessages } from '#notifications';
import { Database } from '#platform';
import type { ChoicesResponse, NoticesResponse } from '../../apps/api/notifications/notifications.response.ts';
import { idleWorker, sentCase } from '../support/engine-work.ts';
import { type Answer, call } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const EMAIL = 'martin.merlin@larkshire.example.org';
const CHOICES = { email: EMAIL, language: null, digest: 'at_once', dailyAt: '08:30', quietOwn: true };
const ME = '/api/v1/me/notifications';

describe('what staff are told, and how', () => {
  let folder: string;
  let service: TestService;
  let worker: INestApplicationContext;
  let deliverer: DeliverMessages;
  let manager: string;
  let caseId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'inbox-'));
    service = await startTestService({ DEVELOPMENT_INBOX: folder });
    worker = await idleWorker(service);
    deliverer = worker.get(DeliverMessages);
    manager = await service.staffToken('manager');
    caseId = await sentCase(service);
    await deliver();
  }, 60_000);

  beforeEach(async () => {
    await service.database.query('admin', `DELETE FROM message WHERE to_kind IN ('person', 'role')`);
  });

  afterAll(async () => {
    await worker.close();
    await service.close();
  });

  async function deliver(): Promise<void> {
    await deliverer.execute();
    await deliverer.settled();
  }
  const toManagers = { kind: 'role', role: 'manager', queue: null } as const;
  const tell = async (notice: Partial<NewNotice> = {}, byWhom: string | null = null): Promise<void> => {
    const whole: NewNotice = {
      ...{ authorityId: 'larkshire', template: 'clock_due_soon', to: toManagers, referralId: null, caseId },
      ...{ subjectId: null, urgent: false, dedupeKey: randomUUID(), at: new Date() },
      ...notice,
    };
    const scope = { authorityId: 'larkshire', ...(byWhom === null ? {} : { id: byWhom }) };
    await worker.get(Database).inTransaction(scope, (tx) => worker.get(Messages).queue(tx, [whole]));
  };
  const toManager = async (): Promise<string[]> =>
    (await capturedMessages(folder)).filter(({ to }) => to === EMAIL).map(({ subject }) => subject);
  const choose = async (changes: object = {}): Promise<Answer<ChoicesResponse>> => {
    const { body } = await call<ChoicesResponse>(service.url, ME, { token: manager });
    return call<ChoicesResponse>(service.url, ME, {
      ...{ method: 'PUT', token: manager, headers: { 'if-match': `"${String(body.version)}"` } },
      body: { ...CHOICES, ...changes },
    });
  };
  const notices = async (query = '', token = manager): Promise<NoticesResponse> =>
    (await call<NoticesResponse>(service.url, `/api/v1/me/notices${query}`, { token })).body;
  const pagesOf = async (limit: number): Promise<NoticesResponse[]> => {
    const pages = [await notices(`?limit=${String(limit)}`)];
    for (let next = pages[0]?.next; typeof next === 'string'; next = pages.at(-1)?.next) {
      pages.push(await notices(`?limit=${String(limit)}&after=${next}`));
    }
    return pages;
  };
  const digestIsDue = () =>
    service.database.query('admin', `UPDATE message_delivery SET next_attempt_at = '2020-01-01' WHERE digest`);

  it('keeps an address sealed and shows no more of it than tells it from another', async () => {
    const chosen = await choose({ mobile: '07700 900123' });
    const stored = await service.database.query<{ text: string }>(
      'admin',
      'SELECT c::text AS text FROM contact_point c',
    );

    expect(chosen.status).toBe(200);
    expect(chosen.body).toMatchObject({
      email: 'm…@larkshire.example.org',
      emailFrom: 'self',
      mobile: '…123',
      version: 1,
    });
    expect(JSON.stringify(stored)).not.toMatch(/martin\.merlin|900123|larkshire\.example/);
    const stale = { method: 'PUT', token: manager, headers: { 'if-match': '"7"' }, body: CHOICES };
    expect((await call(service.url, ME, stale)).status).toBe(412);
    expect((await choose({ email: 'nobody' })).status).toBe(422);
    expect((await choose({ mobile: null })).body).toMatchObject({ mobile: null, version: 2 });
  });

  it('tells a role’s people at once, and in the service whoever has no address', async () => {
    const before = (await toManager()).length;
    await tell();
    await deliver();

    expect((await toManager()).length).toBe(before + 1);
    const { lines } = (await capturedMessages(folder))[0] ?? { lines: [] };
    expect(lines.join()).toContain(`http://localhost:3000/cases/${caseId} `);
    const other = await service.staffToken('manager-2');
    expect((await notices('', other)).notices).toMatchObject([{ kind: 'clock_due_soon', caseId, readAt: null }]);
    expect((await notices('', await service.staffToken('screener'))).notices).toEqual([]);
  });

  it('gathers what is not urgent into one digest, and what is urgent waits for none', async () => {
    await choose({ digest: 'daily' });
    const before = (await toManager()).length;
    for (const template of ['clock_due_soon', 'case_raised', 'enquiry_replied'] as const) await tell({ template });
    await tell({ template: 'clock_breached', urgent: true });
    await deliver();
    expect(await toManager()).toHaveLength(before + 1);
    expect((await toManager())[0]).toMatch(/is overdue$/);
    await digestIsDue();
    await deliver();
    await deliver();
    const states = await service.database.query<{ state: string }>(
      'admin',
      'SELECT state FROM message_delivery WHERE digest ORDER BY created_at, id',
    );

    expect(await toManager()).toHaveLength(before + 2);
    expect((await toManager())[0]).toBe('Messages for you from Larkshire Front Door');
    expect(states.map(({ state }) => state).sort()).toEqual(['delivered', 'digested', 'digested']);
    await choose();
  });

  it('spares people what they did themselves, unless it is urgent', async () => {
    const before = (await toManager()).length;
    await tell({}, 'manager');
    await deliver();
    expect(await toManager()).toHaveLength(before);
    expect((await notices()).notices).toEqual([]);
    await tell({ urgent: true }, 'manager');
    await deliver();

    expect(await toManager()).toHaveLength(before + 1);
  });

  it('tells of a closed record only those to whom it is open', async () => {
    const before = await capturedMessages(folder);
    await service.database.query('admin', 'UPDATE case_record SET restricted = true WHERE id = $1', [caseId]);
    await tell({ urgent: true });
    await deliver();
    expect(await capturedMessages(folder)).toHaveLength(before.length);
    expect((await notices()).notices).toEqual([]);
    await service.database.query(
      'admin',
      `INSERT INTO case_access (case_id, authority_id, person_id, granted_at, granted_by)
       VALUES ($1, 'larkshire', 'manager', now(), 'test')`,
      [caseId],
    );
    await tell({ urgent: true });
    await deliver();

    expect((await toManager()).length + before.length).toBeGreaterThan(before.length);
    expect(await capturedMessages(folder)).toHaveLength(before.length + 1);
    expect((await notices()).notices).toHaveLength(2);
    await service.database.query('admin', 'UPDATE case_record SET restricted = false WHERE id = $1', [caseId]);
  });

  it('lists unread notices first, page by page, and lets nobody read another’s', async () => {
    for (let at = 0; at < 5; at += 1) await tell({ at: new Date(Date.UTC(2026, 0, 1 + at)) });
    const all = (await notices()).notices;
    const newest = all[0]?.id ?? '';
    expect(
      (await call(service.url, `/api/v1/me/notices/${newest}/read`, { method: 'POST', token: manager })).status,
    ).toBe(204);
    const stranger = await service.staffToken('screener');
    expect(
      (await call(service.url, `/api/v1/me/notices/${newest}/read`, { method: 'POST', token: stranger })).status,
    ).toBe(404);
    const pages = await pagesOf(2);
    const order = pages.flatMap((page) => page.notices.map(({ id }) => id));

    expect(pages[0]?.unread).toBe(4);
    expect(pages).toHaveLength(3);
    expect(order).toEqual([...all.slice(1).map(({ id }) => id), newest]);
    expect((await notices('?language=cy')).notices[0]?.title).toContain('Mae dyddiad cau');
    expect((await call(service.url, '/api/v1/me/notices?after=nowhere', { token: manager })).status).toBe(422);
  });

  it('takes the address that the issuer tells at sign-in, until the person sets their own', async () => {
    const known = {
      kind: 'person',
      name: 'X',
      agencyId: null,
      teams: [],
      homePostcode: null,
      registration: null,
    } as const;
    const auditor = { ...known, id: 'auditor', roles: ['auditor'], authorityId: asId<never>('larkshire') } as const;
    const signIn = (actor: typeof auditor | (typeof auditor & { id: 'manager' }), email: string | null) =>
      service.api
        .get(Database)
        .inTransaction(actor, (tx) => service.api.get(ContactPoints).noteSignIn(tx, actor, email));
    await signIn(auditor, 'avis.auk@larkshire.example.org');
    await tell({ to: { kind: 'role', role: 'auditor', queue: null } });
    await signIn({ ...auditor, id: 'manager' } as never, 'another@larkshire.example.org');
    await tell({ to: { kind: 'person', personId: 'manager' } });
    await deliver();
    const newest = (await capturedMessages(folder)).slice(0, 2).map(({ to }) => to);

    expect(newest.sort()).toEqual(['avis.auk@larkshire.example.org', EMAIL]);
  });

  it('pages the emergency duty team by text message, and by e-mail where there is no other way', async () => {
    await tell({ template: 'emergency_duty_page', to: { kind: 'emergency_duty_team' }, urgent: true });
    await deliver();

    expect((await capturedMessages(folder))[0]).toMatchObject({ kind: 'sms', to: '07700900199' });
  });
});
