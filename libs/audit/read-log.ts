import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database, sql, type Tx } from '#platform';
import { EvidenceKey } from './evidence/evidence-key.ts';
import type { Hash } from './log/hashes.ts';
import { rangeHashes } from './log/proof-source.ts';
import { consistencyRanges, inclusionRanges } from './log/proofs.ts';
import type { PublicKey } from './sealing/signing-key.ts';
import type { SignedTreeHead } from './sealing/tree-head.ts';
import { findPosition } from './store/log.query.ts';
import { findLatestHead, findPublicKeys } from './store/tree-head.query.ts';
import { type Backlog, backlogSince } from './store/waiting.query.ts';

export interface InclusionProof {
  readonly position: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
}

export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly proof: readonly Hash[];
}

export interface LogHead {
  readonly head: SignedTreeHead;
  readonly backlog: Backlog;
}

/** What anybody can check about the log of their authority without trusting the database. */
@Injectable()
export class ReadLog {
  constructor(
    private readonly database: Database,
    private readonly evidenceKey: EvidenceKey,
  ) {}

  /** The latest signed head, and what waits to be sealed. @throws DomainError `not_found` before the first. */
  head(actor: Actor): Promise<LogHead> {
    return this.database.inTransaction(actor, async (tx) => {
      const head = (await findLatestHead(tx, actor.authorityId)) ?? nothingSealed();
      return { head, backlog: await backlogSince(tx, actor.authorityId, head.cursor) };
    });
  }

  /**
   * That an event is in the log, under the latest head or a tree of the size given.
   * @throws DomainError `not_found` for an event that is not in a log of that size.
   */
  inclusion(actor: Actor, eventId: string, size: number | null): Promise<InclusionProof> {
    return this.database.inTransaction(actor, async (tx) => {
      const { authorityId } = actor;
      const position = await findPosition(tx, authorityId, eventId);
      const under = await sizeWithin(tx, authorityId, size);
      if (position === null || under === null || position >= under) {
        throw new DomainError(
          'not_found',
          'There is no event with this id in the log, as far as it goes to that size.',
        );
      }
      const [leaf = { leafHash: Buffer.alloc(0) }] = await sql<{ leafHash: Hash }>(tx, LEAF, [eventId]);
      const proof = await rangeHashes(tx, authorityId, inclusionRanges(position, under));
      return { position, size: under, leaf: leaf.leafHash, proof };
    });
  }

  /**
   * That the log of one size is the beginning of the log of another, by default of the latest.
   * @throws DomainError `validation_failed` unless 0 < from <= to <= size of the log.
   */
  consistency(actor: Actor, from: number, to: number | null): Promise<ConsistencyProof> {
    return this.database.inTransaction(actor, async (tx) => {
      const size = await sizeWithin(tx, actor.authorityId, to);
      if (size === null || from < 1 || from > size) {
        throw new DomainError('validation_failed', 'The log has no heads of these sizes in this order.');
      }
      const proof = await rangeHashes(tx, actor.authorityId, consistencyRanges(from, size));
      return { from, to: size, proof };
    });
  }

  /** Every key that has signed here, with the one that signs evidence packs now. */
  async keys(): Promise<PublicKey[]> {
    const noted = await this.database.acrossAuthorities(findPublicKeys);
    const own = this.evidenceKey.publicKey;
    return own === null || noted.some(({ id }) => id === own.id) ? noted : [...noted, own];
  }
}

const LEAF = 'SELECT leaf_hash AS "leafHash" FROM audit_event WHERE id = $1';

/** The size asked for, if the log has grown so far; the latest when none was. */
async function sizeWithin(tx: Tx, authorityId: string, size: number | null): Promise<number | null> {
  const latest = (await findLatestHead(tx, authorityId))?.size ?? 0;
  if (size !== null && size > latest) return null;
  return latest === 0 ? null : (size ?? latest);
}

function nothingSealed(): never {
  throw new DomainError('not_found', 'Nothing is sealed yet: ask again in a second.');
}
