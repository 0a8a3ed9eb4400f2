import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_ACTIONS, TRANSITIONS } from '#domain';
import { type Desk, openedCases, proposedCase, staffDesk } from '../support/api-case-desk.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const SEED = 42;
const WALKS = 3;
const STEPS = 80;

const EVERY_ACTION = [...CASE_ACTIONS.filter((action) => !/^(validate|match|propose|uphold)/.test(action)), 'release'];

interface Clocks {
  readonly open: boolean;
  readonly next_due_at: Date | null;
  readonly first_due: Date | null;
  readonly running: number;
}

describe('the life cycle of a case', () => {
  let service: TestService;
  let school: string;
  let worker: Desk;
  let desks: readonly Desk[];

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    school = await service.agencyToken('larkbridge-primary');
    worker = await staffDesk(service, 'social-worker');
    desks = [worker, ...(await Promise.all(['screener', 'manager', 'manager-2'].map((id) => staffDesk(service, id))))];
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function clocksOf(id: string): Promise<Clocks> {
    const [row] = await service.database.query<Clocks>(
      'admin',
      `WITH front_door AS (SELECT due_at FROM case_clock WHERE case_id = $1 AND stopped_at IS NULL
         AND kind IN ('decide_next_steps', 'urgency', 'sign_off', 'event', 'handover'))
       SELECT c.open, c.next_due_at, (SELECT min(due_at) FROM front_door) AS first_due,
         (SELECT count(*)::int FROM front_door) AS running
       FROM case_record c WHERE c.id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('There is no such case.');
    return row;
  }

  /** A clock runs exactly while somebody has to act, and the list knows the earliest one. */
  async function expectClocksRight(id: string, after: string): Promise<void> {
    const { open, next_due_at, first_due, running } = await clocksOf(id);
    const isRight = open ? running > 0 && next_due_at?.getTime() === first_due?.getTime() : running === 0;
    expect({ after, open, isRight, due: open || next_due_at === null }).toEqual({
      after,
      open,
      isRight: true,
      due: true,
    });
  }

  async function isListed(id: string): Promise<boolean> {
    const { body } = await worker.list('?limit=100');
    return body.cases.some((each) => each.id === id);
  }

  it('goes all the way by moves to closed, comes back with a running clock, and is decided again', async () => {
    const id = await proposedCase(worker, school, aReferral());
    const states: string[] = [];
    const then = async (step: Promise<{ status: number }>): Promise<void> => {
      const { status } = await step;
      const { state } = (await worker.read(id)).body;
      states.push(status < 300 ? state : `refused ${String(status)}`);
      await expectClocksRight(id, state);
    };

    await then(worker.claim(id));
    for (const move of ['gather_information', 'resume', 'hold_for_police', 'resume', 'escalate', 'resume']) {
      await then(worker.move(id, move));
    }
    await then(worker.confirm(id));
    expect(await isListed(id)).toBe(false);
    await then(worker.move(id, 'route'));
    await then(worker.move(id, 'bounce'));
    expect(await isListed(id)).toBe(true);
    for (const move of ['route', 'bounce', 'route', 'accept', 'send_feedback', 'close'])
      await then(worker.move(id, move));
    expect(await isListed(id)).toBe(false);
    await then(worker.move(id, 'reopen'));
    expect((await worker.read(id)).body).toMatchObject({ claimedBy: null, availableActions: ['claim'] });
    expect(await isListed(id)).toBe(true);
    await then(worker.claim(id));
    await then(worker.confirm(id));

    expect(states).toEqual([
      'screening',
      'information_gathering',
      'screening',
      'on_hold_police',
      'screening',
      'escalated',
      'screening',
      'signed',
      'routed',
      'bounced',
      'routed',
      'bounced',
      'routed',
      'accepted',
      'feedback_sent',
      'closed',
      'reopened',
      'screening',
      'signed',
    ]);
    const { decisions, clocks } = (await worker.read(id)).body;
    expect(decisions.length).toBe(2);
    expect(clocks.every((clock) => clock.stoppedAt !== null)).toBe(true);
  });

  it('gives a reopened case a whole new working day', async () => {
    const id = await proposedCase(worker, school, aReferral());
    await worker.confirm(id);
    for (const move of ['send_feedback', 'close']) await worker.move(id, move);
    const reopened = await worker.move(id, 'reopen');

    const running = (await worker.read(id)).body.clocks.filter((clock) => clock.stoppedAt === null);
    expect(running.map((clock) => clock.kind)).toEqual(['decide_next_steps']);
    expect(reopened.body).toMatchObject({ overdue: false, nextDueAt: running[0]?.dueAt });
    expect(new Date(running[0]?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.now());
  });

  function take(desk: Desk, id: string, action: string, choice: number): Promise<{ status: number }> {
    switch (action) {
      case 'claim':
        return desk.claim(id);
      case 'release':
        return desk.release(id);
      case 'decide':
        return choice % 2 === 0
          ? desk.confirm(id)
          : desk.differ(id, ['universal', 'statutory_need'][choice % 3] ?? 'no_further_action', 'amber');
      case 'sign':
        return desk.signOff(id, 'signed');
      case 'return':
        return desk.signOff(id, 'returned', 'Once more.');
      default:
        return desk.move(id, action);
    }
  }

  async function expectRefused(desk: Desk, id: string, actions: readonly string[], choice: number): Promise<void> {
    const { version, state } = (await desk.read(id)).body;
    const action = actions[choice % actions.length] ?? '';
    const { status } = await take(desk, id, action, 0);
    expect({ state, action, isRefused: [403, 409].includes(status) }).toEqual({ state, action, isRefused: true });
    expect((await desk.read(id)).body).toMatchObject({ version, state });
  }

  /** Walks go where no walk has been: of the steps offered, the one that was taken least often from this state. */
  function leastTaken(steps: readonly string[], state: string, taken: ReadonlyMap<string, number>): string | undefined {
    const countOf = (step: string): number => (taken.get(`${step} from ${state}`) ?? 0) + (step === 'release' ? 2 : 0);
    return [...steps].sort((one, other) => countOf(one) - countOf(other))[0];
  }

  it(`offers what it then does and refuses what it did not offer, on ${String(WALKS)} walks from seed ${String(SEED)}`, async () => {
    const choices = fc.sample(fc.tuple(fc.nat(3), fc.nat(1_000)), { numRuns: WALKS * STEPS, seed: SEED });
    const taken = new Map<string, number>();
    for (let walk = 0; walk < WALKS; walk += 1) {
      let desk = worker;
      const id = await proposedCase(worker, school, aReferral());
      for (const [who, what] of choices.slice(walk * STEPS, (walk + 1) * STEPS)) {
        // One person stays for a while, or nobody would ever work on what they claimed.
        if (what % 3 === 0) desk = desks[who] ?? worker;
        const { availableActions: offered, state } = (await desk.read(id)).body;
        if (what % 4 === 0)
          await expectRefused(
            desk,
            id,
            EVERY_ACTION.filter((action) => !offered.includes(action)),
            what,
          );
        const action = leastTaken(offered, state, taken);
        if (action === undefined) continue;
        const { status } = await take(desk, id, action, what);
        expect({ state, who, action, isDone: status < 300 }).toEqual({ state, who, action, isDone: true });
        await expectClocksRight(id, `${action} from ${state}`);
        taken.set(`${action} from ${state}`, (taken.get(`${action} from ${state}`) ?? 0) + 1);
      }
    }
    const byPeople = TRANSITIONS.filter((entry) => entry.by === 'person' && entry.action !== 'claim');
    const possible = byPeople.flatMap(({ action, from }) => from.map((state) => `${action} from ${state}`));
    const neverSeen = /from (received|validated|matched|needs_information|auto_triaged)$/;
    expect(possible.filter((step) => !taken.has(step) && !neverSeen.test(step))).toEqual([]);
  }, 60_000);

  it('lets a bounced case be taken back to screening, whoever sent it on', async () => {
    const [id = ''] = await openedCases(worker, school, aReferral());
    await worker.claim(id);
    await worker.differ(id, 'targeted_early_help', 'red');
    for (const move of ['route', 'bounce']) expect((await worker.move(id, move)).status).toBe(200);

    const claimed = await (desks[1] ?? worker).claim(id);

    expect(claimed.body).toMatchObject({ state: 'screening', claimedBy: { name: 'Sam Sparrow' } });
    await expectClocksRight(id, 'claim');
  });
});
