import { Inject, Injectable } from '@nestjs/common';
import { type Case, type Clock, SETTLED_STATES } from '#domain';
import type { ClaimedMessage } from '#outbox';
import { CLOCK, CrashPoints, type Tx } from '#platform';
import { groupsOf } from '#rule-sets';
import { changesOf } from './apply-proposal.ts';
import { type CaseInput, evaluateCase } from './evaluate-case.ts';
import { saysMore } from './raise.ts';
import { ReadCaseInput } from './read-case-input.ts';
import { TriageStore } from './store/triage.store.ts';
import { TellOfProposal } from './tell-of-proposal.ts';
import type { TriageRun } from './triage-run.ts';

/** Proposes for one case inside the caller's transaction. Run twice, the second time finds the work done and stops. */
@Injectable()
export class TriageCase {
  constructor(
    private readonly store: TriageStore,
    private readonly input: ReadCaseInput,
    private readonly tell: TellOfProposal,
    private readonly crashPoints: CrashPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, message: ClaimedMessage): Promise<void> {
    const found = await this.store.cases.findForUpdate(tx, message.authorityId, message.caseId);
    if (found === null || message.inputVersion !== found.inputVersion) return;
    // A person was faster: what is decided and signed wants no proposal.
    if (SETTLED_STATES.includes(found.state)) return;
    const current = found.currentRunId === null ? null : await this.store.runs.get(tx, found.currentRunId);
    if (current?.inputVersion === found.inputVersion) return;
    await this.propose(tx, found, current, message.reason);
  }

  private async propose(tx: Tx, found: Case, previous: TriageRun | null, reason: string | null): Promise<void> {
    const now = this.clock.now();
    const input = await this.input.execute(tx, found);
    const run = evaluateCase(input, now);
    this.crashPoints.pass('triage.evaluated');
    // Whoever works on the case must not find it changed by a contact that changes nothing about it.
    if (reason === 'related_case' && previous !== null && !saysMore(previous, run)) return;
    await this.store.runs.insert(tx, found.authorityId, run);
    await this.remember(tx, input, run);
    const { urgency } = changesOf(found, run, null);
    const rated = urgency === null || urgency === undefined ? {} : { urgency };
    const nextDueAt = await this.store.clocks.on(tx, found, 'urgency_set', now, rated);
    const after = await this.store.cases.update(tx, found, changesOf(found, run, nextDueAt));
    await this.tell.execute(tx, {
      before: found,
      after: { found: after, run },
      previous: previous === null ? null : { found, run: previous },
      family: input.family,
      reason,
    });
  }

  /** Leaves the case to be triaged again with all of history. */
  private async remember(tx: Tx, { found, referral, profile, inForce }: CaseInput, run: TriageRun): Promise<void> {
    await this.store.history.record(tx, {
      ...run,
      authorityId: found.authorityId,
      agencyId: found.agencyId,
      ruleSet: inForce.ruleSet,
      groups: groupsOf(referral.document, found.childIndex, run.facts, profile),
    });
  }
}
