import { Injectable } from '@nestjs/common';
import { type AgencyId, type AuthorityId, type CaseId, type Facts, levelRank, urgencyRank } from '#domain';
import { execute, type Tx } from '#platform';
import { encodeFacts, type Evaluation, type RuleSet } from '#rules';
import { CaseCodes } from './case-codes.ts';
import { AGE_BANDS, type CaseGroups, DISABILITIES, SEXES } from './case-groups.ts';
import { caseRecord, type CaseHeader, NO_CODE, NO_SMALL_CODE } from './case-header.ts';
import { dayNumberOf } from './day-number.ts';
import { FactLayouts } from './fact-layouts.ts';

/** One run of triage as history keeps it. */
export interface TriagedCase {
  readonly authorityId: AuthorityId;
  readonly caseId: CaseId;
  readonly ruleSet: RuleSet;
  /** Content hash of the rule set. */
  readonly ruleSetHash: string;
  readonly facts: Facts;
  /** Local day, `YYYY-MM-DD`. */
  readonly evaluatedOn: string;
  readonly area: string | null;
  readonly agencyId: AgencyId | null;
  readonly evaluation: Pick<Evaluation, 'definite' | 'possible'>;
  readonly groups: CaseGroups;
}

/** Keeps what the rules read and found for each case in a few dozen bytes (rules.md, Backtest). */
@Injectable()
export class CaseFactsStore {
  private readonly codes = new CaseCodes();
  private readonly layouts = new FactLayouts();

  /** Keeps the latest run of each case in place of the one before; no case is there twice. */
  async record(tx: Tx, runs: readonly TriagedCase[]): Promise<void> {
    const records: { readonly hash: string; readonly record: Buffer }[] = [];
    for (const run of runs) {
      const { layout, hash } = await this.layouts.keep(tx, run.ruleSet);
      records.push({ hash, record: caseRecord(await this.headerOf(tx, run), encodeFacts(layout, run.facts)) });
    }
    await execute(tx, UPSERT, [
      runs.map(({ caseId }) => caseId),
      runs.map(({ authorityId }) => authorityId),
      records.map(({ hash }) => hash),
      records.map(({ record }) => record),
    ]);
  }

  private async headerOf(tx: Tx, run: TriagedCase): Promise<CaseHeader> {
    const { definite, possible } = run.evaluation;
    return {
      definiteLevel: levelRank(definite.level),
      definiteUrgency: urgencyRank(definite.urgency),
      possibleLevel: levelRank(possible.level),
      possibleUrgency: urgencyRank(possible.urgency),
      redLine: definite.redLine,
      disability: DISABILITIES.indexOf(run.groups.disability),
      deprivationDecile: run.groups.deprivationDecile ?? 0,
      day: dayNumberOf(run.evaluatedOn),
      sex: SEXES.indexOf(run.groups.sex),
      ageBand: AGE_BANDS.indexOf(run.groups.ageBand),
      ...(await this.codesOf(tx, run)),
    };
  }

  /** Always in the same order of kinds, so that two workers that both need new numbers never wait for each other. */
  private async codesOf(
    tx: Tx,
    { authorityId, area, agencyId, groups, ruleSetHash }: TriagedCase,
  ): Promise<Pick<CaseHeader, 'areaCode' | 'agencyCode' | 'ethnicityCode' | 'ruleSetCode'>> {
    const areaCode = area === null ? NO_CODE : await this.codes.codeOf(tx, authorityId, 'area', area);
    const agencyCode = agencyId === null ? NO_CODE : await this.codes.codeOf(tx, authorityId, 'agency', agencyId);
    const { ethnicity } = groups;
    const ethnicityCode =
      ethnicity === null ? NO_SMALL_CODE : await this.codes.codeOf(tx, authorityId, 'ethnicity', ethnicity);
    const ruleSetCode = await this.codes.codeOf(tx, authorityId, 'rule_set', ruleSetHash);
    // A list of ethnicities is far shorter than one byte allows; one that is not is counted as unknown.
    return { areaCode, agencyCode, ethnicityCode: Math.min(ethnicityCode, NO_SMALL_CODE), ruleSetCode };
  }
}

const UPSERT = `INSERT INTO case_facts (case_id, authority_id, layout_hash, record)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])
  ON CONFLICT (case_id) DO UPDATE SET layout_hash = excluded.layout_hash, record = excluded.record`;
