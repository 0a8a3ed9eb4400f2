import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, requireAllowed } from '#case-access';
import type { Actor, Case, CaseId, Decision } from '#domain';
import { CaseRepository } from '#intake';
import { cursorOf, Database, notACursor, partsOfCursor, type Tx } from '#platform';
import { mayTake } from '../available-actions.ts';
import { SignOffChecks, type SignOffObstacle } from '../sign-off-checks.ts';
import { DecisionRepository } from '../store/decision.repository.ts';
import { countAwaitingSignOff, findAwaitingSignOff, type QueuePlace } from './sign-off-queue.query.ts';

export interface SignOffQueueRequest {
  readonly actor: Actor;
  /** The `next` of the page before; `null` for the first. */
  readonly cursor: string | null;
  readonly limit: number;
  readonly purpose: AccessPurpose | null;
}

/** A decision that waits for a second person. */
export interface AwaitedSignOff {
  readonly found: Case;
  readonly decision: Decision;
  /** Whether this person may sign; nobody signs their own. */
  readonly maySign: boolean;
  readonly obstacles: readonly SignOffObstacle[];
}

export interface SignOffQueuePage {
  readonly waiting: readonly AwaitedSignOff[];
  /** How many wait in all, as far as they show to this person. */
  readonly total: number;
  readonly next: string | null;
}

/** What a waiting decision is made of. */
@Injectable()
export class SignOffRecords {
  constructor(
    readonly cases: CaseRepository,
    readonly decisions: DecisionRepository,
    readonly checks: SignOffChecks,
  ) {}
}

/**
 * The decisions that wait for a manager's signature, the first due first, with what stands in its way. Pages by key.
 * @throws DomainError `not_allowed`, or `validation_failed` for a cursor that is not one of ours.
 */
@Injectable()
export class ListSignOffs {
  constructor(
    private readonly database: Database,
    private readonly records: SignOffRecords,
    private readonly log: AccessLog,
  ) {}

  execute({ actor, cursor, limit, purpose }: SignOffQueueRequest): Promise<SignOffQueuePage> {
    const after = cursor === null ? null : placeOf(cursor);
    return this.database.inTransaction(actor, async (tx) => {
      const { authorityId } = actor;
      const places = await findAwaitingSignOff(tx, authorityId, after, limit + 1);
      const shown = places.slice(0, limit);
      const last = places.length > limit ? shown.at(-1) : undefined;
      const ids = shown.map(({ id }) => id);
      const cases = await this.records.cases.ofIds(tx, authorityId, ids);
      for (const found of cases) requireAllowed(found, actor, 'decision.sign_off');
      const waiting = await this.withDecisions(tx, actor, inOrder(cases, ids));
      await this.log.listed(tx, actor, cases, { isSearch: false, purpose });
      const total = await countAwaitingSignOff(tx, authorityId);
      return { waiting, total, next: last === undefined ? null : cursorOf([last.due, last.id]) };
    });
  }

  private async withDecisions(tx: Tx, actor: Actor, cases: readonly Case[]): Promise<AwaitedSignOff[]> {
    const decided = cases.length === 0 ? [] : await this.records.decisions.ofCases(tx, cases);
    const waiting: AwaitedSignOff[] = [];
    for (const found of cases) {
      const decision = decided.find(({ decision: { id } }) => id === found.currentDecisionId)?.decision;
      if (decision === undefined) throw new Error('A case awaiting sign-off has a decision.');
      const obstacles = await this.records.checks.obstacles(tx, actor, found, decision);
      waiting.push({ found, decision, maySign: mayTake('sign', found, actor, decision.decidedBy), obstacles });
    }
    return waiting;
  }
}

function inOrder(cases: readonly Case[], ids: readonly CaseId[]): Case[] {
  const byId = new Map(cases.map((found) => [found.id, found]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const DUE = /^(infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string): QueuePlace {
  const [due, id] = partsOfCursor(cursor);
  if (typeof due !== 'string' || !DUE.test(due) || typeof id !== 'string' || !UUID.test(id)) throw notACursor();
  return { due, id: id as CaseId };
}
