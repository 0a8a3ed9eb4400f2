import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERROR_CATALOGUE } from '#domain';
import { type Receipt, REFERRAL_SCHEMA_ID, referralSchema } from '#intake';
import type { Problem } from '#platform';
import type {
  AuditResponse,
  CaseDetailResponse,
  CaseSummaryResponse,
  DecisionResponse,
  WorklistResponse,
} from '../../apps/api/cases/case.response.ts';
import type { DisposalResponse, LegalHoldsResponse } from '../../apps/api/retention/retention.response.ts';
import type { JobResponse, RuleSetResponse } from '../../apps/api/rule-sets/rule-set.response.ts';
import type { ReferralPageResponse, ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { ROUTE_ACCESS } from '../../apps/api/route-access.ts';
import type { WebhookResponse } from '../../apps/api/webhooks/webhook.response.ts';
import { type Checked, OpenApiClient } from '../support/api-openapi-client.ts';
import { aFullReferral, type JsonObject } from '../support/malformed-full-referral.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('the OpenAPI document', () => {
  let service: TestService;
  let client: OpenApiClient;
  let school: string;
  let worker: string;
  let manager: string;

  beforeAll(async () => {
    service = await startTestService({ WEBHOOKS_ALLOW_LOOPBACK: 'on' });
    await service.startWorker();
    client = await OpenApiClient.of(service.url);
    school = await service.agencyToken('larkbridge-primary');
    worker = await service.staffToken('social-worker');
    manager = await service.staffToken('manager');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** The answer, once it is known to be what the document says. */
  function kept<Answer>(answer: Checked<Answer>, status: number): Checked<Answer> {
    expect({ status: answer.status, breaches: answer.breaches }).toEqual({ status, breaches: [] });
    return answer;
  }

  async function submitted(document: object): Promise<{ receipt: Receipt; id: string }> {
    const submit = client.operationTaking('Referral');
    expect(client.bodyFaults(submit, document)).toEqual([]);
    const { body: receipt } = kept(await client.request<Receipt>(submit, { token: school, body: document }), 201);
    const asked = { token: worker, with: { reference: receipt.reference, limit: '10' } };
    for (let tries = 0; tries < 200; tries += 1) {
      const { body } = kept(await client.request<WorklistResponse>('get /api/v1/cases', asked), 200);
      const [found] = body.cases;
      if (found?.proposed != null) return { receipt, id: found.id };
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('No proposal came.');
  }

  async function versionOf(id: string): Promise<string> {
    const read = await client.request<CaseDetailResponse>('get /api/v1/cases/{id}', { token: worker, with: { id } });
    return `"${String(kept(read, 200).body.version)}"`;
  }

  it('is OpenAPI 3.1, and open to read', async () => {
    expect(client.document.openapi).toMatch(/^3\.1\.\d+$/);
    const page = await fetch(`${service.url}/api/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('holds every route there is and no other', () => {
    const routes = Object.keys(ROUTE_ACCESS).map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
    });

    expect(client.operations().sort()).toEqual(routes.sort());
  });

  it('says of every operation what it answers, problems included, and who may ask', () => {
    const isPublic = (name: string): boolean => {
      const route = name.replace(/^\w+/, (method) => method.toUpperCase()).replaceAll(/\{(\w+)\}/g, ':$1');
      return ROUTE_ACCESS[route] === 'public';
    };
    for (const name of client.operations()) {
      const { answers, isGuarded } = client.promises(name);
      expect({ name, isGuarded }).toEqual({ name, isGuarded: !isPublic(name) });
      expect({ name, hasProblem: answers.has('default'), others: answers.size > 1 }).toEqual({
        name,
        hasProblem: true,
        others: true,
      });
      expect({
        name,
        undescribed: [...answers].filter(([status, schema]) => schema === null && status !== '204'),
      }).toEqual({
        name,
        undescribed: [],
      });
    }
  });

  it('publishes the very schema that referrals are checked against', async () => {
    const published = kept(await client.request<JsonObject>('get /api/v1/schemas/referral'), 200).body;
    const { $schema, $id, ...rest } = published;

    expect(published).toEqual(JSON.parse(JSON.stringify(referralSchema)));
    expect([$schema, $id]).toEqual(['https://json-schema.org/draft/2020-12/schema', REFERRAL_SCHEMA_ID]);
    expect(client.document.components.schemas['Referral']).toEqual(rest);
  });

  it('leads a client from a referral to a signed decision', async () => {
    const { receipt, id } = await submitted(aReferral());
    const { reference } = receipt;
    const read = await client.request<ReferralResponse>('get /api/v1/referrals/{reference}', {
      token: school,
      with: { reference },
    });
    expect(kept(read, 200).body.cases[0]?.status).toBe('being_considered');
    const list = await client.request<ReferralPageResponse>('get /api/v1/referrals', {
      token: school,
      with: { limit: '5' },
    });
    expect(kept(list, 200).body.referrals.map((line) => line.reference)).toContain(reference);
    const files = 'get /api/v1/referrals/{reference}/attachments';
    kept(await client.request(files, { token: school, with: { reference } }), 200);

    const change = async (token: string): Promise<{ token: string; with: Record<string, string> }> => ({
      token,
      with: { id, 'If-Match': await versionOf(id) },
    });
    const claim = await client.request<CaseSummaryResponse>('post /api/v1/cases/{id}/claim', await change(worker));
    expect(kept(claim, 200).body.claimedBy?.isMe).toBe(true);
    const freed = await client.request<CaseSummaryResponse>('delete /api/v1/cases/{id}/claim', await change(manager));
    expect(kept(freed, 200).body.claimedBy).toBeNull();
    kept(await client.request('post /api/v1/cases/{id}/claim', await change(worker)), 200);
    const move = client.operationTaking('MoveRequest');
    const moved = { move: 'gather_information', reason: 'Asked the health visitor.' };
    expect(client.bodyFaults(move, moved)).toEqual([]);
    kept(await client.request(move, { ...(await change(worker)), body: moved }), 200);
    const decide = client.operationTaking('DecideRequest');
    const choice = { kind: 'confirm', rationale: 'A parent who asks for help should get it.' };
    expect(client.bodyFaults(decide, choice)).toEqual([]);
    const decided = await client.request<DecisionResponse>(decide, { ...(await change(worker)), body: choice });
    expect(kept(decided, 201).body.confirmsProposal).toBe(true);

    const trail = await client.request<AuditResponse>('get /api/v1/cases/{id}/audit', { token: manager, with: { id } });
    expect(kept(trail, 200).body.events.map((event) => event.action)).toContain('decision.signed');
    const after = await client.request<CaseDetailResponse>('get /api/v1/cases/{id}', { token: manager, with: { id } });
    expect(kept(after, 200).body).toMatchObject({ state: 'signed', decisions: [{ signOff: null }] });
  });

  it('leads a client to a second signature, and to a repeated receipt', async () => {
    const { id } = await submitted(aRedReferral());
    const decide = client.operationTaking('DecideRequest');
    const differ = { kind: 'differ', rationale: 'x', outcome: 'early_help', urgency: 'green', overrideReason: 'x' };
    expect(client.bodyFaults(decide, differ)).toEqual([]);
    const asked = { token: worker, with: { id, 'If-Match': await versionOf(id) }, body: differ };
    kept(await client.request<DecisionResponse>(decide, asked), 201);
    const sign = client.operationTaking('SignOffRequest');
    const returned = { outcome: 'returned', reason: 'Look again.' };
    expect(client.bodyFaults(sign, returned)).toEqual([]);
    kept(
      await client.request(sign, { token: manager, with: { id, 'If-Match': await versionOf(id) }, body: returned }),
      200,
    );
    const after = await client.request<CaseDetailResponse>('get /api/v1/cases/{id}', { token: worker, with: { id } });
    expect(kept(after, 200).body.decisions[0]?.signOff?.outcome).toBe('returned');

    const submit = client.operationTaking('Referral');
    const again = { token: school, body: aFullReferral(() => 'x'), with: { 'Idempotency-Key': 'openapi-1' } };
    kept(await client.request(submit, again), 201);
    kept(await client.request(submit, again), 200);
  });

  it('leads a manager from a draft to a proof', async () => {
    const draft = client.operationTaking('DraftRequestBody');
    const body = { label: 'openapi', changeNote: 'Written from the document alone.' };
    expect(client.bodyFaults(draft, body)).toEqual([]);
    const { id } = kept(await client.request<RuleSetResponse>(draft, { token: manager, body }), 201).body;
    const asked = { token: manager, with: { id } };
    kept(await client.request('get /api/v1/rule-sets', { token: manager }), 200);
    kept(await client.request('get /api/v1/rule-sets/{id}', asked), 200);
    kept(await client.request('get /api/v1/rule-sets/{id}/differences', asked), 200);
    const trial = client.operationTaking('TrialRequestBody');
    kept(await client.request(trial, { ...asked, body: { facts: { 'indicator.B16': true } } }), 200);
    const job = kept(await client.request<JobResponse>('post /api/v1/rule-sets/{id}/verifications', asked), 202).body;
    const read = () =>
      client.request<JobResponse>('get /api/v1/rule-set-jobs/{job}', { token: manager, with: { job: job.id } });
    for (let tries = 0; tries < 200 && (await read()).body.state !== 'done'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(kept(await read(), 200).body.outcome).toBe('safe');
    kept(await client.request('get /api/v1/rule-sets/{id}/jobs', asked), 200);
    const early = { ...asked, with: { id, 'If-Match': '"1"' }, body: {} };
    const approve = client.operationTaking('ApprovalRequestBody');
    kept(await client.request<Problem>(approve, early), 403);
  });

  it('leads a partner from a webhook to what it was told', async () => {
    const register = client.operationTaking('WebhookRequestBody');
    const body = { url: 'http://127.0.0.1:9/', events: ['case.signed'] };
    expect(client.bodyFaults(register, body)).toEqual([]);
    const { id: webhook } = kept(await client.request<WebhookResponse>(register, { token: school, body }), 201).body;
    const asked = { token: school, with: { webhook } };
    const version = (count: number) => ({ token: school, with: { webhook, 'If-Match': `"${String(count)}"` } });
    kept(await client.request('get /api/v1/webhooks', { token: school }), 200);
    kept(await client.request('get /api/v1/webhooks/{webhook}', asked), 200);
    kept(await client.request('post /api/v1/webhooks/{webhook}/tests', asked), 202);
    kept(await client.request('get /api/v1/webhooks/{webhook}/deliveries', asked), 200);
    kept(await client.request('post /api/v1/webhooks/{webhook}/secret', version(1)), 201);
    const change = client.operationTaking('WebhookChangeBody');
    kept(await client.request(change, { ...version(2), body: { enabled: false } }), 200);
    kept(await client.request<Problem>('post /api/v1/webhooks/{webhook}/tests', asked), 409);
    kept(await client.request('delete /api/v1/webhooks/{webhook}', version(3)), 200);
    const { webhooks, components } = client.document as unknown as {
      webhooks: object;
      components: { schemas: object };
    };
    expect([Object.keys(webhooks), 'WebhookMessage' in components.schemas]).toEqual([['message'], true]);
  });

  it('leads a manager from a legal hold to a list of what is due, and to what a child may be told', async () => {
    const { receipt, id } = await submitted(aReferral());
    const { reference } = receipt;
    const place = client.operationTaking('HoldRequest');
    const held = await client.request<LegalHoldsResponse>(place, {
      token: manager,
      with: { reference },
      body: { reason: 'A court asks for it.' },
    });
    const hold = kept(held, 201).body.holds[0]?.id ?? '';
    const lift = client.operationTaking('LiftingRequest');
    kept(await client.request(lift, { token: manager, with: { reference, hold }, body: { reason: 'Done.' } }), 200);
    const read = 'get /api/v1/referrals/{reference}/legal-holds';
    kept(await client.request(read, { token: manager, with: { reference } }), 200);

    const asked = await client.request<DisposalResponse>('post /api/v1/disposals', { token: manager });
    const { id: disposal } = kept(asked, 202).body;
    const one = () =>
      client.request<DisposalResponse>('get /api/v1/disposals/{disposal}', { token: manager, with: { disposal } });
    for (let tries = 0; tries < 200 && (await one()).body.state !== 'listed'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    kept(await one(), 200);
    kept(await client.request('get /api/v1/disposals', { token: manager, with: { limit: '5' } }), 200);
    kept(await client.request('get /api/v1/disposals/{disposal}/records', { token: manager, with: { disposal } }), 200);
    const approve = { token: manager, with: { disposal } };
    kept(await client.request<Problem>('post /api/v1/disposals/{disposal}/approval', approve), 403);
    kept(await client.request<Problem>('get /api/v1/disposals/{disposal}/certificate', approve), 409);

    const ask = client.operationTaking('SubjectAccessRequestBody');
    const body = { forWhom: 'parent', withhold: [{ section: 'readers', exemption: 'crime' }] };
    expect(client.bodyFaults(ask, body)).toEqual([]);
    kept(await client.request(ask, { token: manager, with: { id }, body }), 200);
  });

  it('describes the answers of the service’s own health', async () => {
    kept(await client.request('get /health/live'), 200);
    kept(await client.request('get /health/ready'), 200);
  });

  it('describes every refusal as a problem', async () => {
    const id = '5a1f0c3e-0000-4000-8000-000000000000';
    const submit = client.operationTaking('Referral');
    const decide = client.operationTaking('DecideRequest');
    const key = { 'Idempotency-Key': 'openapi-1' };
    const refusals: [number, Checked<Problem>][] = [
      [401, await client.request<Problem>('get /api/v1/cases')],
      [403, await client.request<Problem>('get /api/v1/cases', { token: school })],
      [404, await client.request<Problem>('get /api/v1/cases/{id}', { token: worker, with: { id } })],
      [
        404,
        await client.request<Problem>('get /api/v1/referrals/{reference}', {
          token: school,
          with: { reference: 'FD-2222-2222' },
        }),
      ],
      [422, await client.request<Problem>('get /api/v1/cases', { token: worker, with: { limit: '0', cursor: 'x' } })],
      [422, await client.request<Problem>(submit, { token: school, body: { children: [] } })],
      [400, await client.request<Problem>(submit, { token: school, body: { strengths: '\u0000' } })],
      [400, await client.request<Problem>(submit, { token: school })],
      [409, await client.request<Problem>(submit, { token: school, body: aReferral(), with: key })],
      [413, await client.request<Problem>(submit, { token: school, body: 'x'.repeat(300_000) })],
      [422, await client.request<Problem>(decide, { token: worker, body: {}, with: { id, 'If-Match': '"1"' } })],
    ];
    for (const [status, answer] of refusals) {
      const { body } = kept(answer, status);
      expect(body).toMatchObject({ status, title: ERROR_CATALOGUE[body.code].title });
    }
    const unsaid = await client.request<Problem>('post /api/v1/cases/{id}/claim', { token: worker, with: { id } });
    expect({ status: unsaid.status, breaches: unsaid.breaches }).toEqual({
      status: 428,
      breaches: ['If-Match is missing'],
    });
  });
});
