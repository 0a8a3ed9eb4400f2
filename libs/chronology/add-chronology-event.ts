import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseStore, requireAllowed } from '#case-access';
import { localDateOf } from '#deadlines';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import { CaseRepository } from '#intake';
import { authorityPack } from '#nation-packs';
import { Database, type Tx } from '#platform';
import type { EventKind } from './categories.ts';
import { committedEvent } from './committed-chronology.ts';
import { type EventDate, readDate } from './event-date.ts';
import { ChronologyEventRepository, type SignificantEvent } from './store/chronology-event.repository.ts';

export interface NewChronologyEvent {
  readonly actor: Actor;
  readonly caseId: CaseId;
  /** `2026-03-04`, `2026-03` or `2026`. */
  readonly date: string;
  readonly approximate: boolean;
  readonly kind: EventKind;
  readonly text: string;
  readonly agencyId: string | null;
  readonly person: string | null;
  readonly role: string | null;
  /** Cases of the same referral that it is about; `null` for the case alone. */
  readonly children: readonly string[] | null;
  /** Id of the event that this one corrects. */
  readonly corrects: string | null;
  readonly correctionReason: string | null;
}

/**
 * Adds a significant event to the chronology of one or more children of a referral, or corrects one: the earlier one stays
 * and is shown as corrected (domain pack 4.5, F17).
 * @throws DomainError `not_found`, `not_allowed`, `validation_failed` with the place that is wrong, or
 * `action_not_available` where the event was corrected before.
 */
@Injectable()
export class AddChronologyEvent {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly store: CaseStore,
    private readonly events: ChronologyEventRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(asked: NewChronologyEvent): Promise<SignificantEvent> {
    const { actor, caseId } = asked;
    return this.database.inTransaction(actor, async (tx) => {
      const found = requireAllowed(await this.cases.find(tx, actor.authorityId, caseId), actor, 'chronology.write');
      requireKnownAgency(asked, found);
      const children = await this.childrenOf(tx, found, asked.children ?? [caseId]);
      const event = this.eventOf(asked, children, found);
      await this.requireStanding(tx, found, asked.corrects);
      if (!(await this.events.insert(tx, found, event))) throw correctedBefore();
      await this.record(tx, actor, event, children);
      return event;
    });
  }

  /** Held until the transaction ends, in one order whoever asks. */
  private async childrenOf(tx: Tx, found: Case, ids: readonly string[]): Promise<Case[]> {
    const known = await this.cases.ofReferral(tx, found.referralId);
    const at = ids.findIndex((id) => !known.some((each) => each.id === id));
    if (at !== -1) throw wrong(`/children/${String(at)}`, 'Must be a case of the same referral.');
    const held: Case[] = [];
    for (const { id } of known.filter((each) => ids.includes(each.id))) {
      const child = await this.cases.findForUpdate(tx, found.authorityId, id);
      if (child !== null) held.push(child);
    }
    return held;
  }

  private eventOf(asked: NewChronologyEvent, children: readonly Case[], { referralId }: Case): SignificantEvent {
    const { actor, kind, corrects, text, agencyId, person, role, correctionReason } = asked;
    const recordedAt = this.store.now();
    return {
      ...{ id: randomUUID(), referralId, kind, corrects, recordedAt, date: pastDate(asked, recordedAt) },
      ...{ caseIds: children.map(({ id }) => id), details: { text, agencyId, person, role, correctionReason } },
      ...{ recordedBy: actor.id, recordedByName: actor.name, recordedByRole: actor.roles[0] ?? actor.kind },
    };
  }

  private async requireStanding(tx: Tx, found: Case, corrects: string | null): Promise<void> {
    if (corrects === null) return;
    const state = await this.events.stateOf(tx, found, corrects);
    if (state === 'unknown') throw wrong('/corrects', 'Must be a significant event of this referral.');
    if (state === 'corrected') throw correctedBefore();
  }

  private async record(tx: Tx, actor: Actor, event: SignificantEvent, children: readonly Case[]): Promise<void> {
    const { id: eventId, kind, corrects, details, recordedAt: occurredAt } = event;
    const action = corrects === null ? 'chronology.event_added' : 'chronology.event_corrected';
    const reason = details.correctionReason === null ? {} : { reason: details.correctionReason };
    await this.audit.append(
      tx,
      children.map(({ id: caseId, referralId }) => ({
        ...{ action, actor, occurredAt, caseId, referralId, ...reason },
        ...{ details: { eventId, kind, corrects, precision: event.date.precision }, record: committedEvent(event) },
      })),
    );
  }
}

function pastDate({ date, approximate }: NewChronologyEvent, now: Date): EventDate {
  const read = readDate(date, approximate);
  if (read === null) throw wrong('/date', 'Must be a day, a month or a year: 2026-03-04, 2026-03 or 2026.');
  if (read.day > localDateOf(now.getTime())) throw wrong('/date', 'Must not be in the future.');
  return read;
}

function requireKnownAgency({ agencyId }: NewChronologyEvent, { authorityId }: Case): void {
  if (agencyId === null || authorityPack(authorityId).agencies.some(({ id }) => id === agencyId)) return;
  throw wrong('/agencyId', 'Must be an agency of the directory.');
}

function wrong(pointer: string, message: string): DomainError {
  return new DomainError('validation_failed', 'The event cannot be entered like this.', [{ pointer, message }]);
}

function correctedBefore(): DomainError {
  return new DomainError('action_not_available', 'This event was corrected before: correct the one that corrected it.');
}
