import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { type ContactPoint, ContactPoints } from '#messages';
import { CLOCK, Database, type Tx } from '#platform';
import { nextDigest } from '../staff/next-digest.ts';
import {
  isRestricted,
  markExpanded,
  type NewDelivery,
  storeDeliveries,
  takeWaiting,
  type WaitingMessage,
  whoMayKnow,
} from '../store/message-work.query.ts';

const BATCH = 50;
/** Somebody who has not signed in for so long may have left the role. */
const ROLE_LASTS_MS = 30 * 24 * 3_600_000;

type Recipient = Omit<NewDelivery, 'id'>;

/** Works out who gets a message: of a role its people, of a closed record only those to whom it is open. */
@Injectable()
export class ExpandMessages {
  constructor(
    private readonly database: Database,
    private readonly contactPoints: ContactPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Resolves to whether there may be more. */
  execute(authorityId: string): Promise<boolean> {
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const messages = await takeWaiting(tx, authorityId, BATCH);
      if (messages.length === 0) return false;
      const now = this.clock.now();
      const deliveries = await Promise.all(
        messages.map(async (message) =>
          (await this.recipientsOf(tx, message)).map((recipient) => ({
            message,
            delivery: { id: randomUUID(), ...recipient },
          })),
        ),
      );
      await Promise.all([storeDeliveries(tx, deliveries.flat(), now), markExpanded(tx, messages, now)]);
      return messages.length === BATCH;
    });
  }

  private async recipientsOf(tx: Tx, message: WaitingMessage): Promise<Recipient[]> {
    switch (message.toKind) {
      case 'sender':
      case 'agency':
      case 'emergency_duty_team':
        return [{ recipient: message.toKind, ...PLAIN }];
      case 'person':
        return [await this.person(tx, message)];
      case 'role':
        return this.role(tx, message);
    }
  }

  private async person(tx: Tx, message: WaitingMessage): Promise<Recipient> {
    const personId = message.toId ?? '';
    const contact = await this.contactPoints.find(tx, message.authorityId, personId);
    if (contact === null) return { recipient: 'person', ...PLAIN, personId, withheld: 'no_address' };
    const mayKnow = (await whoMayKnow(tx, message.caseId, [personId])).length > 0;
    return { ...this.toPerson(message, contact), withheld: mayKnow ? null : 'restricted' };
  }

  /** The team's own address stands in where nobody can be told in person, and beside them when it is urgent. */
  private async role(tx: Tx, message: WaitingMessage): Promise<Recipient[]> {
    const { authorityId, toId, toQueue, caseId, causedBy, urgent } = message;
    const since = new Date(this.clock.now().getTime() - ROLE_LASTS_MS);
    const people = await this.contactPoints.ofRole(tx, authorityId, { role: toId ?? '', queue: toQueue, since });
    const open = new Set(
      await whoMayKnow(
        tx,
        caseId,
        people.map(({ personId }) => personId),
      ),
    );
    const told = people.filter(({ personId }) => open.has(personId));
    // Urgent messages are never kept quiet, whoever caused them.
    const others = told.filter(({ personId, quietOwn }) => urgent || !quietOwn || personId !== causedBy);
    const team: Recipient = { recipient: 'team', ...PLAIN };
    if (await isRestricted(tx, caseId)) {
      return others.length > 0
        ? others.map((each) => this.toPerson(message, each))
        : [{ ...team, withheld: 'restricted' }];
    }
    return [...others.map((each) => this.toPerson(message, each)), ...(urgent || told.length === 0 ? [team] : [])];
  }

  private toPerson({ urgent }: WaitingMessage, contact: ContactPoint): Recipient {
    const digestAt = urgent ? null : nextDigest(contact, this.clock.now());
    return { recipient: 'person', personId: contact.personId, digestAt, withheld: null };
  }
}

const PLAIN = { personId: null, digestAt: null, withheld: null } as const;
