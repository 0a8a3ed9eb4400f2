import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { CaseGate } from '#case-access';
import { type Actor, type Case, type CaseId, DomainError } from '#domain';
import { RetriageRequests } from '#history';
import { type Mention, Mentions, Verdicts } from '#people';
import type { Tx } from '#platform';
import { findOpenCasesOfPeople } from './store/cases-of-people.query.ts';
import { findFamilyCases } from './store/family-cases.query.ts';
import { type FamilyEvent, trailEntries } from './trail-entries.ts';

/** Two mentions that somebody speaks of, from the case of one of them. */
export interface PersonPair {
  readonly found: Case;
  readonly mentions: readonly [Mention, Mention];
}

/** The way to two mentions for everyone who says whether they are one person, and what follows from their saying so. */
@Injectable()
export class PersonPairs {
  constructor(
    private readonly gate: CaseGate,
    private readonly mentions: Mentions,
    private readonly verdicts: Verdicts,
    private readonly retriage: RetriageRequests,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Holds the verdicts of the authority until the transaction ends. One mention must be of the case's own referral, and
   * the records of both must be open to the person.
   * @throws DomainError `not_found`, `not_allowed`, or `validation_failed` for a mention and itself.
   */
  async open(tx: Tx, actor: Actor, caseId: CaseId, ids: readonly [string, string]): Promise<PersonPair> {
    await this.verdicts.hold(tx, actor.authorityId);
    const found = await this.gate.read(tx, actor, caseId, 'family.record');
    if (ids[0] === ids[1])
      throw new DomainError('validation_failed', 'Nobody can be compared with themselves.', ITSELF);
    const open = await this.mentions.open(tx, found.authorityId, ids);
    const [one, two] = [open.get(ids[0]), open.get(ids[1])];
    if (one === undefined || two === undefined) throw noSuchPerson();
    const referralIds = [...new Set([one.referralId, two.referralId])];
    const readable = new Set(
      (await findFamilyCases(tx, actor, referralIds)).map(({ referralId }) => referralId as string),
    );
    if (!referralIds.includes(found.referralId) || !referralIds.every((id) => readable.has(id))) throw noSuchPerson();
    return { found, mentions: [one, two] };
  }

  /** After it is said: the open cases of these people are triaged again, and both records keep what was said. */
  async settle(tx: Tx, { found, mentions }: PersonPair, event: Omit<FamilyEvent, 'details'>, verdictId: string) {
    const mentionIds = mentions.map(({ id }) => id);
    for (const id of await findOpenCasesOfPeople(tx, mentionIds)) {
      await this.retriage.ask(tx, { id, authorityId: found.authorityId }, 'person_verdict');
    }
    await this.audit.append(tx, trailEntries(found, mentions, { ...event, details: { verdictId, mentionIds } }));
  }
}

const ITSELF = [{ pointer: '/otherId', message: 'Must be another mention.' }];

function noSuchPerson(): DomainError {
  return new DomainError('not_found', 'There is no person like this for you.');
}
