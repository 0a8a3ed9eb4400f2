import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetailResponse } from '../../apps/api/cases/case.response.ts';
import type {
  ChallengePageResponse,
  ChallengeResponse,
  ChallengesResponse,
  ChallengeTimelineResponse,
} from '../../apps/api/challenges/challenges.response.ts';
import { OpenApiClient } from '../support/api-openapi-client.ts';
import { AGENCY, aStranger, Staff } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const POLICE = 'larkshire-police';
const GROUNDS = { grounds: 'threshold_too_low', text: 'He came in hungry again today.' };
const REVIEW = { askedBy: 'parent', askedHow: 'telephone', grounds: 'disagrees', text: 'She says it is not so.' };

/** Decided by the social worker and signed by one manager, so that the other one may look into it. */
describe('challenges to a decision', () => {
  let service: TestService;
  let staff: Staff;

  beforeAll(async () => {
    service = await startTestService();
    staff = new Staff(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function read(id: string): Promise<CaseDetailResponse> {
    return (await staff.as<CaseDetailResponse>('auditor', `/api/v1/cases/${id}`)).body;
  }

  async function change(who: string, id: string, step: string, body?: object): Promise<void> {
    const headers = { 'if-match': `"${String((await read(id)).version)}"` };
    const sent = body === undefined ? { method: 'POST' } : { body };
    const { status, text } = await staff.as(who, `/api/v1/cases/${id}/${step}`, { ...sent, headers });
    if (status >= 300) throw new Error(text);
  }

  async function decided(): Promise<{ id: string; reference: string; caseReference: string }> {
    const { reference, caseIds } = await staff.refer(aStranger());
    const id = caseIds[0] ?? '';
    await change('social-worker', id, 'claim');
    const outcome = { outcome: 'statutory_need', urgency: 'green', overrideReason: 'Seen.' };
    await change('social-worker', id, 'decision', { kind: 'differ', rationale: 'Enough.', ...outcome });
    await change('manager', id, 'sign-off', { outcome: 'signed' });
    return { id, reference, caseReference: (await read(id)).reference };
  }

  function open(who: string, reference: string, more: object = {}) {
    return staff.as<ChallengeResponse & { code?: string }>(who, `/api/v1/referrals/${reference}/challenges`, {
      body: { ...GROUNDS, ...more },
    });
  }

  function step(who: string, id: string, name: string, more: object = {}) {
    return staff.as<ChallengeResponse & { code?: string }>(who, `/api/v1/challenges/${id}/${name}`, {
      body: { text: `Words of ${who}.`, ...more },
    });
  }

  function timeline(who: string, id: string) {
    return staff.as<ChallengeTimelineResponse>(who, `/api/v1/challenges/${id}`);
  }

  async function clocksOf(id: string) {
    return service.database.query<{ kind: string; stage: number | null; stopped: boolean }>(
      'admin',
      `SELECT kind, stage, stopped_at IS NOT NULL AS stopped FROM case_clock WHERE subject_id = $1 ORDER BY started_at, stage`,
      [id],
    );
  }

  async function toldAbout(id: string): Promise<string[]> {
    const rows = await service.database.query<{ told: string }>(
      'admin',
      `SELECT template || ' ' || to_id AS told FROM message WHERE subject_id = $1 AND template !~ '^clock'
       ORDER BY created_at, template, to_id`,
      [id],
    );
    return rows.map(({ told }) => told);
  }

  it('need a decision, and the agency that referred', async () => {
    const { reference } = await staff.refer(aStranger());
    expect((await open(AGENCY, reference)).body.code).toBe('action_not_available');
    const { reference: other } = await decided();
    expect((await open(POLICE, other)).status).toBe(404);
    expect((await open('auditor', other)).status).toBe(403);
  });

  it('go from stage to stage, each on its clock, and both sides read the same', async () => {
    const { id: caseId, reference } = await decided();
    const { status, body: made } = await open(AGENCY, reference);
    expect(status).toBe(201);
    expect(made).toMatchObject({ stage: 1, stageName: 'practitioners', state: 'open', agencyId: AGENCY });
    expect(made.dueAt).not.toBeNull();
    expect((await open(AGENCY, reference)).status).toBe(409);

    expect((await step('social-worker', made.id, 'responses')).status).toBe(201);
    expect((await step(AGENCY, made.id, 'escalation')).body).toMatchObject({ stage: 2, stageName: 'managers' });
    expect((await step('social-worker', made.id, 'responses')).status).toBe(403);
    expect((await step('manager', made.id, 'responses')).status).toBe(201);
    expect((await step(AGENCY, made.id, 'escalation', { toStage: 4 })).status).toBe(422);
    expect((await step(AGENCY, made.id, 'acceptance')).body.state).toBe('accepted');
    expect((await step(AGENCY, made.id, 'escalation')).status).toBe(409);

    const [ours, theirs] = [await timeline('manager', made.id), await timeline(AGENCY, made.id)];
    expect(theirs.body).toEqual(ours.body);
    expect(ours.body.timeline.map(({ kind, stage, side }) => [kind, stage, side])).toEqual([
      ['opened', 1, 'agency'],
      ['response', 1, 'front_door'],
      ['escalated', 2, 'agency'],
      ['response', 2, 'front_door'],
      ['accepted', 2, 'agency'],
    ]);
    expect(ours.body.timeline[0]).toMatchObject({ text: GROUNDS.text, by: { role: 'referrer' } });
    expect(await clocksOf(made.id)).toEqual([
      { kind: 'challenge_stage', stage: 1, stopped: true },
      { kind: 'challenge_stage', stage: 2, stopped: true },
    ]);
    expect((await read(caseId)).state).toBe('signed');
    expect((await timeline(POLICE, made.id)).status).toBe(404);
  });

  it('jump stages at immediate risk, with the risk on record', async () => {
    const { reference } = await decided();
    expect((await open(AGENCY, reference, { toStage: 3 })).status).toBe(422);
    const { body: made } = await open(AGENCY, reference, { immediateRisk: true, toStage: 3 });
    expect(made.stage).toBe(3);
    const moved = await step(AGENCY, made.id, 'escalation', { immediateRisk: true });
    expect(moved.body.stage).toBe(4);
    expect((await step(AGENCY, made.id, 'escalation')).status).toBe(409);
    const { body } = await timeline('manager', made.id);
    expect(body.timeline.map(({ immediateRisk }) => immediateRisk)).toEqual([true, true]);
    expect((await step(AGENCY, made.id, 'withdrawal')).body.state).toBe('withdrawn');
  });

  it('are decided by somebody who neither made nor signed the decision; upheld, the case comes back', async () => {
    const { id: caseId, reference } = await decided();
    const { body: made } = await open('screener', reference);
    const upheld = { outcome: 'upheld', text: 'The school was right.' };

    expect((await step('social-worker', made.id, 'decision', upheld)).status).toBe(403);
    const signer = await step('manager', made.id, 'decision', upheld);
    expect([signer.status, signer.body.code]).toEqual([403, 'second_person_needed']);
    expect((await step('manager-2', made.id, 'decision', upheld)).body).toMatchObject({ outcome: 'upheld' });
    expect((await step('manager-2', made.id, 'decision', upheld)).status).toBe(409);
    expect(await read(caseId)).toMatchObject({ state: 'reopened', claimedBy: null });
    expect((await read(caseId)).nextDueAt).not.toBeNull();
    expect(await toldAbout(made.id)).toEqual([
      `challenge_opened ${AGENCY}`,
      'challenge_opened manager',
      `challenge_decided ${AGENCY}`,
      'challenge_decided social-worker',
    ]);
    const stored = await service.database.query<{ written: string }>(
      'admin',
      'SELECT written FROM challenge_entry WHERE challenge_id = $1',
      [made.id],
    );
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toMatch(/hungry|school was right/);
  });

  it('not upheld leave the decision as it is; upheld in part, as the decider says', async () => {
    const [first, second, third] = [await decided(), await decided(), await decided()];
    const close = async (reference: string, decision: object): Promise<void> => {
      const { body } = await open(AGENCY, reference);
      expect((await step('manager-2', body.id, 'decision', decision)).status).toBe(200);
    };
    await close(first.reference, { outcome: 'not_upheld' });
    await close(second.reference, { outcome: 'partly_upheld' });
    await close(third.reference, { outcome: 'partly_upheld', reopen: true });

    expect((await read(first.id)).state).toBe('signed');
    expect((await read(second.id)).state).toBe('signed');
    expect((await read(third.id)).state).toBe('reopened');
  });

  it('of a family are reviewed by another manager, and are nothing that the agency learns of', async () => {
    const { id, reference } = await decided();
    const asked = await staff.as<ChallengeResponse>('screener', `/api/v1/cases/${id}/family-reviews`, {
      body: { ...REVIEW, complaint: true },
    });
    const address = `/api/v1/family-reviews/${asked.body.id}`;
    const decide = (who: string) =>
      staff.as<ChallengeResponse & { code?: string }>(who, `${address}/decision`, {
        body: { outcome: 'decision_changed', text: 'It was not so.' },
      });

    expect(asked.body).toMatchObject({ kind: 'family_review', agencyId: null, stageName: null, askedBy: 'parent' });
    expect(asked.body.complaint?.acknowledgedAt).toBeNull();
    expect(await clocksOf(asked.body.id)).toMatchObject([{ kind: 'family_review', stopped: false }]);
    expect((await step('manager-2', asked.body.id, 'decision', { outcome: 'upheld' })).status).toBe(404);
    const theirs = await staff.as<ChallengesResponse>(AGENCY, `/api/v1/referrals/${reference}/challenges`);
    expect(theirs.body.challenges).toEqual([]);
    expect((await timeline(AGENCY, asked.body.id)).status).toBe(404);

    const acknowledge = () => staff.statusFor('screener', `${address}/acknowledgement`, { method: 'POST' });
    expect([await acknowledge(), await acknowledge()]).toEqual([200, 409]);
    expect((await decide('manager')).body.code).toBe('second_person_needed');
    expect((await decide('manager-2')).body.outcome).toBe('decision_changed');
    expect((await read(id)).state).toBe('reopened');
    expect(await clocksOf(asked.body.id)).toMatchObject([{ stopped: true }]);
    expect((await timeline('manager', asked.body.id)).body.timeline.map(({ kind }) => kind)).toEqual([
      'opened',
      'acknowledged',
      'decided',
    ]);
  });

  it('are listed for managers by state, stage and what is overdue, and for an agency its own', async () => {
    const { reference, caseReference } = await decided();
    const { body: made } = await open(AGENCY, reference);
    const list = async (who: string, query: string): Promise<string[]> => {
      const { body } = await staff.as<ChallengePageResponse>(who, `/api/v1/challenges?limit=100&${query}`);
      return body.challenges.map((one) => one.id);
    };

    expect(await list('manager', 'state=open&stage=1')).toContain(made.id);
    expect(await list('manager', 'state=open&stage=2')).not.toContain(made.id);
    expect(await list('manager', 'overdue=true')).not.toContain(made.id);
    const past = `UPDATE case_clock SET started_at = now() - interval '3 days', due_at = now() - interval '1 day' WHERE subject_id = $1`;
    await service.database.query('admin', past, [made.id]);
    expect(await list('manager', 'overdue=true')).toEqual([made.id]);
    expect(await list(AGENCY, 'kind=professional')).toContain(made.id);
    expect(await list(AGENCY, 'kind=family_review')).toEqual([]);
    expect(await list(POLICE, '')).toEqual([]);
    const pages = await staff.as<ChallengePageResponse>('manager', '/api/v1/challenges?limit=1');
    expect(pages.body.challenges[0]).toMatchObject({ id: made.id, caseReference });
    expect(await list('manager', `after=${pages.body.next ?? ''}`)).not.toContain(made.id);
  });

  it('and enquiries answer as the OpenAPI document says', async () => {
    const client = await OpenApiClient.of(service.url);
    const tokens = {
      agency: await service.agencyToken(AGENCY),
      police: await service.agencyToken(POLICE),
      worker: await service.staffToken('social-worker'),
      manager: await service.staffToken('manager-2'),
    };
    const told = async (who: keyof typeof tokens, name: string, given: object, body?: object): Promise<string> => {
      const asked = { token: tokens[who], with: { ...given }, ...(body === undefined ? {} : { body }) };
      const answer = await client.request<{ id?: string; enquiries?: { id: string }[] }>(name, asked);
      expect({ name, status: answer.status < 300, breaches: answer.breaches }).toEqual({
        name,
        status: true,
        breaches: [],
      });
      return answer.body.id ?? answer.body.enquiries?.[0]?.id ?? '';
    };
    const { caseIds } = await staff.refer(aStranger());
    const ofCase = { id: caseIds[0] ?? '' };
    const [basis, enquiries] = ['api/v1/cases/{id}/enquiry-basis', 'api/v1/cases/{id}/enquiries'];
    await told('worker', `post /${basis}/agreements`, ofCase, { given: 'yes', saidBy: ['child'], how: 'in_person' });
    const statement = { reason: 'greater_risk', basis: 'public_task', statement: 'Test.' };
    await told('worker', `post /${basis}/overrides`, ofCase, statement);
    await told('worker', `get /${basis}`, ofCase);
    const enquiry = await told('worker', `post /${enquiries}`, ofCase, { agencies: [POLICE], asked: 'Known to you?' });
    await told('police', 'get /api/v1/enquiries', {});
    await told('police', 'get /api/v1/enquiries/{enquiry}', { enquiry });
    const reply = { kind: 'known', whatWeKnow: 'Yes.', indicators: [{ id: 'B03', answer: 'absent' }] };
    await told('police', 'post /api/v1/enquiries/{enquiry}/reply', { enquiry }, reply);
    await told('worker', `get /${enquiries}`, ofCase);
    await told('worker', `get /${enquiries}/{enquiry}`, { ...ofCase, enquiry });

    const { id, reference } = await decided();
    const challenge = await told('agency', 'post /api/v1/referrals/{reference}/challenges', { reference }, GROUNDS);
    await told('agency', 'get /api/v1/referrals/{reference}/challenges', { reference });
    await told('worker', 'get /api/v1/cases/{id}/challenges', { id });
    for (const name of ['responses', 'escalation'] as const) {
      const who = name === 'responses' ? 'worker' : 'agency';
      await told(who, `post /api/v1/challenges/{challenge}/${name}`, { challenge }, { text: 'Test.' });
    }
    await told('agency', 'get /api/v1/challenges/{challenge}', { challenge });
    const outcome = { outcome: 'not_upheld', text: 'Test.' };
    await told('manager', 'post /api/v1/challenges/{challenge}/decision', { challenge }, outcome);
    await told('worker', 'post /api/v1/cases/{id}/family-reviews', { id }, { ...REVIEW, complaint: true });
    await told('manager', 'get /api/v1/challenges', { limit: '5' });
  });
});
