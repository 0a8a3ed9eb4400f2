import { Injectable } from '@nestjs/common';
import type { AuthorityId, TriageRunId } from '#domain';
import { canonicalJson, execute, sql, type Tx } from '#platform';
import type { RuleSet } from '#rules';
import type { RuleSetInForce } from '../rule-set-in-force.ts';
import type { TriageRun } from '../triage-run.ts';
import { TriageRunRow } from './triage-run.entity.ts';

@Injectable()
export class TriageRunRepository {
  private readonly ruleSets = new Map<string, RuleSet>();

  async insert(tx: Tx, authorityId: AuthorityId, run: TriageRun): Promise<void> {
    await tx.getRepository(TriageRunRow).insert({ ...run, authorityId });
  }

  async get(tx: Tx, id: TriageRunId): Promise<TriageRun> {
    const row = await tx.getRepository(TriageRunRow).findOneOrFail({ where: { id } });
    return Object.assign({}, row) as unknown as TriageRun;
  }

  /** The rule set that made the run, as it was kept. Parsed once a process: kept content never changes. */
  async ruleSetOf(tx: Tx, run: TriageRun): Promise<RuleSet> {
    const ready = this.ruleSets.get(run.ruleSetHash);
    if (ready !== undefined) return ready;
    const [row] = await sql<{ content: string }>(tx, 'SELECT content FROM rule_set_content WHERE hash = $1', [
      run.ruleSetHash,
    ]);
    if (row === undefined) throw new Error('Every run refers to a rule set that is kept.');
    const ruleSet = JSON.parse(row.content) as RuleSet;
    this.ruleSets.set(run.ruleSetHash, ruleSet);
    return ruleSet;
  }

  /** Keeps the rule set's whole text under its hash, so that its runs can be replayed when it is long superseded. */
  async keepRuleSet(tx: Tx, inForce: RuleSetInForce): Promise<void> {
    const { ruleSet, hash } = inForce;
    await execute(
      tx,
      `INSERT INTO rule_set_content (hash, rule_set_id, version, content) VALUES ($1, $2, $3, $4)
       ON CONFLICT (hash) DO NOTHING`,
      [hash, ruleSet.id, ruleSet.version, canonicalJson(ruleSet)],
    );
  }
}
