import { Injectable } from '@nestjs/common';
import { type Actor, type CaseId, DomainError, type Level, type Urgency } from '#domain';
import { Database, execute, sql, type Tx } from '#platform';
import { type OpenedPlaces, placesOpened } from './lower-list-places.ts';
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
  /** Children on the list whose records are hidden from this person. */
  readonly hidden: number;
  /** The place of the first one shown, from 1. */
  readonly first: number;
  readonly cases: readonly LowerCase[];
  /** Case id to go on after; null at the end. */
  readonly next: string | null;
}

/**
 * The list of every child who would have gone lower, highest level first. Which part was opened is noted: an approver
 * must have opened all of it that is shown to them.
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
      const [{ total, visible, before } = NOTHING] = await sql<Counts>(tx, COUNTS, [jobId, after]);
      const shown = rows.slice(0, limit);
      await this.note(tx, { jobId, actor }, { first: before + 1, last: before + shown.length, visible });
      const version = await this.store.get(tx, actor, job.versionId);
      await this.store.record(tx, { action: 'rule_set.lower_list_read', actor, version, details: { jobId, after } });
      const next = rows.length > limit ? (shown.at(-1)?.caseId ?? null) : null;
      return { total, hidden: total - visible, first: before + 1, cases: shown.map(caseOf), next };
    });
  }

  /** Notes the places that were opened; and once nothing is left, that all of the list was. */
  private async note(
    tx: Tx,
    { jobId, actor }: { jobId: RuleSetJobId; actor: Actor },
    { first, last, visible }: { first: number; last: number; visible: number },
  ): Promise<void> {
    const now = this.store.now();
    if (last >= first) await execute(tx, NOTE_PAGE, [jobId, actor.id, actor.name, first, last, now]);
    const opened = await sql<OpenedPlaces>(tx, PAGES_OF, [jobId, actor.id]);
    if (placesOpened(opened) >= visible) await execute(tx, NOTE, [jobId, actor.id, now]);
  }
}

interface Counts {
  readonly total: number;
  readonly visible: number;
  /** How many stand before the first one shown. */
  readonly before: number;
}

const NOTHING: Counts = { total: 0, visible: 0, before: 0 };

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
const COUNTS = `SELECT (SELECT count(*)::integer FROM backtest_lower WHERE job_id = $1) AS total, count(*)::integer AS visible,
    (count(*) FILTER (WHERE (-${RANK}, l.case_id) <= (
      SELECT -${RANK}, l.case_id FROM backtest_lower l WHERE l.job_id = $1 AND l.case_id = $2::uuid)))::integer AS before
  FROM backtest_lower l JOIN case_record c ON c.id = l.case_id WHERE l.job_id = $1`;
const NOTE_PAGE = `INSERT INTO lower_list_page (job_id, person_id, person_name, first_place, last_place, opened_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;
const PAGES_OF = `SELECT first_place AS first, last_place AS last FROM lower_list_page WHERE job_id = $1 AND person_id = $2`;
const NOTE = `INSERT INTO backtest_reading (job_id, person_id, opened_at) VALUES ($1, $2, $3)
  ON CONFLICT (job_id, person_id) DO NOTHING`;
