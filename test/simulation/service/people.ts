import { type Actor, asId, type Case, type Decision, type DecisionId, SETTLED_STATES, stateAfter } from '#domain';
import { mayTake } from '../../../libs/decisions/available-actions.ts';
import { type Choice, outcomeOf } from '../../../libs/decisions/decision-choice.ts';
import { hadPriorContacts, mustBeReviewed } from '../../../libs/decisions/prior-contacts.ts';
import { signOffReasonsFor } from '../../../libs/decisions/sign-off-reasons.ts';
import { inTransaction, type SimTransaction } from '../database/sim-database.ts';
import { LEARNED } from './documents.ts';
import type { Parts } from './parts.ts';
import type { SimProcess } from './process.ts';

/** A case as somebody read it, whoever has changed it since. */
export interface Reading {
  readonly caseId: string;
  readonly version: number;
}

/** Refused: the case was changed meanwhile, or does not allow it. */
class Refused extends Error {
  override readonly name = 'Refused';
}

const DEBOUNCE_MS = 2_000;

/** As `DecideCase`, `SignOffDecision`, `AddInformation` and `RetriageRequests`, through an API process. */
export class People {
  constructor(private readonly parts: Parts) {}

  async read(process: SimProcess, caseId: string): Promise<Reading> {
    return inTransaction(this.parts.database, process, async (tx) => {
      await tx.statement('read case');
      return { caseId, version: this.parts.tables.cases.read(tx, caseId)?.version ?? 0 };
    });
  }

  decide(process: SimProcess, actor: Actor, reading: Reading, choice: Choice): Promise<void> {
    return inTransaction(this.parts.database, process, async (tx) => {
      const found = await this.open(tx, reading);
      const state = stateAfter(found.state, 'decide');
      if (state === null || !mayTake('decide', found, actor, null)) throw new Refused('Not now, or not by you.');
      await tx.statement('insert decision');
      const decision = this.decisionOf(tx, found, actor, choice);
      this.parts.tables.decisions.write(tx, decision.id, decision);
      const decided = { ...found, state, currentDecisionId: decision.id, version: found.version + 1 };
      await this.change(tx, found, decided, actor, 'case.decided');
      if (decision.signOffReasons.length === 0) await this.settle(tx, decided, actor);
    });
  }

  signOff(process: SimProcess, actor: Actor, reading: Reading, outcome: 'sign' | 'return'): Promise<void> {
    return inTransaction(this.parts.database, process, async (tx) => {
      const found = await this.open(tx, reading);
      await tx.statement('read decision');
      const decision = this.parts.tables.decisions.read(tx, found.currentDecisionId ?? '');
      const state = stateAfter(found.state, outcome);
      if (state === null || decision === undefined || !mayTake(outcome, found, actor, decision.decidedBy)) {
        throw new Refused('Not now, or not by you.');
      }
      if (outcome === 'sign') return this.settle(tx, found, actor);
      const after = { ...found, state, version: found.version + 1 };
      return this.change(tx, found, after, actor, 'decision.returned');
    });
  }

  /** Recorded whatever the state; an open case is looked at again, once for everything that waits. */
  learn(process: SimProcess, actor: Actor, caseId: string, which: number): Promise<void> {
    const { database, tables, audit, outbox } = this.parts;
    return inTransaction(database, process, async (tx) => {
      await tx.statement('read case');
      const found = tables.cases.read(tx, caseId);
      if (found === undefined) return;
      await tx.statement('add information');
      const id = `information-${database.next('information')}`;
      tables.information.write(tx, id, { id, caseId, facts: LEARNED[which % LEARNED.length] ?? {} });
      const held = await this.holdOpen(tx, caseId);
      if (held !== null) await this.askAgain(tx, held, outbox);
      const about = { referralId: found.referralId, caseId: found.id, occurredAt: new Date(database.now) };
      await audit.append(tx, [{ action: 'information.added', actor, ...about }]);
    });
  }

