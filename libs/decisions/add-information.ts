import { Injectable } from '@nestjs/common';
import { CaseGate } from '#case-access';
import { type Actor, type CaseId, DomainError } from '#domain';
import { localDateOf } from '#deadlines';
import type { Information, InformationSource } from '#history';
import { profileOf } from '#nation-packs';
import { Database } from '#platform';
import { committedInformation } from './committed.ts';
import { InformationDesk } from './information-desk.ts';
import { checkedFacts } from './information-facts.ts';

export interface InformationRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  /** Fact ids and values as they came. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  readonly source: InformationSource;
  /** Local day, ISO. */
  readonly learnedOn: string;
}

/**
 * Records what was learned about a case after it came in, and has the rules look again: they may raise it, and never
 * lower it. A settled case keeps what it was decided on.
 * @throws DomainError `not_found`, `not_allowed` or `validation_failed`.
 */
@Injectable()
export class AddInformation {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly desk: InformationDesk,
  ) {}

  execute({ actor, caseId, ...given }: InformationRequest): Promise<Information> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'information.add');
      const { catalogue } = profileOf(found.authorityId).ruleSet;
      const facts = checkedFacts(given.facts, catalogue);
      requireSomething(facts, given.note);
      const recordedAt = this.desk.now();
      requirePast(given.learnedOn, recordedAt);
      const recorded = { recordedAt, recordedBy: actor.id, recordedByName: actor.name };
      const { note, source, learnedOn } = given;
      const added = await this.desk.information.add(tx, found, { facts, note, source, learnedOn, ...recorded });
      await this.desk.changed(tx, found, actor, {
        action: 'information.added',
        because: 'information_added',
        reason: null,
        details: { informationId: added.id, source, facts: Object.keys(facts), hasNote: note !== null },
        record: committedInformation(added),
      });
      return added;
    });
  }
}

function requireSomething(facts: object, note: string | null): void {
  if (Object.keys(facts).length > 0 || note !== null) return;
  throw new DomainError('validation_failed', 'Nothing was said.', [
    { pointer: '/facts', message: 'Must name a fact, where there is no note.' },
  ]);
}

function requirePast(day: string, now: Date): void {
  if (day <= localDateOf(now.getTime())) return;
  throw new DomainError('validation_failed', 'What is learned is learned by now.', [
    { pointer: '/learnedOn', message: 'Must not be in the future.' },
  ]);
}
