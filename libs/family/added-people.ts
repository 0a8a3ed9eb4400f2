import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Answer, type Case, DomainError } from '#domain';
import {
  Mentions,
  nextPosition,
  type OpenMention,
  type PersonNames,
  type RelationshipKind,
  SIBLING_KINDS,
  NOTHING_KNOWN,
} from '#people';
import type { Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';

export interface NewPerson {
  readonly names: PersonNames;
  readonly dateOfBirth: string | null;
  readonly kind: RelationshipKind;
  readonly parentalResponsibility: Answer;
  readonly livesInHousehold: Answer;
}

/** Writes somebody into a referral's people after it came in; to be matched like everybody else. */
@Injectable()
export class AddedPeople {
  constructor(
    private readonly mentions: Mentions,
    private readonly vault: Vault,
  ) {}

  async add(tx: Tx, found: Case, person: NewPerson, at: Date): Promise<OpenMention> {
    const key = await this.keyOf(tx, found);
    const { livesInHousehold, kind } = person;
    const role = livesInHousehold === 'yes' || SIBLING_KINDS.includes(kind) ? 'household_member' : 'other_adult';
    const mention: OpenMention = {
      id: randomUUID(),
      authorityId: found.authorityId,
      referralId: found.referralId,
      caseId: null,
      role,
      position: await nextPosition(tx, found.referralId, role),
      personId: randomUUID(),
      receivedAt: at,
      details: detailsOf(person),
    };
    await this.mentions.add(tx, mention, key);
    return mention;
  }

  private async keyOf(tx: Tx, found: Case): Promise<RecordKey> {
    const key = await this.vault.keyOf(tx, found);
    if (key !== null) return key;
    throw new DomainError('action_not_available', 'The people of a record from before there were keys are not kept.');
  }
}

function detailsOf(person: NewPerson): OpenMention['details'] {
  const { names, dateOfBirth, parentalResponsibility, livesInHousehold } = person;
  return { ...NOTHING_KNOWN, names, dateOfBirth, parentalResponsibility, livesInHousehold };
}
