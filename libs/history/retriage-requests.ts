import { Injectable } from '@nestjs/common';
import type { AuthorityId, CaseId, Lane } from '#domain';
import { type NewMessage, Outbox } from '#outbox';
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

/** Which of many, and what request or message asks for it; left out, the one that is being worked. */
type Asked = Pick<AskedCase, 'id'> & { readonly correlationId?: string | undefined };

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
    return (await this.askEach(tx, authorityId, [{ id }], reason)) === 1;
  }

  /** As `ask` for many cases of one authority, which it holds in one order. Returns how many runs were asked for. */
  async askEach(tx: Tx, authorityId: AuthorityId, asked: readonly Asked[], reason: RetriageReason): Promise<number> {
    const correlations = new Map(asked.map(({ id, correlationId }) => [id, correlationId]));
    const open = await sql<OpenCase>(tx, LOCK, [[...correlations.keys()], authorityId]);
    if (open.length === 0) return 0;
    // In a statement of its own, because only now it shows what the runs that held the cases have written.
    const counted = await sql<OpenCase & { inputVersion: number }>(tx, COUNT_UP, [open.map(({ id }) => id)]);
    const afterMs = this.environment.RETRIAGE_DEBOUNCE_MS;
    const messages = counted.map(({ id: caseId, inputVersion, ...found }): NewMessage => {
      const correlationId = correlations.get(caseId);
      const message = { topic: 'triage.requested', lane: laneOf(found), authorityId, caseId, inputVersion } as const;
      return { ...message, afterMs, reason, ...(correlationId === undefined ? {} : { correlationId }) };
    });
    await this.outbox.append(tx, messages);
    return counted.length;
  }
}

interface OpenCase {
  readonly id: CaseId;
  readonly urgency: string | null;
}

function laneOf({ urgency }: Pick<OpenCase, 'urgency'>): Lane {
  return urgency === null || urgency === 'red' ? 'urgent' : 'standard';
}

const LOCK = `SELECT id, urgency FROM case_record WHERE id = ANY ($1::uuid[]) AND authority_id = $2 AND open
  ORDER BY id FOR NO KEY UPDATE`;

const COUNT_UP = `UPDATE case_record c SET input_version = input_version + 1
  WHERE c.id = ANY ($1::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM outbox_message m
    WHERE m.topic = 'triage.requested' AND m.case_id = c.id AND m.input_version = c.input_version
      AND m.done_at IS NULL AND m.failed_at IS NULL)
  RETURNING c.id, c.urgency, c.input_version AS "inputVersion"`;
