import { Injectable } from '@nestjs/common';
import type { AuthorityId, ReferralId } from '#domain';
import { sql, type Tx } from '#platform';
import type { NewReferral } from './referral.repository.ts';
import { ReferralRepository } from './referral.repository.ts';

type Committed = Pick<
  NewReferral,
  | 'agencyId'
  | 'reference'
  | 'idempotencyKey'
  | 'bodySha256'
  | 'receivedAt'
  | 'submittedBy'
  | 'receipt'
  | 'flags'
  | 'correlationId'
> &
  Partial<Pick<NewReferral, 'channel'>>;

/**
 * A referral as the audit log vouches for it: the hash of its body, and everything else of its row. A partner system's
 * channel goes without saying, as it did before there were others.
 */
export function committedReferral(referral: Committed): Committed {
  const { agencyId, reference, idempotencyKey, bodySha256, receivedAt, submittedBy, receipt, flags } = referral;
  const { correlationId, channel } = referral;
  return {
    agencyId,
    reference,
    idempotencyKey,
    bodySha256,
    receivedAt,
    submittedBy,
    receipt,
    flags,
    correlationId,
    ...(channel === undefined || channel === 'system' ? {} : { channel }),
  };
}

/** Reads back what `committedReferral` said of a referral when it came. */
@Injectable()
export class CommittedReferrals {
  constructor(private readonly referrals: ReferralRepository) {}

  /**
   * Of one authority, by id; what is gone is left out, and so is what lost its key.
   * @throws Error when a body is not the one that was received.
   */
  async ofIds(tx: Tx, authorityId: AuthorityId, ids: readonly ReferralId[]): Promise<ReadonlyMap<string, Committed>> {
    const rows = await sql<Committed & { readonly id: string }>(tx, ROWS, [authorityId, ids]);
    const readable = new Set((await this.referrals.ofIds(tx, authorityId, ids)).map(({ id }) => id as string));
    return new Map(rows.filter(({ id }) => readable.has(id)).map((row) => [row.id, committedReferral(row)]));
  }
}

const ROWS = `SELECT id, agency_id AS "agencyId", reference, idempotency_key AS "idempotencyKey", body_sha256 AS "bodySha256",
    received_at AS "receivedAt", submitted_by AS "submittedBy", receipt, flags, correlation_id AS "correlationId", channel
  FROM referral WHERE authority_id = $1 AND id = ANY ($2::uuid[])`;
