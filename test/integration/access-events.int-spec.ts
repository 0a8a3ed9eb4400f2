import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorklistResponse } from '../../apps/api/cases/case.response.ts';
import type { AccessEventsResponse } from '../../apps/api/case-access/case-access.response.ts';
import { Desk, proposedCase } from '../support/api-case-desk.ts';
import { aReferral } from '../support/referral-builder.ts';
import { AGENCY, Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface Recorded {
  readonly action: string;
  readonly actor_id: string;
  readonly details: Readonly<Record<string, unknown>>;
}

describe('who looked at a record', () => {
  let service: TestService;
  let staff: Staff;
  let reference: string;
  let id: string;

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
    await service.startWorker();
    const desk = new Desk(service, await service.staffToken('manager-2'));
    id = await proposedCase(desk, await service.agencyToken(AGENCY), aReferral());
    reference = (await desk.read(id)).body.reference.replace(/-1$/, '');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** Without messages: people are told of the case by the worker, whenever that may be. */
  async function recordedDuring(work: () => Promise<unknown>): Promise<Recorded[]> {
    const [before] = await service.database.query<{ last: string }>(
      'admin',
      'SELECT max(sequence) AS last FROM audit_event',
    );
    await work();
    return service.database.query<Recorded>(
      'admin',
      `SELECT action, actor_id, details FROM audit_event
       WHERE sequence > $1 AND action NOT LIKE 'message.%' ORDER BY sequence`,
      [before?.last ?? '0'],
    );
  }

  const headers = { 'access-purpose': 'triage' };

  it.each<readonly [string, string, string, string, string]>([
    ['a case', 'manager', '/api/v1/cases/:id', 'case.viewed', 'own_team'],
    ['a case outside the teams', 'auditor', '/api/v1/cases/:id', 'case.viewed', 'own_authority'],
    ['an explanation', 'manager', '/api/v1/cases/:id/explanation', 'case.explained', 'own_team'],
    ['a trail', 'auditor', '/api/v1/cases/:id/audit', 'case.trail_viewed', 'own_authority'],
    ['a referral', 'auditor', '/api/v1/referrals/:reference', 'referral.viewed', 'own_authority'],
    ['a referral by its sender', AGENCY, '/api/v1/referrals/:reference', 'referral.viewed', 'own_agency'],
    ['the reasons by the sender', AGENCY, '/api/v1/referrals/:reference/explanation', 'referral.viewed', 'own_agency'],
    ['referrals', AGENCY, '/api/v1/referrals', 'referrals.listed', 'own_agency'],
    ['the worklist', 'screener', '/api/v1/cases', 'worklist.viewed', 'own_authority'],
  ])('%s: one event with who, why and what for', async (_what, who, path, action, relation) => {
    const address = path.replace(':id', id).replace(':reference', reference);
    const events = await recordedDuring(() => staff.as(who, address, { headers }));

    expect(events).toEqual([
      { action, actor_id: who, details: expect.objectContaining({ relation, purpose: 'triage' }) as object },
    ]);
  });

  it('a print, as the page asks for it', async () => {
    const events = await recordedDuring(() => staff.as('screener', `/api/v1/cases/${id}/prints`, { method: 'POST' }));

    expect(events).toMatchObject([{ action: 'case.printed', details: { purpose: null } }]);
  });

  it('a search tells itself from a list, and both name the cases they showed', async () => {
    const [search] = await recordedDuring(() => staff.as('screener', `/api/v1/cases?reference=${reference}`));
    const [list] = await recordedDuring(() => staff.as('screener', '/api/v1/cases'));

    expect(search?.details).toMatchObject({ search: true, caseIds: [id] });
    expect(list?.details).toMatchObject({ search: false, caseIds: [id] });
  });

  it.each([
    ['by somebody who may not', 'screener', '/api/v1/cases/:id/audit', 403],
    ['of a case that is hidden', 'practitioner', '/api/v1/cases/:id', 404],
    ['of a referral of another agency', 'larkshire-police', '/api/v1/referrals/:reference', 404],
    ['of a referral that is not there', 'manager', '/api/v1/referrals/FD-2222-2222', 404],
    ['for a purpose that is none', 'manager', '/api/v1/cases/:id', 422],
  ])('a look that failed leaves no event: %s', async (what, who, path, status) => {
    const address = path.replace(':id', id).replace(':reference', reference);
    const purpose = what.endsWith('none') ? { headers: { 'access-purpose': 'curiosity' } } : {};
    let found = 0;
    const events = await recordedDuring(async () => {
      found = await staff.statusFor(who, address, purpose);
    });

    expect([found, events]).toEqual([status, []]);
  });

  it('a look is undone with its event, where the event cannot be written', async () => {
    await service.database.query('admin', 'REVOKE INSERT ON audit_event FROM front_door_api');
    const refused = await staff.as('manager', `/api/v1/cases/${id}`);
    await service.database.query('admin', 'GRANT INSERT ON audit_event TO front_door_api');

    expect(refused.status).toBe(500);
    expect(refused.text).not.toContain('Robin');
  });

  it('is shown to managers, auditors and the holder, newest first, and to nobody else', async () => {
    const address = `/api/v1/cases/${id}/access-events`;
    await staff.as('social-worker-2', `/api/v1/cases/${id}`);
    const { body } = await staff.as<AccessEventsResponse>('auditor', address);

    expect(body.events[0]).toMatchObject({
      action: 'case.viewed',
      person: { id: 'social-worker-2', name: 'Robin Redpoll', roles: ['social_worker'] },
      relation: 'own_team',
      caseId: id,
    });
    expect(body.events.map(({ at }) => at)).toEqual(
      body.events
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(body.events.map(({ action }) => action)).not.toContain('worklist.viewed');
    expect(await staff.statusFor('social-worker-2', address)).toBe(403);
    const { version } = (await staff.as<{ version: number }>('social-worker-2', `/api/v1/cases/${id}`)).body;
    const claim = { method: 'POST', headers: { 'if-match': `"${String(version)}"` } };
    expect(await staff.statusFor('social-worker-2', `/api/v1/cases/${id}/claim`, claim)).toBe(200);
    expect(await staff.statusFor('social-worker-2', address)).toBe(200);
    expect((await staff.as<AccessEventsResponse>('social-worker-2', address)).body.events[0]?.relation).toBe(
      'own_team',
    );
    await staff.as('social-worker-2', `/api/v1/cases/${id}`);
    expect((await staff.as<AccessEventsResponse>('social-worker-2', address)).body.events[0]?.relation).toBe(
      'allocated',
    );
  });

  it('holds the lists that showed the case, on request', async () => {
    await staff.as<WorklistResponse>('screener', '/api/v1/cases');
    const { body } = await staff.as<AccessEventsResponse>('auditor', `/api/v1/cases/${id}/access-events?lists=true`);

    expect(body.events[0]).toMatchObject({ action: 'worklist.viewed', person: { id: 'screener' }, shown: 1 });
  });

  it('pages by key, over what everybody looked at and over what one did oneself', async () => {
    for (let times = 0; times < 3; times += 1) await staff.as('manager', `/api/v1/cases/${id}`);
    for (const address of [`/api/v1/cases/${id}/access-events`, '/api/v1/me/access-events']) {
      const all = (await staff.as<AccessEventsResponse>('manager', `${address}?limit=100`)).body.events;
      const walked: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const after = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
        const page: AccessEventsResponse = (
          await staff.as<AccessEventsResponse>('manager', `${address}?limit=2${after}`)
        ).body;
        walked.push(...page.events.map((event) => event.id));
        next = page.next;
      }
      expect(all.length).toBeGreaterThan(2);
      expect(walked).toEqual(all.map((event) => event.id));
    }
    expect(await staff.statusFor('manager', '/api/v1/me/access-events?after=nonsense')).toBe(422);
  });

  it('is one’s own in one’s own list', async () => {
    const { body } = await staff.as<AccessEventsResponse>('social-worker-2', '/api/v1/me/access-events');

    expect(new Set(body.events.map(({ person }) => person.id))).toEqual(new Set(['social-worker-2']));
    expect((await staff.as<AccessEventsResponse>('administrator', '/api/v1/me/access-events')).body.events).toEqual([]);
  });

  it('is no part of what happened to the case, nor of its chain', async () => {
    const { body } = await staff.as<{ events: { action: string }[] }>('manager', `/api/v1/cases/${id}/audit`);
    const chained = await service.database.query(
      'admin',
      `SELECT 1 FROM audit_event WHERE action IN ('case.viewed', 'worklist.viewed') AND chain_id IS NOT NULL`,
    );

    const steps = body.events.map(({ action }) => action).filter((action) => !action.startsWith('message.'));
    expect(steps).toEqual(['referral.received', 'case.opened', 'case.proposed', 'case.claimed']);
    expect(chained).toEqual([]);
  });
});
