import { Injectable } from '@nestjs/common';
import { type Actor, type CaseId, DomainError, type Level, type Urgency } from '#domain';
import { Database, execute, sql } from '#platform';
import { RuleSetStore } from './rule-set-store.ts';
import type { RuleSetJobId } from './rule-set-version.ts';

interface LowerCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly area: string | null;
  readonly receivedAt: Date;
  readonly from: { readonly level: Level; readonly urgency: Urgency };
  readonly to: { readonly level: Level; readonly urgency: Urgency };
}

export interface LowerPage {
  readonly total: number;
  readonly cases: readonly LowerCase[];
  /** Case id to go on after; null at the end. */
  readonly next: string | null;
}

/**
 * The list of every child who would have gone lower, highest level first. Reading it is noted: an approver must have.
 * @throws DomainError `not_found` or `rule_set_not_ready` while the backtest has not ended.
 */
@Injectable()
export class ReadLowerList {
  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  execute(actor: Actor, jobId: RuleSetJobId, limit: number, after: string | null): Promise<LowerPage> {
    return this.database.inTransaction(actor, async (tx) => {
      const job = await this.store.jobs.find(tx, actor.authorityId, jobId);
      if (job?.kind !== 'backtest') throw new DomainError('not_found', 'There is no backtest with this id for you.');
      if (job.state !== 'done') throw new DomainError('rule_set_not_ready', `The backtest is ${job.state}.`);
      const rows = await sql<LowerRow>(tx, LOWER, [jobId, after, limit + 1]);
      const [count] = await sql<{ total: number }>(tx, COUNT, [jobId]);
      await execute(tx, NOTE, [jobId, actor.id, this.store.now()]);
      const version = await this.store.get(tx, actor, job.versionId);
      await this.store.record(tx, { action: 'rule_set.lower_list_read', actor, version, details: { jobId, after } });
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? (shown.at(-1)?.caseId ?? null) : null;
      return { total: count?.total ?? 0, cases: shown.map(caseOf), next };
    });
  }
}

interface LowerRow extends Pick<LowerCase, 'caseId' | 'reference' | 'area' | 'receivedAt'> {
  readonly fromLevel: Level;
  readonly fromUrgency: Urgency;
  readonly toLevel: Level;
  readonly toUrgency: Urgency;
}

function caseOf({ fromLevel, fromUrgency, toLevel, toUrgency, ...found }: LowerRow): LowerCase {
  return { ...found, from: { level: fromLevel, urgency: fromUrgency }, to: { level: toLevel, urgency: toUrgency } };
}

const RANK = `array_position(ARRAY['universal', 'early_help', 'targeted_early_help', 'statutory_need', 'statutory_protection'],
  l.from_level)`;
const LOWER = `SELECT l.case_id AS "caseId", c.reference, c.area, c.received_at AS "receivedAt",
    l.from_level AS "fromLevel", l.from_urgency AS "fromUrgency", l.to_level AS "toLevel", l.to_urgency AS "toUrgency"
  FROM backtest_lower l JOIN case_record c ON c.id = l.case_id
  WHERE l.job_id = $1 AND ($2::uuid IS NULL OR (-${RANK}, l.case_id) > (
    SELECT -${RANK}, l.case_id FROM backtest_lower l WHERE l.job_id = $1 AND l.case_id = $2))
  ORDER BY -${RANK}, l.case_id LIMIT $3`;
const COUNT = 'SELECT count(*)::integer AS total FROM backtest_lower WHERE job_id = $1';
const NOTE = `INSERT INTO backtest_reading (job_id, person_id, opened_at) VALUES ($1, $2, $3)
  ON CONFLICT (job_id, person_id) DO NOTHING`;
