import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openedCases, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let children = 0;

/** A child whom nobody has referred before. */
function aNewChild(): ReturnType<typeof aReferral>['children'] {
  children += 1;
  // Unlike each other, so that nobody takes two of them for one child.
  const dateOfBirth = new Date(Date.UTC(2008 + (children % 9), children % 12, 1 + ((children * 7) % 28)));
  const givenName = `Child${'aeiou'.charAt(children % 5).repeat(children)}`;
  return [{ ref: 'c1', givenName, familyName: 'Example', dateOfBirth: dateOfBirth.toISOString().slice(0, 10) }];
}

describe('a threshold decision', () => {
  let service: TestService;
  let school: string;
  let worker: Desk;
  let manager: Desk;
  let otherManager: Desk;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    school = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    manager = await staffDesk(service, 'manager');
    otherManager = await staffDesk(service, 'manager-2');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  /** Proposed: early help. */
  function anEarlyHelpCase(): Promise<string> {
    return proposedCase(worker, school, aReferral({ children: aNewChild() }));
  }

  async function proposalOf(id: string): Promise<{ level: string; urgency: string }> {
    const { proposed } = (await worker.read(id)).body;
    if (proposed === null) throw new Error('There is no proposal.');
    return proposed;
  }

  it('that differs says the outcome, the urgency and why, and is told of all that is missing at once', async () => {
    const id = await anEarlyHelpCase();
    const nothing = await worker.decide(id, { kind: 'differ', rationale: 'x' });
    const blank = { kind: 'differ', rationale: ' ', outcome: 'none', urgency: 'purple', overrideReason: '\n' };
    const wrong = await worker.decide(id, blank);

    const pointersOf = (answer: typeof nothing): string[] => (answer.body.errors ?? []).map((fault) => fault.pointer);
    expect([nothing.status, wrong.status]).toEqual([422, 422]);
    expect([...new Set(pointersOf(nothing))].sort()).toEqual(['/outcome', '/overrideReason', '/urgency']);
    expect([...new Set(pointersOf(wrong))].sort()).toEqual(['/outcome', '/overrideReason', '/rationale', '/urgency']);
    expect((await worker.read(id)).body.decisions).toEqual([]);
  });

  it('that confirms takes no outcome of its own', async () => {
    const id = await anEarlyHelpCase();
    const { level, urgency } = await proposalOf(id);
    for (const surplus of [
      { outcome: level },
      { urgency },
      { overrideReason: 'x' },
      { outcome: level, urgency, overrideReason: 'x' },
    ]) {
      const answer = await worker.decide(id, { kind: 'confirm', rationale: 'x', ...surplus });
      expect(answer.status).toBe(422);
      expect((answer.body.errors ?? []).map((fault) => fault.pointer)).toEqual(
        Object.keys(surplus).map((field) => `/${field}`),
      );
    }
  });

  it('that says the same as the proposal is a confirmation', async () => {
    const id = await anEarlyHelpCase();
    const { level, urgency } = await proposalOf(id);

    expect((await worker.differ(id, level, urgency)).status).toBe(422);
    expect((await worker.confirm(id)).status).toBe(201);
  });

  it('confirms nothing before the rules have proposed', async () => {
    const quiet = await startTestService();
    try {
      const desk = await staffDesk(quiet, 'social-worker');
      const agency = await quiet.agencyToken('larkbridge-primary');
      const [id = ''] = await openedCases(desk, agency, aReferral());
      await desk.claim(id);
      const confirmed = await desk.confirm(id);
      const decided = await desk.differ(id, 'early_help', 'green');
      const [second = ''] = await openedCases(desk, agency, aReferral({ children: aNewChild() }));
      await desk.claim(second);
      const ended = await desk.differ(second, 'no_further_action', 'blue');

      expect(confirmed.body).toMatchObject({ status: 409, code: 'action_not_available' });
      expect(decided.body).toMatchObject({ confirmsProposal: false, signOffReasons: [] });
      expect(ended.body).toMatchObject({
        signOffReasons: ['no_further_action_with_history', 'accumulation_without_help'],
      });
    } finally {
      await quiet.close();
    }
  }, 20_000);

  it('that lowers level or urgency waits for a second signature, with its clock running', async () => {
    const id = await proposedCase(worker, school, aRedReferral({ children: aNewChild() }));
    const before = (await worker.read(id)).body;
    const decided = await worker.differ(id, 'early_help', 'green');
    const { body } = await manager.read(id);

    expect(before).toMatchObject({ urgency: 'red', proposed: { level: 'statutory_protection' } });
    expect(decided.body.signOffReasons).toEqual(['lower_than_proposed']);
    expect(body).toMatchObject({ state: 'threshold_decision', nextDueAt: before.nextDueAt });
    expect(body.clocks.filter((clock) => clock.stoppedAt === null).length).toBe(2);
    expect(body.availableActions).toEqual(['sign', 'return']);
    expect((await worker.read(id)).body.availableActions).toEqual([]);
  });

  it('that lowers the urgency leaves the case where it stood in the list until it is signed', async () => {
    const id = await proposedCase(worker, school, aRedReferral({ children: aNewChild() }));
    await worker.differ(id, 'early_help', 'blue');

    expect((await manager.read(id)).body.urgency).toBe('red');
    await manager.signOff(id, 'signed');
    expect((await manager.read(id)).body).toMatchObject({ urgency: 'blue', state: 'signed', nextDueAt: null });
  });

  it('that raises is effective at once', async () => {
    const id = await anEarlyHelpCase();
    const decided = await worker.differ(id, 'targeted_early_help', 'amber');

    expect(decided.body.signOffReasons).toEqual([]);
    expect((await worker.read(id)).body).toMatchObject({ state: 'signed', urgency: 'amber' });
  });

  it('of no further action needs a second signature when there was an earlier contact about the child', async () => {
    const child = aNewChild();
    const first = await proposedCase(worker, school, aReferral({ children: child }));
    const second = await proposedCase(worker, school, aReferral({ children: child }));
    const { urgency } = await proposalOf(first);

    const unknown = await worker.differ(first, 'no_further_action', urgency);
    const known = await worker.differ(second, 'no_further_action', urgency);

    expect(unknown.body.signOffReasons).toEqual(['lower_than_proposed']);
    expect(known.body.signOffReasons).toEqual(['lower_than_proposed', 'no_further_action_with_history']);
    expect(known.body).toMatchObject({ level: null, pathway: 'no_further_action' });
    expect((await manager.read(second)).body.state).toBe('threshold_decision');
  });

  it('is returned with a reason and decided again, both standing on the record', async () => {
    const id = await proposedCase(worker, school, aRedReferral({ children: aNewChild() }));
    await worker.claim(id);
    await worker.differ(id, 'early_help', 'amber');

    const silent = await manager.signOff(id, 'returned');
    expect(silent.status).toBe(422);
    expect(silent.body.errors?.[0]?.pointer).toBe('/reason');
    expect((await manager.signOff(id, 'returned', ' ')).status).toBe(422);
    const returned = await manager.signOff(id, 'returned', 'The bruise is not explained.');
    expect(returned.body).toMatchObject({ state: 'screening', urgency: 'red', claimedBy: { isMe: false } });
    expect(returned.body.nextDueAt).not.toBeNull();
    expect((await manager.signOff(id, 'signed')).status).toBe(409);

    const again = await worker.confirm(id);
    expect(again.body).toMatchObject({ confirmsProposal: true, signOffReasons: ['statutory_outcome'] });
    expect((await otherManager.signOff(id, 'signed')).status).toBe(200);
    const { decisions, state } = (await worker.read(id)).body;
    expect(state).toBe('signed');
    expect(decisions.map(({ signOff }) => [signOff?.outcome, signOff?.reason, signOff?.by])).toEqual([
      ['returned', 'The bruise is not explained.', 'Martin Merlin'],
      ['signed', null, 'Linnet Lark'],
    ]);
  });

  it('does not get round the second signature by being returned and repeated', async () => {
    const id = await anEarlyHelpCase();
    await worker.differ(id, 'targeted_early_help', 'red');
    for (const move of ['send_feedback', 'close', 'reopen']) await worker.move(id, move);
    await worker.claim(id);

    const lower = await worker.confirm(id);
    await manager.signOff(id, 'returned', 'Look again.');
    const repeated = await worker.confirm(id);

    expect(lower.body.signOffReasons).toEqual(['lower_than_proposed']);
    expect(repeated.body.signOffReasons).toEqual(['lower_than_proposed']);
  });

  it('is signed by nobody who made it, and by no social worker', async () => {
    const id = await proposedCase(worker, school, aRedReferral({ children: aNewChild() }));
    await manager.confirm(id);
    const own = await manager.signOff(id, 'signed');
    const ownReturn = await manager.signOff(id, 'returned', 'x');
    const byWorker = await worker.signOff(id, 'signed');
    const race = await Promise.all([otherManager.signOff(id, 'signed'), otherManager.signOff(id, 'returned', 'x')]);

    expect([own.status, ownReturn.status, byWorker.status]).toEqual([403, 403, 403]);
    const [first = 0, second = 0] = race.map((answer) => answer.status).sort();
    expect({ first, isRefused: [409, 412].includes(second) }).toEqual({ first: 200, isRefused: true });
  });

  it('is made once when two people decide at the same moment', async () => {
    const id = await anEarlyHelpCase();
    const answers = await Promise.all([worker.confirm(id), manager.confirm(id), otherManager.confirm(id)]);

    const [first, ...others] = answers.map((answer) => answer.status).sort();
    expect(first).toBe(201);
    expect(others.filter((status) => ![409, 412].includes(status))).toEqual([]);
    expect((await worker.read(id)).body.decisions.length).toBe(1);
  });
});
