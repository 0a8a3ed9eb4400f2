import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { profileOf } from '#nation-packs';
import { Database, type Tx } from '#platform';
import type { RuleSet } from '#rules';
import type { BacktestReport } from './backtest/report.ts';
import { type SharedBacktest, suppressSmallCells } from './backtest/shared/shared-backtest.ts';
import { RuleSetsInForce } from './rule-set-in-force.ts';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetJob, RuleSetJobId, RuleSetStage, RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';
import { type Standing, stageOf } from './stage.ts';

export interface StandingAt extends Standing {
  readonly stage: RuleSetStage;
}

/** What is in force in one area; `*` stands for cases whose area is not known. */
export interface InForceThere {
  readonly area: string;
  readonly versionId: RuleSetVersionId | null;
  readonly ruleSetId: string;
  readonly label: string;
  readonly hash: string;
  readonly since: string | null;
}

export interface RuleSetOverview {
  readonly versions: readonly StandingAt[];
  readonly inForce: readonly InForceThere[];
}

/**
 * Reads rule sets: all of the authority, one with its content, a job.
 * @throws DomainError `not_found`.
 */
@Injectable()
export class ReadRuleSets {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
    private readonly inForce: RuleSetsInForce,
  ) {}

  all(actor: Actor): Promise<RuleSetOverview> {
    return this.database.inTransaction(actor, async (tx) => {
      const versions: StandingAt[] = [];
      for (const version of await this.store.versions.ofAuthority(tx, actor.authorityId)) {
        versions.push(await this.standingOf(tx, version));
      }
      return { versions, inForce: await this.everywhere(tx, actor) };
    });
  }

  one(actor: Actor, id: RuleSetVersionId): Promise<{ standing: StandingAt; ruleSet: RuleSet }> {
    return this.database.inTransaction(actor, async (tx) => {
      const version = await this.store.get(tx, actor, id);
      const { ruleSet } = await this.store.contents.get(tx, version.hash);
      return { standing: await this.standingOf(tx, version), ruleSet };
    });
  }

  /** The set that would triage a referral received today in an area. */
  current(actor: Actor, area: string | null): Promise<RuleSet> {
    return this.database.inTransaction(actor, async (tx) => {
      const place = { area, onDate: this.store.today() };
      return (await this.inForce.find(tx, profileOf(actor.authorityId), place)).ruleSet;
    });
  }

  jobs(actor: Actor, versionId: RuleSetVersionId): Promise<RuleSetJob[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const version = await this.store.get(tx, actor, versionId);
      return this.store.jobs.ofVersion(tx, version.id);
    });
  }

  job(actor: Actor, id: RuleSetJobId): Promise<RuleSetJob> {
    return this.database.inTransaction(actor, async (tx) => {
      const job = await this.store.jobs.find(tx, actor.authorityId, id);
      if (job !== null) return job;
      throw new DomainError('not_found', 'There is no job with this id for you.');
    });
  }

  /**
   * A backtest's report for readers outside the team (domain pack 6.3).
   * @throws DomainError `rule_set_not_ready` while it has not ended.
   */
  async sharedReport(actor: Actor, id: RuleSetJobId): Promise<SharedBacktest> {
    const { kind, state, result } = await this.job(actor, id);
    if (kind !== 'backtest') throw new DomainError('not_found', 'There is no backtest with this id for you.');
    if (result === null) throw new DomainError('rule_set_not_ready', `The backtest is ${state}.`);
    return suppressSmallCells(result as BacktestReport);
  }

  private async standingOf(tx: Tx, version: RuleSetVersion): Promise<StandingAt> {
    const standing = await this.store.standingOf(tx, version);
    return { ...standing, stage: stageOf(standing, this.store.today()) };
  }

  private async everywhere(tx: Tx, actor: Actor): Promise<InForceThere[]> {
    const profile = profileOf(actor.authorityId);
    const areas = [...profile.authority.areas.map((area) => area.id), '*'];
    const found = await this.inForce.everywhere(tx, profile, areas, this.store.today());
    return [...found].map(([area, { ruleSet, hash, activation }]) => {
      const by = { versionId: activation?.versionId ?? null, since: activation?.fromDate ?? null };
      return { area, ruleSetId: ruleSet.id, label: ruleSet.version, hash, ...by };
    });
  }
}
