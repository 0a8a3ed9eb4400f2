import { Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { CaseGate, type CaseRequest, CaseStore } from '#case-access';
import { type Actor, type Case, DomainError, stateAfter } from '#domain';
import { Messages } from '#messages';
import { authorityPack } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { isWorkable } from './available-actions.ts';
import { type Colleague, findColleague, isNamedOn } from './worklist/colleague.query.ts';

/** Into whose hands, or into which team's queue. */
export type Assignee =
  { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'team'; readonly queue: string };

export interface AssignRequest extends CaseRequest {
  readonly to: Assignee;
}

/**
 * Gives a case into the hands of somebody who may work on it, or back to a team's queue. Managers give any case; others
 * those that they hold. Whoever is given one is told.
 * @throws DomainError `not_found`, `not_allowed`, `record_changed`, `action_not_available` or `cannot_be_assigned`.
 */
@Injectable()
export class AssignCase {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly store: CaseStore,
    private readonly messages: Messages,
  ) {}

  execute(request: AssignRequest): Promise<Case> {
    const { actor, to } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.open(tx, request, 'case.assign');
      if (!isWorkable(found)) throw new DomainError('action_not_available', 'Nothing is left to do on this case.');
      return to.kind === 'team'
        ? this.toTeam(tx, actor, found, to.queue)
        : this.toPerson(tx, actor, found, to.personId);
    });
  }

  private toTeam(tx: Tx, actor: Actor, found: Case, queue: string): Promise<Case> {
    if (!authorityPack(found.authorityId).queues.some(({ id }) => id === queue))
      throw refused('There is no such team.');
    const changes = { queue, claimedBy: null, claimedByName: null, claimedAt: null };
    return this.store.change(tx, found, changes, { action: 'case.assigned', actor, details: { queue } });
  }

  private async toPerson(tx: Tx, actor: Actor, found: Case, personId: string): Promise<Case> {
    const person = await findColleague(tx, found.authorityId, personId);
    if (person === null || !(await this.mayHold(tx, person, found)))
      throw refused('This person may not hold the case.');
    const state = stateAfter(found.state, 'claim') ?? found.state;
    const changes = { state, claimedBy: person.id, claimedByName: person.name, claimedAt: this.store.now() };
    const after = await this.store.change(tx, found, changes, {
      action: 'case.assigned',
      actor,
      details: { personId: person.id, from: found.claimedBy },
    });
    if (person.id !== actor.id) await this.tell(tx, after, person);
    return after;
  }

  private async mayHold(tx: Tx, { id, name, roles, teams }: Colleague, found: Case): Promise<boolean> {
    const nowhere = { agencyId: null, homePostcode: null, registration: null };
    const holder: Actor = { id, name, kind: 'person', roles, teams, authorityId: found.authorityId, ...nowhere };
    if (mayDo(holder, 'case.claim', found) !== 'allowed') return false;
    return !found.restricted || isNamedOn(tx, found.id, id);
  }

  private tell(tx: Tx, { authorityId, referralId, id: caseId, version }: Case, { id }: Colleague): Promise<void> {
    const about = { authorityId, referralId, caseId, subjectId: null, urgent: false, at: this.store.now() };
    const to = { kind: 'person', personId: id } as const;
    const dedupeKey = `case_assigned:${caseId}:${String(version)}`;
    return this.messages.queue(tx, [{ ...about, template: 'case_assigned', to, dedupeKey }]);
  }
}

function refused(message: string): DomainError {
  return new DomainError('cannot_be_assigned', message);
}
