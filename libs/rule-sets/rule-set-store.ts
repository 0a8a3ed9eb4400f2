import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, AuditTrail } from '#audit';
import { localDateOf } from '#deadlines';
import { type Actor, type Clock, DomainError } from '#domain';
import { profileOf } from '#nation-packs';
import { CLOCK, type Tx } from '#platform';
import type { RuleSetJob, RuleSetVersion, RuleSetVersionId } from './rule-set-version.ts';
import { type Standing, stageOf } from './stage.ts';
import { RuleSetContentRepository } from './store/rule-set-content.repository.ts';
import { RuleSetJobRepository } from './store/rule-set-job.repository.ts';
import { RuleSetRepository } from './store/rule-set.repository.ts';

/** Everything the life cycle reads and writes, and its entries in the trail. */
@Injectable()
export class RuleSetStore {
  constructor(
    readonly versions: RuleSetRepository,
    readonly jobs: RuleSetJobRepository,
    readonly contents: RuleSetContentRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  today(): string {
    return localDateOf(this.clock.now().getTime());
  }

  /** @throws DomainError `not_found`. */
  async get(tx: Tx, actor: Actor, id: RuleSetVersionId): Promise<RuleSetVersion> {
    return (await this.versions.find(tx, actor.authorityId, id)) ?? missing();
  }

  /** Holds it until the transaction ends. @throws DomainError `not_found` or `record_changed`. */
  async open(tx: Tx, actor: Actor, id: RuleSetVersionId, revision: number): Promise<RuleSetVersion> {
    const found = (await this.versions.findForUpdate(tx, actor.authorityId, id)) ?? missing();
    if (found.revision === revision) return found;
    throw new DomainError('record_changed', 'Somebody changed this rule set after you read it.');
  }

  async standingOf(tx: Tx, version: RuleSetVersion): Promise<Standing> {
    const jobs = await this.jobs.ofVersion(tx, version.id);
    const approval = await this.versions.approvalOf(tx, version.id);
    const areas = [...profileOf(version.authorityId).authority.areas.map((area) => area.id), '*'];
    const inForce = await this.versions.inForce(tx, version.authorityId, areas, this.today());
    const latest = (kind: RuleSetJob['kind']): RuleSetJob | null =>
      jobs.find((job) => job.kind === kind && job.state === 'done' && job.hash === version.hash) ?? null;
    return {
      version,
      verification: latest('verify'),
      backtest: latest('backtest'),
      approval,
      activations: await this.versions.activationsOf(tx, version.id),
      inForceIn: [...inForce].filter(([, one]) => one.versionId === version.id).map(([area]) => area),
    };
  }

  /** @throws DomainError `rule_set_not_ready` for a version whose content may not change any more. */
  async requireDraft(tx: Tx, version: RuleSetVersion): Promise<void> {
    if (version.abandonedAt === null && (await this.versions.approvalOf(tx, version.id)) === null) return;
    const stage = stageOf(await this.standingOf(tx, version), this.today());
    throw new DomainError('rule_set_not_ready', `This rule set is ${stage}: copy it to a new draft to change it.`);
  }

  async record(
    tx: Tx,
    event: { action: AuditAction; actor: Actor; version: RuleSetVersion; reason?: string; details?: object },
  ): Promise<void> {
    const { action, actor, version, reason, details = {} } = event;
    const entry = { action, actor, occurredAt: this.now(), details: { versionId: version.id, ...details } };
    const ruleSet = { version: `${version.ruleSetId} ${version.label}`, hash: version.hash };
    await this.audit.append(tx, [{ ...entry, ruleSet, ...(reason === undefined ? {} : { reason }) }]);
  }
}

function missing(): never {
  throw new DomainError('not_found', 'There is no rule set with this id for you.');
}
