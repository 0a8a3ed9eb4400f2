import { Inject, Injectable } from '@nestjs/common';
import { type AuthorityId, type Clock, SETTLED_STATES } from '#domain';
import type { ClaimedMessage } from '#outbox';
import { CLOCK, CrashPoints, type Tx } from '#platform';
import { groupsOf, type TriagedCase } from '#rule-sets';
import { changesOf } from './apply-proposal.ts';
import { type Asked, lookAtAll, type Looked } from './look.ts';
import { saysMore } from './raise.ts';
import { ReadCaseInput } from './read-case-input.ts';
import { TriageStore } from './store/triage.store.ts';
import { type Taken, TellOfProposals } from './tell-of-proposals.ts';

/** Proposes for cases of one authority inside the caller's transaction. Run twice, the second time finds the work done. */
@Injectable()
export class TriageCases {
  constructor(
    private readonly store: TriageStore,
    private readonly input: ReadCaseInput,
    private readonly tell: TellOfProposals,
    private readonly crashPoints: CrashPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, authorityId: AuthorityId, messages: readonly ClaimedMessage[]): Promise<void> {
    const asked = await this.askedOf(tx, authorityId, messages);
    if (asked.length === 0) return;
    const now = this.clock.now();
    const inputs = await this.input.execute(
      tx,
      authorityId,
      asked.map(({ found }) => found),
    );
    const looked = lookAtAll(asked, inputs, now);
    this.crashPoints.pass(
      'triage.evaluated',
      asked.map(({ found }) => found.id),
    );
    await this.keep(tx, looked.filter(isWorthKeeping), now);
  }

  /** Which of the cases want a look still. */
  private async askedOf(tx: Tx, authorityId: AuthorityId, messages: readonly ClaimedMessage[]): Promise<Asked[]> {
    const ids = messages.map(({ caseId }) => caseId);
    const cases = new Map(
      (await this.store.cases.findEachForUpdate(tx, authorityId, ids)).map((each) => [each.id, each]),
    );
    const runs = await this.store.runs.ofIds(
      tx,
      [...cases.values()].flatMap(({ currentRunId }) => currentRunId ?? []),
    );
    return messages.flatMap((message): Asked[] => {
      const found = cases.get(message.caseId);
      if (found === undefined || message.inputVersion !== found.inputVersion) return [];
      // A person was faster: what is decided and signed wants no proposal.
      if (SETTLED_STATES.includes(found.state)) return [];
      const current = found.currentRunId === null ? null : (runs.get(found.currentRunId) ?? null);
      return current?.inputVersion === found.inputVersion ? [] : [{ found, current, message }];
    });
  }

  private async keep(tx: Tx, looked: readonly Looked[], now: Date): Promise<void> {
    const [first] = looked;
    if (first === undefined) return;
    const owners = looked.map(({ found, run }) => {
      const { urgency } = changesOf(found, run, null);
      return { owner: found, at: now, ...(urgency === null ? {} : { urgency }) };
    });
    const runs = looked.map(({ run }) => run);
    const [due] = await Promise.all([
      this.store.clocks.onEach(tx, owners, 'urgency_set'),
      this.store.runs.insert(tx, first.found.authorityId, runs),
      this.store.history.record(tx, looked.map(triagedCase)),
    ]);
    const after = await this.store.cases.propose(
      tx,
      looked.map(({ found, run }) => ({ found, changes: changesOf(found, run, due.get(found.id) ?? null) })),
    );
    const cases = new Map(after.map((each) => [each.id, each]));
    await this.tell.execute(
      tx,
      looked.map((each) => takenOf(each, cases.get(each.found.id) ?? each.found)),
    );
  }
}

/** Whoever works on the case must not find it changed by a contact that changes nothing about it. */
function isWorthKeeping({ current, message, run }: Looked): boolean {
  return message.reason !== 'related_case' || current === null || saysMore(current, run);
}

/** Leaves the case to be triaged again with all of history. */
function triagedCase({ found, input: { referral, profile, inForce }, run }: Looked): TriagedCase {
  return {
    ...run,
    authorityId: found.authorityId,
    agencyId: found.agencyId,
    ruleSet: inForce.ruleSet,
    groups: groupsOf(referral.document, found.childIndex, run.facts, profile),
  };
}

function takenOf({ found, current, message, input, run }: Looked, after: Taken['before']): Taken {
  return {
    before: found,
    after: { found: after, run },
    previous: current === null ? null : { found, run: current },
    family: input.family,
    message,
  };
}
