import { Injectable } from '@nestjs/common';
import type { TriageRunId } from '#domain';
import type { Tx } from '#platform';
import { RuleSetContentRepository } from '#rule-sets';
import { TriageRunRepository } from '#triage';

/** What was known when a case was decided. */
@Injectable()
export class KnownThen {
  constructor(
    private readonly runs: TriageRunRepository,
    private readonly ruleSets: RuleSetContentRepository,
  ) {}

  /** Labels of the harms that the run knew of, in the words of its own rule set; counts say nothing by themselves. */
  async of(tx: Tx, runId: TriageRunId): Promise<string[]> {
    const run = await this.runs.get(tx, runId);
    const { ruleSet } = await this.ruleSets.get(tx, run.ruleSetHash);
    return ruleSet.catalogue.flatMap(({ id, harm, type, label }) => {
      const fact = run.facts[id];
      const isThere = fact?.known === true && fact.value === true;
      return harm === true && type.kind === 'boolean' && isThere ? [label] : [];
    });
  }
}
