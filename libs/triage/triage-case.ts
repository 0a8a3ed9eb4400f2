import { Inject, Injectable } from '@nestjs/common';
import { type Case, type Clock, engineActor, SETTLED_STATES } from '#domain';
import { AuditTrail } from '#audit';
import { localDateOf } from '#deadlines';
import { profileOf } from '#nation-packs';
import type { ClaimedMessage } from '#outbox';
import { CLOCK, CrashPoints, type Tx } from '#platform';
import { groupsOf, RuleSetsInForce } from '#rule-sets';
import { changesOf, urgencyClock } from './apply-proposal.ts';
import { findCaseHistory } from './case-history.query.ts';
import { type CaseInput, evaluateCase } from './evaluate-case.ts';
import { TriageStore } from './store/triage.store.ts';
import type { TriageRun } from './triage-run.ts';

/** Proposes for one case inside the caller's transaction. Run twice, the second time finds the work done and stops. */
@Injectable()
export class TriageCase {
  constructor(
    private readonly store: TriageStore,
    private readonly ruleSets: RuleSetsInForce,
    private readonly audit: AuditTrail,
    private readonly crashPoints: CrashPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, message: ClaimedMessage): Promise<void> {
    const found = await this.store.cases.findForUpdate(tx, message.authorityId, message.caseId);
    if (found === null || message.inputVersion !== found.inputVersion) return;
    // A person was faster: what is decided and signed wants no proposal.
    if (SETTLED_STATES.includes(found.state)) return;
    if (found.currentRunId !== null) {
      const current = await this.store.runs.get(tx, found.currentRunId);
      if (current.inputVersion === found.inputVersion) return;
    }
    await this.propose(tx, found);
  }

  private async propose(tx: Tx, found: Case): Promise<void> {
    const now = this.clock.now();
    const profile = profileOf(found.authorityId);
    const referral = await this.store.referrals.get(tx, found.referralId);
    const history = await findCaseHistory(tx, found);
    const onDate = localDateOf(found.receivedAt.getTime());
    const inForce = await this.ruleSets.find(tx, profile, { onDate, area: found.area });
    const input = { found, referral, history, profile, inForce };
    const run = evaluateCase(input, now);
    this.crashPoints.pass('triage.evaluated');
    await this.store.runs.insert(tx, found.authorityId, run);
    await this.remember(tx, input, run);
    const nextDueAt = await this.restartUrgencyClock(tx, found, run, now);
    const after = await this.store.cases.update(tx, found, changesOf(found, run, nextDueAt));
    await this.audit.append(tx, [
      {
        action: 'case.proposed',
        actor: engineActor(found.authorityId),
        occurredAt: now,
        referralId: found.referralId,
        caseId: found.id,
        fromState: found.state,
        toState: after.state,
        ruleSet: { version: `${run.ruleSetId} ${run.ruleSetVersion}`, hash: run.ruleSetHash },
        details: {
          runId: run.id,
          level: run.proposal.level,
          pathway: run.proposal.pathway,
          proposedUrgency: run.proposal.urgency,
          urgencyBefore: found.urgency,
          urgencyAfter: after.urgency,
          needsInformation: run.proposal.needsInformation,
          queue: after.queue,
        },
        record: run,
      },
    ]);
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

  /** Returns the earliest moment at which any running clock of the case is due. */
  private async restartUrgencyClock(tx: Tx, found: Case, run: TriageRun, now: Date): Promise<Date> {
    const profile = profileOf(found.authorityId);
    const changes = changesOf(found, run, now);
    const wanted = urgencyClock(profile, changes.urgency ?? run.proposal.urgency, found.receivedAt);
    await this.store.clocks.stop(tx, found.id, ['urgency'], now);
    await this.store.clocks.start(tx, found, wanted);
    const running = (await this.store.clocks.ofCase(tx, found.id)).filter((clock) => clock.stoppedAt === null);
    return new Date(Math.min(...running.map((clock) => clock.dueAt.getTime())));
  }
}
