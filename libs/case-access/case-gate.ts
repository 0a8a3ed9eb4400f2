import { Injectable } from '@nestjs/common';
import type { Action } from '#access-policy';
import { type Actor, type Case, type CaseAction, type CaseId, type CaseState, DomainError, stateAfter } from '#domain';
import { CaseRepository } from '#intake';
import type { Tx } from '#platform';
import { requireAllowed } from './require-allowed.ts';

/** A change that somebody asks of a case, with the version they read. */
export interface CaseRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly version: number;
}

/** The way to a case for everyone who changes it: the right person, the version they read, a state that allows it. */
@Injectable()
export class CaseGate {
  constructor(private readonly cases: CaseRepository) {}

  /**
   * Holds the case until the transaction ends.
   * @throws DomainError `not_found`, `not_allowed` or `record_changed`.
   */
  async open(tx: Tx, request: CaseRequest, action: Action): Promise<Case> {
    const found = await this.cases.findForUpdate(tx, request.actor.authorityId, request.caseId);
    const checked = requireAllowed(found, request.actor, action);
    if (checked.version === request.version) return checked;
    throw new DomainError('record_changed', 'Somebody, or the rules, changed this case after you read it.');
  }

  /** As `open`, to read only. */
  async read(tx: Tx, actor: Actor, caseId: CaseId, action: Action): Promise<Case> {
    return requireAllowed(await this.cases.find(tx, actor.authorityId, caseId), actor, action);
  }
}

/** @throws DomainError `action_not_available` when the life cycle has no such step from here. */
export function requireStep(found: Case, action: CaseAction): CaseState {
  const next = stateAfter(found.state, action);
  if (next !== null) return next;
  throw new DomainError('action_not_available', `A case in state ${found.state} does not allow "${action}".`);
}
