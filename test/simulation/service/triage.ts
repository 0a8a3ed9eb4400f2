import type { AuditEntry } from '#audit';
import { asId, type Case, engineActor, SETTLED_STATES, type TriageRunId } from '#domain';
import type { TriageRun } from '#triage';
import { changesOf } from '../../../libs/triage/apply-proposal.ts';
import { UniqueViolation } from '../database/errors.ts';
import type { SimTransaction } from '../database/sim-database.ts';
import { AUTHORITY, evaluatedFor, ruleSetOf } from './documents.ts';
import type { Parts } from './parts.ts';
import type { SimProcess } from './process.ts';
import { inForce } from './rule-sets.ts';
import type { InformationRow, RunRow, WorkRow } from './rows.ts';

/** A document that no rule set can evaluate. */
class Poison extends Error {
  override readonly name = 'Poison';
}

/** As `TriageCase` of libs/triage: proposes for one case inside the caller's transaction. */
export class SimTriageCase {
  constructor(
    private readonly parts: Parts,
    private readonly process: SimProcess,
  ) {}

  async execute(
    tx: SimTransaction,
    { caseId, inputVersion, reason }: Pick<WorkRow, 'caseId' | 'inputVersion' | 'reason'>,
  ) {
    const found = await this.open(tx, caseId);
    if (found?.inputVersion !== inputVersion || SETTLED_STATES.includes(found.state)) return;
    const current = this.parts.tables.runs.read(tx, found.currentRunId ?? '');
    if (current?.inputVersion === found.inputVersion) return;
    const run = await this.evaluate(tx, found);
    await this.process.step('evaluated');
    await this.write(tx, found, run, reason);
  }

  private async open(tx: SimTransaction, caseId: string): Promise<Case | undefined> {
    await tx.statement('open case');
    const { cases } = this.parts.tables;
    return this.parts.defences.looksAgain ? cases.lock(tx, caseId) : cases.read(tx, caseId);
  }

  private async evaluate(tx: SimTransaction, found: Case): Promise<RunRow> {
    const { tables, database } = this.parts;
    const startedAfter = database.commits;
    await tx.statement('read referral');
    const referral = tables.referrals.read(tx, found.referralId);
    if (referral === undefined) throw new Error('A case has its referral.');
    await tx.statement('read what was learned');
    const learned = tables.information.rows(tx).filter(({ caseId }) => caseId === found.id);
    await tx.statement('find rule set');
    const by = ruleSetOf(inForce(tables.activations.rows(tx)));
    if (referral.kind === 'poison') throw new Poison('It cannot be evaluated.');
    if (referral.kind === 'killer') this.process.kill();
    const number = database.next('triage_run');
    return {
      id: asId<TriageRunId>(`run-${number}`),
      caseId: found.id,
      inputVersion: found.inputVersion,
      ...{ ruleSetId: by.ruleSet.id, ruleSetVersion: by.ruleSet.version, ruleSetHash: by.hash },
      evaluatedAt: new Date(database.now),
      area: found.area,
      ...evaluatedFor(referral.kind, found, factsOf(learned), by),
      startedAfter,
      writtenAt: Infinity,
    };
  }

  private async write(tx: SimTransaction, found: Case, evaluated: RunRow, reason: string | null): Promise<void> {
    const { tables, audit, defences, database } = this.parts;
    await tx.statement('insert run');
    const run = defences.pinnedRuleSet ? evaluated : namedLate(evaluated, inForce(tables.activations.rows(tx)));
    const version = `${run.caseId} ${run.inputVersion}`;
    if (defences.uniqueRun && !(await tables.runVersions.insert(tx, version, run.id))) {
      throw new UniqueViolation('There is a run for this version.');
    }
    tables.runs.write(tx, run.id, run);
    tx.whenCommitted(() => {
      run.writtenAt = database.commits;
    });
    await tx.statement('update case');
    await tables.cases.lock(tx, found.id);
    const after = { ...found, ...changesOf(found, run, found.nextDueAt), version: found.version + 1 };
    refuseEngineOverreach(found, after);
    tables.cases.write(tx, found.id, after);
    await audit.append(tx, [entryOf(found, after, run, reason)]);
  }
}

function factsOf(learned: readonly InformationRow[]) {
  return learned.map(({ facts }) => facts);
}

/** The planted bug: the name of what is in force now on what was evaluated before. */
function namedLate(run: RunRow, hash: string): RunRow {
  const { id: ruleSetId, version: ruleSetVersion } = ruleSetOf(hash).ruleSet;
  return { ...run, ruleSetHash: hash, ruleSetId, ruleSetVersion };
}

/** As the trigger of that name. */
function refuseEngineOverreach(before: Case, after: Case): void {
  if (SETTLED_STATES.includes(before.state) || SETTLED_STATES.includes(after.state)) {
    throw new Error('The engine may not touch a settled case.');
  }
}

function entryOf(before: Case, after: Case, run: TriageRun, reason: string | null): AuditEntry {
  return {
    action: 'case.proposed',
    actor: engineActor(asId(AUTHORITY)),
    occurredAt: run.evaluatedAt,
    ...{ referralId: after.referralId, caseId: after.id, fromState: before.state, toState: after.state },
    ruleSet: { version: run.ruleSetVersion, hash: run.ruleSetHash },
    details: { runId: run.id, ...(reason === null ? {} : { because: reason }) },
  };
}
