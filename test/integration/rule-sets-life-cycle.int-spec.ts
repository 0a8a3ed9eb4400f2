import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { RuleSet } from '#rules';
import type { CaseDetailResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import type {
  JobResponse,
  LowerListResponse,
  RuleSetDetailResponse,
  RuleSetListResponse,
  RuleSetResponse,
} from '../../apps/api/rule-sets/rule-set.response.ts';
import { type Answer, call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const BRUISE = 'ENG-B16';

describe('the life of a rule set, through the API', () => {
  let service: TestService;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    for (const who of ['manager', 'manager-2', 'social-worker', 'auditor']) tokens[who] = await service.staffToken(who);
    tokens['school'] = await service.agencyToken('larkbridge-primary');
    await triaged({ postcode: 'LK1 1AA' });
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function ask<T>(who: string, path: string, given: { method?: string; body?: unknown; revision?: number } = {}) {
    const { method, body, revision } = given;
    return call<T>(service.url, `/api/v1${path}`, {
      token: tokens[who] ?? '',
      ...(method === undefined ? {} : { method }),
      ...(body === undefined ? {} : { body }),
      ...(revision === undefined ? {} : { headers: { 'if-match': `"${String(revision)}"` } }),
    });
  }

  async function until<T>(read: () => Promise<T>, isReady: (value: T) => boolean): Promise<T> {
    for (let tries = 0; tries < 400; tries += 1) {
      const value = await read();
      if (isReady(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('It did not come about in time.');
  }

  /** Sends a referral and waits for its proposal. */
  async function triaged({ postcode }: { postcode: string }): Promise<CaseDetailResponse> {
    const referral = aReferral();
    const children = referral.children.map((child) => ({ ...child, address: { postcode } }));
    const sent = await ask<Receipt>('school', '/referrals', { body: { ...referral, children } });
    expect(sent.status).toBe(201);
    const found = await until(
      async () => (await ask<WorklistResponse>('manager', `/cases?reference=${sent.body.reference}`)).body.cases[0],
      (one) => one?.proposed != null,
    );
    return (await ask<CaseDetailResponse>('manager', `/cases/${found?.id ?? ''}`)).body;
  }

  async function draft(label: string, who = 'manager'): Promise<RuleSetResponse> {
    const answer = await ask<RuleSetResponse>(who, '/rule-sets', { body: { label, changeNote: 'A trial.' } });
    expect({ status: answer.status, stage: answer.body.stage }).toEqual({ status: 201, stage: 'draft' });
    return answer.body;
  }

  async function contentOf(id: string): Promise<RuleSet> {
    const { body } = await ask<RuleSetDetailResponse>('manager', `/rule-sets/${id}`);
    return body.content as unknown as RuleSet;
  }

  async function ruleOf(id: string, ruleId: string): Promise<RuleSet['rules'][number]> {
    const rule = (await contentOf(id)).rules.find((one) => one.id === ruleId);
    if (rule === undefined) throw new Error(`The set has no rule ${ruleId}.`);
    return rule;
  }

  async function done(id: string, kind: 'verifications' | 'backtests', who = 'manager'): Promise<JobResponse> {
    const asked = await ask<JobResponse>(who, `/rule-sets/${id}/${kind}`, { method: 'POST' });
    expect(asked.status).toBe(202);
    return until(
      async () => (await ask<JobResponse>(who, `/rule-set-jobs/${asked.body.id}`)).body,
      (job) => job.state === 'done' || job.state === 'failed',
    );
  }

  const read = (id: string) => ask<RuleSetResponse>('manager', `/rule-sets/${id}`);
  const problem = (answer: Answer<unknown>) => ({
    status: answer.status,
    code: (answer.body as { code?: string }).code,
  });

  /** A draft on its way to approval: verified, backtested, its list read by the second manager. */
  async function readyForApproval(id: string): Promise<RuleSetResponse> {
    expect((await done(id, 'verifications')).outcome).toBe('safe');
    const backtest = await done(id, 'backtests');
    expect(backtest.state).toBe('done');
    expect((await ask<LowerListResponse>('manager-2', `/rule-set-jobs/${backtest.id}/lower`)).status).toBe(200);
    return (await read(id)).body;
  }

  it('goes from draft to active by way of proof, history and a second person, and back in one step', async () => {
    const { id } = await draft('trial-north');
    const rule = await ruleOf(id, 'ENG-C07');
    const raised = { ...rule, version: rule.version + 1, then: { ...rule.then, minUrgency: 'amber' } };
    const put = await ask<RuleSetResponse>('manager', `/rule-sets/${id}/rules/ENG-C07`, {
      ...{ method: 'PUT', body: raised, revision: 1 },
    });
    expect({ status: put.status, version: put.body.version }).toEqual({ status: 200, version: 2 });

    const early = await ask('manager', `/rule-sets/${id}/backtests`, { method: 'POST' });
    expect(problem(early)).toEqual({ status: 409, code: 'rule_set_not_ready' });

    const ready = await readyForApproval(id);
    expect(ready).toMatchObject({
      stage: 'backtested',
      verification: { outcome: 'safe' },
      backtest: { outcome: 'even' },
    });
    const own = await ask('manager', `/rule-sets/${id}/approval`, { body: {}, revision: ready.version });
    expect(problem(own)).toEqual({ status: 403, code: 'second_person_needed' });
    const approved = await ask<RuleSetResponse>('manager-2', `/rule-sets/${id}/approval`, {
      ...{ body: {}, revision: ready.version },
    });
    expect(approved.body).toMatchObject({ stage: 'approved', approval: { by: expect.any(String) } });

    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
    const active = await ask<RuleSetResponse>('manager', `/rule-sets/${id}/activations`, {
      ...{ body: { areas: ['harbour'], from: today }, revision: approved.body.version },
    });
    expect(active.body).toMatchObject({ stage: 'active', inForceIn: ['harbour'] });

    const north = await triaged({ postcode: 'LK4 1AA' });
    const elsewhere = await triaged({ postcode: 'LK1 1AA' });
    expect(north.proposal?.ruleSet.hash).toBe(active.body.hash);
    expect(elsewhere.proposal?.ruleSet.hash).not.toBe(active.body.hash);

    const [activation] = active.body.activations;
    const withdrawal = { body: { reason: 'Too many amber cases.' } };
    const back = await ask<RuleSetResponse>(
      'manager',
      `/rule-set-activations/${activation?.id ?? ''}/withdrawal`,
      withdrawal,
    );
    expect(back.body).toMatchObject({ stage: 'superseded', inForceIn: [] });
    const after = await triaged({ postcode: 'LK4 1AA' });
    expect(after.proposal?.ruleSet.hash).toBe(elsewhere.proposal?.ruleSet.hash);

    const trail = await service.database.query<{ action: string }>(
      'admin',
      `SELECT action FROM audit_event WHERE details->>'versionId' = '${id}' ORDER BY sequence`,
    );
    expect(trail.map((event) => event.action)).toEqual([
      ...['rule_set.drafted', 'rule_set.changed', 'rule_set.verification_requested', 'rule_set.backtest_requested'],
      ...['rule_set.lower_list_read', 'rule_set.approved', 'rule_set.activated', 'rule_set.rolled_back'],
    ]);
  }, 60_000);

  it('cannot be activated when it lowers a red line: the proof fails, with an example', async () => {
    const { id } = await draft('trial-lower');
    const rule = await ruleOf(id, BRUISE);
    const { redLine: _line, ...then } = rule.then;
    const body = { ...rule, then: { ...then, minLevel: 'early_help', minUrgency: 'green' } };
    const put = await ask(`manager`, `/rule-sets/${id}/rules/${BRUISE}`, { method: 'PUT', body, revision: 1 });
    expect(put.status).toBe(200);

    const verified = await done(id, 'verifications');
    expect(verified.outcome).toBe('unsafe');
    const { invariants } = verified.result as { invariants: { proof: string; example: { facts: object } | null }[] };
    const refuted = invariants.filter((one) => one.proof === 'refuted');
    expect(refuted.some((one) => JSON.stringify(one.example?.facts).includes('indicator.B16'))).toBe(true);

    const backtest = await ask('manager', `/rule-sets/${id}/backtests`, { method: 'POST' });
    const approval = await ask('manager-2', `/rule-sets/${id}/approval`, { body: {}, revision: 2 });
    const areas = { areas: ['*'], from: '2099-01-01' };
    const activation = await ask('manager-2', `/rule-sets/${id}/activations`, { body: areas, revision: 2 });
    for (const refused of [backtest, approval, activation]) {
      expect(problem(refused)).toEqual({ status: 409, code: 'rule_set_not_ready' });
    }
  }, 30_000);

  it('cannot lack its because: the rule is refused whole, with the place', async () => {
    const { id } = await draft('trial-because');
    const { because: _because, ...rule } = await ruleOf(id, BRUISE);
    const put = await ask<{ errors: { pointer: string }[] }>('manager', `/rule-sets/${id}/rules/${BRUISE}`, {
      ...{ method: 'PUT', body: { ...rule, areas: ['nowhere'] }, revision: 1 },
    });

    expect(put.status).toBe(422);
    expect(put.body.errors.map((fault) => fault.pointer).sort()).toEqual(['/areas/0', '/because']);
    expect((await read(id)).body.version).toBe(1);
  });

  it('cannot be approved by anybody who changed it, nor by one who has not read who would go lower', async () => {
    const { id } = await draft('trial-second');
    const described = await ask<RuleSetResponse>('manager-2', `/rule-sets/${id}`, {
      ...{ method: 'PATCH', body: { title: 'Changed by the second' }, revision: 1 },
    });
    expect(described.status).toBe(200);
    const ready = await readyForApproval(id);
    const second = await ask('manager-2', `/rule-sets/${id}/approval`, { body: {}, revision: ready.version });
    expect(problem(second)).toEqual({ status: 403, code: 'second_person_needed' });

    const other = await draft('trial-unread');
    await done(other.id, 'verifications');
    await done(other.id, 'backtests');
    const unread = await ask('manager-2', `/rule-sets/${other.id}/approval`, { body: {}, revision: 1 });
    expect(problem(unread)).toEqual({ status: 409, code: 'rule_set_not_ready' });
  }, 60_000);

  it('loses its proofs with every change, and cannot change once approved', async () => {
    const { id } = await draft('trial-change');
    await done(id, 'verifications');
    expect((await read(id)).body.stage).toBe('verified');
    const removed = await ask<RuleSetResponse>('manager', `/rule-sets/${id}/rules/ENG-C11`, {
      method: 'DELETE',
      revision: 1,
    });
    expect({ status: removed.status, stage: removed.body.stage }).toEqual({ status: 200, stage: 'draft' });
    const stale = await ask('manager', `/rule-sets/${id}/rules/ENG-C10`, { method: 'DELETE', revision: 1 });
    expect(problem(stale)).toEqual({ status: 412, code: 'record_changed' });

    const all = await ask<RuleSetListResponse>('auditor', '/rule-sets');
    const approved = all.body.ruleSets.find((one) => one.label === 'trial-north');
    const late = await ask('manager', `/rule-sets/${approved?.id ?? ''}/rules/ENG-C10`, {
      ...{ method: 'DELETE', revision: approved?.version ?? 0 },
    });
    expect(problem(late)).toEqual({ status: 409, code: 'rule_set_not_ready' });
  }, 30_000);

  it('is not for those who do not manage: a social worker reads, and changes nothing', async () => {
    expect((await ask('social-worker', '/rule-sets')).status).toBe(200);
    const refused = await ask('social-worker', '/rule-sets', { body: { label: 'x', changeNote: 'x' } });
    expect(problem(refused)).toEqual({ status: 403, code: 'not_allowed' });
    expect((await ask('school', '/rule-sets')).status).toBe(403);
  });

  it('is held by the database too: the engine cannot approve, and nobody can approve their own or put it in force', async () => {
    const { id } = await draft('trial-database');
    const [row] = await service.database.query<{ hash: string }>(
      'admin',
      `SELECT hash FROM rule_set_version WHERE id = '${id}'`,
    );
    const activation = `INSERT INTO rule_set_activation (id, authority_id, version_id, hash, area, from_date, activated_by,
        activated_by_name, activated_at)
      VALUES (gen_random_uuid(), 'larkshire', '${id}', '${row?.hash ?? ''}', '*', '2099-01-01', 'x', 'x', now())`;
    await expect(service.database.query('api', activation)).rejects.toThrow(/foreign key/);
    await expect(service.database.query('engine', activation)).rejects.toThrow(/permission denied/);
  });
});
