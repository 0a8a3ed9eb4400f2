import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditResponse } from '../../apps/api/cases/case.response.ts';
import { type Desk, openedCases, staffDesk } from '../support/api-case-desk.ts';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** No worker runs here: the cases stand as they came, not yet triaged. */
describe('a case in people’s hands', () => {
  let service: TestService;
  let school: string;
  let screener: Desk;
  let worker: Desk;
  let colleague: Desk;
  let manager: Desk;

  beforeAll(async () => {
    service = await startTestService();
    school = await service.agencyToken('larkbridge-primary');
    screener = await staffDesk(service, 'screener');
    worker = await staffDesk(service, 'social-worker');
    colleague = await staffDesk(service, 'social-worker-2');
    manager = await staffDesk(service, 'manager');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function aCase(): Promise<string> {
    const [id = ''] = await openedCases(manager, school, aReferral());
    return id;
  }

  it('is changed only by someone who says which version they read', async () => {
    const id = await aCase();
    const changes = [
      ['POST', 'claim', undefined],
      ['DELETE', 'claim', undefined],
      ['POST', 'moves', { move: 'escalate', reason: 'x' }],
      ['POST', 'decision', { kind: 'confirm', rationale: 'x' }],
      ['POST', 'sign-off', { outcome: 'signed' }],
    ] as const;
    for (const [method, action, body] of changes) {
      for (const etag of [undefined, '', '*', '1', 'W/"1"', '"one"', '"1", "2"', '"-1"', '"99999999999"']) {
        const headers = etag === undefined ? {} : { 'if-match': etag };
        const asked = { method, token: manager.token, headers, ...(body === undefined ? {} : { body }) };
        const answer = await call(service.url, `/api/v1/cases/${id}/${action}`, asked);
        expect({ action, etag, status: answer.status }).toEqual({ action, etag, status: 428 });
        expect(answer.body).toMatchObject({ code: 'precondition_required', status: 428 });
      }
    }
    expect((await manager.read(id)).body).toMatchObject({ version: 1, state: 'received' });
  });

  it('is not changed by someone who read an older version', async () => {
    const id = await aCase();
    const first = await worker.claim(id, 1);
    const late = await colleague.claim(id, 1);
    const early = await colleague.claim(id, 99);

    expect(first.headers.get('etag')).toBe('"2"');
    expect([first.status, late.status, early.status]).toEqual([200, 412, 412]);
    expect(late.body).toMatchObject({ code: 'record_changed', status: 412 });
    expect((await worker.read(id)).headers.get('etag')).toBe('"2"');
  });

  it('goes to exactly one of two who claim it at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await aCase();
      const answers = await Promise.all([worker.claim(id, 1), colleague.claim(id, 1), screener.claim(id, 1)]);

      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
      const winner = answers.find((answer) => answer.status === 200)?.body.claimedBy?.name;
      expect((await manager.read(id)).body).toMatchObject({
        version: 2,
        state: 'screening',
        claimedBy: { name: winner },
      });
    }
  });

  it('cannot be claimed while somebody holds it, even by someone who read the latest version', async () => {
    const id = await aCase();
    await worker.claim(id);
    const other = await colleague.claim(id);
    const again = await worker.claim(id);

    expect([other.status, again.status]).toEqual([409, 409]);
    expect(other.body).toMatchObject({ code: 'action_not_available' });
    expect((await colleague.read(id)).body.claimedBy).toMatchObject({ name: 'Wren Whitethroat', isMe: false });
    expect((await worker.read(id)).body.claimedBy).toMatchObject({ isMe: true });
  });

  it('is let go by its holder or a manager, and by nobody else', async () => {
    const id = await aCase();
    await screener.claim(id);
    const byOther = await colleague.release(id);
    const byManager = await manager.release(id);
    const twice = await manager.release(id);

    expect([byOther.status, byManager.status, twice.status]).toEqual([409, 200, 409]);
    expect(byManager.body).toMatchObject({ claimedBy: null, state: 'screening' });
    await screener.claim(id);
    expect((await screener.release(id)).status).toBe(200);
    expect((await colleague.claim(id)).status).toBe(200);
  });

  it('is worked on only by its holder, and escalated by anybody who may move cases', async () => {
    const id = await aCase();
    await worker.claim(id);
    const statuses = [
      await colleague.move(id, 'gather_information'),
      await colleague.move(id, 'hold_for_police'),
      await colleague.decide(id, {
        kind: 'differ',
        rationale: 'x',
        outcome: 'early_help',
        urgency: 'green',
        overrideReason: 'x',
      }),
      await worker.move(id, 'gather_information'),
      await colleague.move(id, 'resume'),
      await worker.move(id, 'resume'),
      await screener.move(id, 'escalate'),
    ].map((answer) => answer.status);

    expect(statuses).toEqual([409, 409, 409, 200, 409, 200, 200]);
  });

  it('is not decided by a screener, who holds it or not', async () => {
    const id = await aCase();
    await screener.claim(id);
    const decided = await screener.differ(id, 'early_help', 'green');

    expect(decided.status).toBe(403);
    expect((await screener.read(id)).body.availableActions).not.toContain('decide');
    expect(await service.database.query('admin', 'SELECT 1 FROM decision WHERE case_id = $1', [id])).toEqual([]);
  });

  it('moves only with a reason, by a step that there is', async () => {
    const id = await aCase();
    const path = `/api/v1/cases/${id}/moves`;
    const headers = { 'if-match': '"1"' };
    const faulty: [object | string, string[]][] = [
      [{}, ['/move', '/reason']],
      [{ move: 'escalate' }, ['/reason']],
      [{ move: 'escalate', reason: ' \n' }, ['/reason']],
      [{ move: 'escalate', reason: 'x'.repeat(4_001) }, ['/reason']],
      [{ move: 'decide', reason: 'x' }, ['/move']],
      [{ move: ['escalate'], reason: 7 }, ['/move', '/reason']],
      [{ move: 'escalate', reason: 'x', force: true }, ['/force']],
      [{ move: 'escalate', reason: 'x', 'Robin Example': 1 }, ['/(unreadable field name)']],
    ];
    for (const [body, pointers] of faulty) {
      const answer = await call(service.url, path, { token: manager.token, headers, body });
      expect(answer.status).toBe(422);
      expect([...new Set(answer.body.errors.map((fault) => fault.pointer))].sort()).toEqual(pointers);
      expect(answer.text).not.toContain('Robin Example');
    }
    for (const body of [
      '[]',
      'null',
      '"escalate"',
      '{"move":"escalate","reason":"\\u0000"}',
      '{"__proto__":{}}',
      '{',
      '[[',
    ]) {
      const answer = await call(service.url, path, { token: manager.token, headers, body });
      expect({ body, isRefused: [400, 422].includes(answer.status) }).toEqual({ body, isRefused: true });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    const early = await manager.move(id, 'close');
    expect(early.body).toMatchObject({ code: 'action_not_available', status: 409 });
    expect((await manager.read(id)).body.version).toBe(1);
  });

  it('leaves a trail of who did what and why, and of nothing that was refused', async () => {
    const id = await aCase();
    await worker.claim(id);
    await colleague.claim(id);
    await worker.move(id, 'gather_information', 'Waiting for the health visitor — “soon”.');
    await worker.release(id);

    const path = `/api/v1/cases/${id}/audit`;
    const { body } = await call<AuditResponse>(service.url, path, { token: manager.token });
    const events = body.events.filter((event) => event.action.startsWith('case.'));
    expect(events.map(({ action, actor, fromState, toState }) => [action, actor.id, fromState, toState])).toEqual([
      ['case.opened', 'larkbridge-primary', null, 'received'],
      ['case.claimed', 'social-worker', 'received', 'screening'],
      ['case.moved', 'social-worker', 'screening', 'information_gathering'],
      ['case.released', 'social-worker', 'information_gathering', 'information_gathering'],
    ]);
    expect(events[2]).toMatchObject({
      reason: 'Waiting for the health visitor — “soon”.',
      details: { move: 'gather_information' },
    });
  });
});
