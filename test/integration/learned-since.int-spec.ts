import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  HistoryResponse,
  InformationEntryResponse,
  InformationPassedResponse,
  InformationResponse,
  MissedOpportunitiesResponse,
} from '../../apps/api/history/history.response.ts';
import { type Desk, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { type Answer, call, eventually } from '../support/http.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const LEARNED = { source: 'visit', learnedOn: '2026-01-05' } as const;

describe('what is learned after a referral came in', () => {
  let service: TestService;
  let school: string;
  let worker: Desk;
  let manager: Desk;
  let practitioner: Desk;
  let families = 0;

  beforeAll(async () => {
    service = await startTestService({ RETRIAGE_DEBOUNCE_MS: '400', SWEEP_INTERVAL_MS: '100' });
    await service.startWorker();
    school = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    manager = await staffDesk(service, 'manager');
    practitioner = await staffDesk(service, 'practitioner');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** A family of its own, so that no test counts another's contacts. */
  function aFamily() {
    families += 1;
    const address = { lines: [`${families} Osier Lane`], postcode: 'LK1 2AB' };
    const dateOfBirth = `201${families}-0${families}-1${families}`;
    const child = { ref: 'c1', givenName: `Wynn${'ab'.repeat(families)}`, familyName: `Oriel${'cd'.repeat(families)}` };
    return {
      children: [{ ...child, dateOfBirth, address, mobility: 'mobile', seenBySender: 'yes' } as const],
      household: { people: [] },
    };
  }

  function ask<Body>(desk: Desk, id: string, path: string, body?: object): Promise<Answer<Body & { code?: string }>> {
    const options = { token: desk.token, ...(body === undefined ? {} : { body }) };
    return call(service.url, `/api/v1/cases/${id}/${path}`, options);
  }

  const learn = (id: string, body: object) =>
    ask<InformationEntryResponse>(worker, id, 'information', { ...LEARNED, ...body });
  const runsOf = (id: string) =>
    service.database.query('admin', 'SELECT facts FROM triage_run WHERE case_id = $1', [id]);
  const messagesOf = (id: string, template: string) =>
    service.database.query<{ to_kind: string; to_id: string }>(
      'admin',
      'SELECT to_kind, to_id FROM message WHERE case_id = $1 AND template = $2 ORDER BY to_kind',
      [id, template],
    );

  it('raises the case once for a burst of news, tells its holder and the managers, and says why in the trail', async () => {
    const id = await proposedCase(worker, school, aReferral(aFamily()));
    await worker.claim(id);
    const before = (await worker.read(id)).body;
    expect(before.proposed).toMatchObject({ level: 'early_help' });

    for (const facts of [
      { 'history.earlyHelpDeclined': false },
      { 'missing.episodesIn90Days': 1 },
      { 'indicator.B17': true },
    ]) {
      expect((await learn(id, { facts, note: 'Nan Oriel says so.' })).status).toBe(201);
    }
    const { body } = await eventually(
      () => worker.read(id),
      ({ body: now }) => now.urgency === 'red',
    );

    expect(body).toMatchObject({ proposed: { level: 'statutory_protection', urgency: 'red' }, state: 'screening' });
    expect(await runsOf(id)).toHaveLength(2);
    expect(await messagesOf(id, 'case_raised')).toEqual([
      { to_kind: 'person', to_id: 'social-worker' },
      { to_kind: 'role', to_id: 'manager' },
    ]);
    const [raised] = await service.database.query<{ details: object }>(
      'admin',
      `SELECT details FROM audit_event WHERE case_id = $1 AND action = 'case.raised'`,
      [id],
    );
    expect(raised?.details).toMatchObject({ levelBefore: 'early_help', levelAfter: 'statutory_protection' });
    expect(raised?.details).toMatchObject({ urgencyAfter: 'red', facts: expect.arrayContaining(['indicator.B17']) });

    const stored = await service.database.query('admin', 'SELECT * FROM case_information WHERE case_id = $1', [id]);
    expect(JSON.stringify(stored)).not.toContain('Nan Oriel');
  });

  it('never lowers: what is withdrawn, or answered the other way, leaves the case where it stands', async () => {
    const id = await proposedCase(worker, school, aReferral(aFamily()));
    const added = await learn(id, { facts: { 'indicator.B17': true } });
    await eventually(
      () => worker.read(id),
      ({ body }) => body.urgency === 'red',
    );

    expect((await learn(id, { facts: { 'indicator.B17': false } })).status).toBe(201);
    const withdrawn = await ask(worker, id, `information/${added.body.id}/withdrawal`, { reason: 'Another child.' });
    expect(withdrawn.status).toBe(204);
    await eventually(
      () => runsOf(id),
      (runs) => runs.length === 3,
    );

    expect((await worker.read(id)).body).toMatchObject({
      urgency: 'red',
      proposed: { level: 'statutory_protection', urgency: 'red' },
    });
    const again = await ask(worker, id, `information/${added.body.id}/withdrawal`, { reason: 'Twice.' });
    expect(again.body.code).toBe('action_not_available');
    const { body } = await ask<InformationResponse>(worker, id, 'information');
    expect(body.information.map(({ withdrawn: taken }) => taken?.reason ?? null)).toEqual(['Another child.', null]);
  });

  it('takes only what somebody can report, with a value that it can have', async () => {
    const id = await proposedCase(worker, school, aReferral(aFamily()));
    const wrong = [{ 'history.contactsIn365Days': 0 }, { 'indicator.B17': 'yes' }, { 'child.name': 'x' }, {}];
    for (const facts of wrong) expect((await learn(id, { facts })).body.code).toBe('validation_failed');
    expect((await learn(id, { facts: { 'indicator.B17': true }, learnedOn: '2999-01-01' })).status).toBe(422);
    expect((await ask(practitioner, id, 'information', { ...LEARNED, note: 'x' })).status).toBe(403);
  });

  it('holds up a signature under a decision that is lower than what the rules propose by now', async () => {
    const id = await proposedCase(worker, school, aReferral(aFamily()));
    expect((await worker.differ(id, 'universal', 'green')).body.signOffReasons).toEqual(['lower_than_proposed']);
    await learn(id, { facts: { 'indicator.B17': true } });
    await eventually(
      () => manager.read(id),
      ({ body }) => body.urgency === 'red',
    );

    expect((await manager.signOff(id, 'signed')).body.code).toBe('raised_since_decided');
    expect((await manager.signOff(id, 'returned', 'Look again.')).status).toBe(200);
  });

  it('passes a new contact on to the team that works with the child, until somebody there has read it', async () => {
    const family = aFamily();
    const open = await proposedCase(worker, school, aReferral(family));
    await worker.confirm(open);
    await worker.move(open, 'route');
    expect((await practitioner.move(open, 'accept')).status).toBe(200);

    const fresh = await proposedCase(worker, school, aReferral({ ...family, worries: { summary: 'Hungry again.' } }));
    expect((await manager.read(fresh)).body.proposal?.routes.map(({ code }) => code)).toContain('allocated_worker');
    expect(await messagesOf(fresh, 'information_for_worker')).toEqual([{ to_kind: 'role', to_id: 'practitioner' }]);

    const list = await ask<InformationPassedResponse>(practitioner, open, 'information-passed');
    const [passed] = list.body.passed;
    expect(passed).toMatchObject({ worries: 'Hungry again.', present: ['B03'], read: null });
    expect(passed?.dueAt).not.toBeNull();
    const running = () =>
      service.database.query<{ stopped_at: Date | null }>(
        'admin',
        `SELECT stopped_at FROM case_clock WHERE case_id = $1 AND kind = 'information_to_worker'`,
        [fresh],
      );
    expect(await running()).toEqual([{ stopped_at: null }]);

    const read = `information-passed/${passed?.id ?? ''}/read`;
    expect((await ask(worker, open, read, {})).status).toBe(403);
    expect((await ask(practitioner, open, read, {})).status).toBe(204);
    expect(await running()).not.toEqual([{ stopped_at: null }]);
    const after = await ask<InformationPassedResponse>(practitioner, open, 'information-passed');
    expect(after.body.passed[0]?.read?.by).toBe('Dot Dunlin');
  });

  it('shows a statutory decision what came to nothing before, with why, and keeps it with the decision', async () => {
    const family = aFamily();
    const earlier = await proposedCase(worker, school, aReferral(family));
    await worker.differ(earlier, 'no_further_action', 'green');
    expect((await manager.signOff(earlier, 'signed')).status).toBe(200);

    const id = await proposedCase(worker, school, aRedReferral(family));
    const history = await ask<HistoryResponse>(worker, id, 'history');
    expect(history.body.counts).toMatchObject({ contactsIn365Days: 2, agenciesIn365Days: 1 });
    expect(history.body.cases).toMatchObject([
      { id: earlier, decision: { pathway: 'no_further_action', rationale: 'Not so.' } },
    ]);

    const decided = await worker.confirm(id);
    const missed = await ask<MissedOpportunitiesResponse>(worker, id, 'missed-opportunities');
    expect(missed.body.missed).toMatchObject([
      {
        ...{ caseId: earlier, decisionId: decided.body.id, relatedBy: 'child', outcome: 'no_further_action' },
        ...{ proposedLevel: 'early_help', decidedLevel: null, rationale: 'Not so.' },
        knownThen: expect.arrayContaining([expect.any(String)]),
      },
    ]);
    const trail = await service.database.query<{ action: string; case_id: string; details: object }>(
      'admin',
      `SELECT action, case_id, details FROM audit_event WHERE case_id = ANY ($1)
         AND action IN ('case.decided', 'case.history_viewed') ORDER BY sequence`,
      [[earlier, id]],
    );
    expect(trail.at(-1)?.details).toMatchObject({ missedOpportunities: 1, missedCaseIds: [earlier] });
    expect(
      trail
        .filter(({ action }) => action === 'case.history_viewed')
        .map((event) => event.case_id)
        .sort(),
    ).toEqual([earlier, id].sort());
    expect((await ask(practitioner, id, 'history')).status).toBe(404);
  });
});
