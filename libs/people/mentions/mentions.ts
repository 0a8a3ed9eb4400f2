import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReferralDocument } from '#domain';
import type { Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import { Relationships } from '../households/relationships.ts';
import { Residences } from '../households/residences.ts';
import { blockingKeysOf } from '../matching/blocking-keys.ts';
import { blindKey } from '../matching/blind-key.ts';
import { comparable } from '../matching/comparable.ts';
import {
  type FetchedMention,
  findMentions,
  findMentionsOf,
  insertKeys,
  insertMentions,
  type MentionKey,
} from '../store/mention.query.ts';
import type { ArrivedMention, Mention, OpenMention } from './mention.ts';
import { peopleOfReferral } from './people-of-referral.ts';
import type { PersonDetails } from './person-details.ts';

/** A referral as it comes in, as much of it as its people hang on, and the key that seals them. */
export interface ArrivingReferral {
  readonly id: string;
  readonly receivedAt: Date;
  readonly cases: readonly { readonly id: string; readonly childIndex: number }[];
  readonly document: ReferralDocument;
  readonly key: RecordKey;
}

const DETAILS = 'person_mention.details';

/** The people named in referrals: written once, when a referral comes in, their details sealed under its key. */
@Injectable()
export class Mentions {
  constructor(
    private readonly vault: Vault,
    private readonly relationships: Relationships,
    private readonly residences: Residences,
  ) {}

  /** Everybody in a document is a person of their own until somebody says that two are one: twins stay two. */
  async insertAll(tx: Tx, authorityId: string, referrals: readonly ArrivingReferral[]): Promise<void> {
    const arrived = referrals.flatMap((referral) =>
      openMentions(authorityId, referral).map((mention) => ({ mention, key: referral.key })),
    );
    await Promise.all([
      this.write(tx, authorityId, arrived),
      this.relationships.insertReported(
        tx,
        arrived.map(({ mention }) => mention),
      ),
      this.residences.insertReported(tx, arrived),
    ]);
  }

  /** Somebody of whom a person learned after the referral had come in. */
  async add(tx: Tx, mention: OpenMention, key: RecordKey): Promise<void> {
    await this.write(tx, mention.authorityId, [{ mention, key }]);
  }

  /** By id. Left out are those that are gone, that this person may not see, and those whose key was destroyed. */
  async open(tx: Tx, authorityId: string, mentionIds: readonly string[]): Promise<ReadonlyMap<string, OpenMention>> {
    if (mentionIds.length === 0) return new Map();
    return this.opened(tx, authorityId, await findMentions(tx, authorityId, mentionIds));
  }

  /** Who stands in a referral, children first; without what is sealed. */
  async ofReferral(tx: Tx, authorityId: string, referralId: string): Promise<Mention[]> {
    const found = await findMentionsOf(tx, authorityId, [referralId]);
    return found.map(({ details: _sealed, wrapped: _wrapped, keyId: _keyId, ...mention }) => mention);
  }

  private async write(tx: Tx, authorityId: string, arrived: readonly ArrivedMention[]): Promise<void> {
    const sealed = arrived.map(({ mention, key }) => ({
      ...mention,
      details: key.seal(DETAILS, mention.id, JSON.stringify(mention.details)),
    }));
    const keys = arrived.flatMap(({ mention }) => this.keysOf(mention));
    await Promise.all([insertMentions(tx, sealed), insertKeys(tx, authorityId, keys)]);
  }

  /** As `open`, for everybody in these referrals `but` those whom the caller has opened already. */
  async openOf(
    tx: Tx,
    authorityId: string,
    referralIds: readonly string[],
    but: readonly string[] = [],
  ): Promise<OpenMention[]> {
    if (referralIds.length === 0) return [];
    return [...(await this.opened(tx, authorityId, await findMentionsOf(tx, authorityId, referralIds, but))).values()];
  }

  private async opened(
    tx: Tx,
    authorityId: string,
    fetched: readonly FetchedMention[],
  ): Promise<ReadonlyMap<string, OpenMention>> {
    this.vault.remember(tx, authorityId, fetched);
    const keys = await this.vault.keysOf(tx, authorityId, [...new Set(fetched.map((mention) => mention.referralId))]);
    return new Map(
      fetched.flatMap(({ details: sealed, wrapped: _wrapped, keyId: _keyId, ...mention }) => {
        const key = keys.get(mention.referralId);
        if (key === undefined || key.erased) return [];
        const details = JSON.parse(key.open(DETAILS, mention.id, sealed)) as PersonDetails;
        return [[mention.id, { ...mention, details }] as const];
      }),
    );
  }

  private keysOf(mention: OpenMention): MentionKey[] {
    return blockingKeysOf(comparable(mention)).map((key) => ({
      mentionId: mention.id,
      key: blindKey(this.vault, mention.authorityId, key),
    }));
  }
}

function openMentions(authorityId: string, referral: ArrivingReferral): OpenMention[] {
  const caseOfChild = new Map(referral.cases.map(({ id, childIndex }) => [childIndex, id]));
  return peopleOfReferral(referral.document).map(({ role, position, details }) => ({
    id: randomUUID(),
    authorityId,
    referralId: referral.id,
    caseId: role === 'child' ? (caseOfChild.get(position) ?? null) : null,
    role,
    position,
    personId: randomUUID(),
    receivedAt: referral.receivedAt,
    details,
  }));
}
