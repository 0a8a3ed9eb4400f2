import { Injectable } from '@nestjs/common';
import { asId, type CaseId, type AuthorityId, type Lane } from '#domain';
import { Outbox } from '#outbox';
import { Environment, sql, type Tx } from '#platform';

/** What has become known since the case was last proposed. */
export const RETRIAGE_REASONS = [
  'related_case',
  'information_added',
  'information_withdrawn',
  'person_verdict',
  'enquiry_answered',
] as const;
export type RetriageReason = (typeof RETRIAGE_REASONS)[number];

/** A case by what is never changed about it. */
export interface AskedCase {
  readonly id: CaseId;
  readonly authorityId: AuthorityId;
}

/**
 * Asks the engine to look at a case again because something became known. Whatever is asked within the debounce is
 * answered by one run, and a run that has not begun answers too: it will read what is written now.
 */
@Injectable()
export class RetriageRequests {
  constructor(
    private readonly outbox: Outbox,
    private readonly environment: Environment,
  ) {}

  /**
   * Holds the case until the transaction ends. A settled case is left alone: what it was decided on has happened.
   * Returns whether a new run was asked for.
   */
  async ask(tx: Tx, { id, authorityId }: AskedCase, reason: RetriageReason): Promise<boolean> {
    const [found] = await sql<OpenCase>(tx, LOCK, [id, authorityId]);
    if (found === undefined) return false;
    // In a statement of its own, because only now it shows what the run that held the case has written.
    const [next] = await sql<{ inputVersion: number }>(tx, COUNT_UP, [id]);
    if (next === undefined) return false;
    const message = { topic: 'triage.requested', lane: laneOf(found), authorityId, caseId: asId<CaseId>(id) } as const;
    const afterMs = this.environment.RETRIAGE_DEBOUNCE_MS;
    await this.outbox.append(tx, [{ ...message, ...next, afterMs, reason }]);
    return true;
  }
}

interface OpenCase {
  readonly urgency: string | null;
}

function laneOf({ urgency }: OpenCase): Lane {
  return urgency === null || urgency === 'red' ? 'urgent' : 'standard';
}

const LOCK = 'SELECT urgency FROM case_record WHERE id = $1 AND authority_id = $2 AND open FOR NO KEY UPDATE';

const COUNT_UP = `UPDATE case_record c SET input_version = input_version + 1
  WHERE c.id = $1 AND NOT EXISTS (
    SELECT 1 FROM outbox_message m
    WHERE m.topic = 'triage.requested' AND m.case_id = c.id AND m.input_version = c.input_version
      AND m.done_at IS NULL AND m.failed_at IS NULL)
  RETURNING c.input_version AS "inputVersion"`;
