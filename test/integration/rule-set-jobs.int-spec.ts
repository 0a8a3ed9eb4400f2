import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobResponse, RuleSetResponse } from '../../apps/api/rule-sets/rule-set.response.ts';
import { type Answer, call, eventually } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('a verification or backtest that was asked for', () => {
  let service: TestService;
  let manager: string;
  let draft: string;

  beforeAll(async () => {
    service = await startTestService();
    manager = await service.staffToken('manager');
    draft = (await ask<RuleSetResponse>('/rule-sets', { label: 'jobs', changeNote: 'Nothing yet.' })).body.id;
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  function ask<T>(path: string, body?: object, method?: string): Promise<Answer<T>> {
    const given = {
      token: manager,
      ...(body === undefined ? {} : { body }),
      ...(method === undefined ? {} : { method }),
    };
    return call<T>(service.url, `/api/v1${path}`, given);
  }

  const post = <T>(path: string) => ask<T>(path, undefined, 'POST');
  const job = async (id: string) => (await ask<JobResponse>(`/rule-set-jobs/${id}`)).body;

  it('waits while no worker is there, can be cancelled, resumed, and is done when one comes', async () => {
    const { body: asked } = await post<JobResponse>(`/rule-sets/${draft}/verifications`);
    expect(asked).toMatchObject({ state: 'queued', outcome: null, processed: 0 });

    expect((await post<JobResponse>(`/rule-set-jobs/${asked.id}/cancellation`)).body.state).toBe('cancelled');
    const again = await post<{ code: string }>(`/rule-set-jobs/${asked.id}/cancellation`);
    expect({ status: again.status, code: again.body.code }).toEqual({ status: 409, code: 'rule_set_not_ready' });

    expect((await post<JobResponse>(`/rule-set-jobs/${asked.id}/resumption`)).body.state).toBe('queued');
    await service.startWorker();
    const done = await eventually(
      () => job(asked.id),
      (found) => found.state === 'done',
      20_000,
    );
    expect(done).toMatchObject({ outcome: 'safe', ruleSetVersionId: draft });
  }, 40_000);

  it('is taken over when its worker died: its lease lapses and it is done all the same', async () => {
    const { body: asked } = await post<JobResponse>(`/rule-sets/${draft}/backtests`);
    const done = await eventually(
      () => job(asked.id),
      (found) => found.state === 'done',
      20_000,
    );
    const died = `UPDATE rule_set_job SET state = 'running', outcome = NULL, result = NULL, checkpoint = NULL,
      claimed_until = now() - interval '1 second' WHERE id = '${asked.id}'`;
    await service.database.query('admin', died);
    const again = await eventually(
      () => job(asked.id),
      (found) => found.state === 'done',
      20_000,
    );

    expect(again.outcome).toBe(done.outcome);
    expect(again.result).toEqual(done.result);
  }, 40_000);

  it('can be handed on with small numbers withheld, once it has ended', async () => {
    const { body: asked } = await post<JobResponse>(`/rule-sets/${draft}/backtests`);
    await eventually(
      () => job(asked.id),
      (found) => found.state === 'done',
      20_000,
    );
    const shared = await ask<object>(`/rule-set-jobs/${asked.id}/shared-report`);
    const { body: proof } = await post<JobResponse>(`/rule-sets/${draft}/verifications`);
    const none = await ask<{ code: string }>(`/rule-set-jobs/${proof.id}/shared-report`);

    expect(shared.status).toBe(200);
    expect(Object.keys(shared.body)).not.toContain('moves');
    expect({ status: none.status, code: none.body.code }).toEqual({ status: 404, code: 'not_found' });
  }, 40_000);

  it('is not found under an id that no job has', async () => {
    const { status } = await ask('/rule-set-jobs/5a1f0c3e-0000-4000-8000-000000000000');
    expect(status).toBe(404);
  });
});