  /** Recorded on the referral's own chain, whose cases nobody holds meanwhile. */
  attach(process: SimProcess, actor: Actor, caseId: string): Promise<void> {
    const { database, tables, audit } = this.parts;
    return inTransaction(database, process, async (tx) => {
      await tx.statement('read case');
      const found = tables.cases.read(tx, caseId);
      if (found === undefined) return;
      const about = { referralId: found.referralId, occurredAt: new Date(database.now) };
      await audit.append(tx, [{ action: 'attachment.received', actor, ...about }]);
    });
  }

  private async holdOpen(tx: SimTransaction, caseId: string): Promise<Case | null> {
    await tx.statement('hold open case');
    const held = await this.parts.tables.cases.lock(tx, caseId);
    return held === undefined || SETTLED_STATES.includes(held.state) ? null : held;
  }

  private async askAgain(tx: SimTransaction, held: Case, outbox: Parts['outbox']): Promise<void> {
    const { tables } = this.parts;
    await tx.statement('count up');
    const found = tables.cases.read(tx, held.id) ?? held;
    const work = tables.work.rows(tx).filter(({ caseId }) => caseId === found.id);
    const isAsked = work.some((row) => row.inputVersion === found.inputVersion && !row.isDone && row.failure === null);
    if (isAsked) return;
    const inputVersion = found.inputVersion + 1;
    tables.cases.write(tx, found.id, { ...found, inputVersion });
    const lane = found.urgency === null || found.urgency === 'red' ? 'urgent' : 'standard';
    await outbox.append(tx, [
      { lane, caseId: found.id, inputVersion, afterMs: DEBOUNCE_MS, reason: 'information_added' },
    ]);
  }

  private async open(tx: SimTransaction, { caseId, version }: Reading): Promise<Case> {
    await tx.statement('open case');
    const { cases } = this.parts.tables;
    const found = this.parts.defences.caseVersion ? await cases.lock(tx, caseId) : cases.read(tx, caseId);
    if (found === undefined) throw new Refused('There is no such case.');
    if (this.parts.defences.caseVersion && found.version !== version) throw new Refused('Somebody changed it.');
    return found;
  }

  private decisionOf(tx: SimTransaction, found: Case, actor: Actor, choice: Choice): Decision {
    const outcome = outcomeOf(choice, found);
    const run = this.parts.tables.runs.read(tx, found.currentRunId ?? '') ?? null;
    const standing = { ...found, hasPriorContacts: hadPriorContacts(run), mustBeReviewed: mustBeReviewed(run) };
    return {
      id: asId<DecisionId>(`decision-${this.parts.database.next('decision')}`),
      ...{ caseId: found.id, runId: found.currentRunId, proposedLevel: found.proposedLevel },
      ...{ proposedUrgency: found.proposedUrgency, ...outcome, legalBasis: null, rationale: 'Simulated.' },
      overrideReason: choice.kind === 'differ' ? choice.overrideReason : null,
      ...{ decidedBy: actor.id, decidedByName: actor.name, decidedByRole: 'social_worker' },
      registration: actor.registration,
      decidedAt: new Date(this.parts.database.now),
      signOffReasons: signOffReasonsFor(outcome, standing),
    };
  }

  private async settle(tx: SimTransaction, found: Case, actor: Actor): Promise<void> {
    const state = stateAfter(found.state, 'sign');
    if (state === null) throw new Refused('Not now.');
    await this.change(tx, found, { ...found, state, version: found.version + 1 }, actor, 'decision.signed');
  }

  private async change(
    tx: SimTransaction,
    before: Case,
    after: Case,
    actor: Actor,
    action: 'case.decided' | 'decision.signed' | 'decision.returned',
  ): Promise<void> {
    await tx.statement('update case');
    await this.parts.tables.cases.lock(tx, before.id);
    this.parts.tables.cases.write(tx, before.id, after);
    const states = { fromState: before.state, toState: after.state };
    const about = { referralId: after.referralId, caseId: after.id, occurredAt: new Date(this.parts.database.now) };
    const details = { decisionId: after.currentDecisionId };
    await this.parts.audit.append(tx, [{ action, actor, ...about, ...states, details }]);
  }
}
