import { Injectable } from '@nestjs/common';
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
   * `null` when the row is gone.
   * @throws Error when the body is not the one that was received; DomainError `record_disposed` without its key.
   */
  async find(tx: Tx, id: string): Promise<Committed | null> {
    const [row] = await sql<Committed>(tx, ROW, [id]);
    if (row === undefined) return null;
    await this.referrals.get(tx, id as never);
    return committedReferral(row);
  }
}

const ROW = `SELECT agency_id AS "agencyId", reference, idempotency_key AS "idempotencyKey", body_sha256 AS "bodySha256",
    received_at AS "receivedAt", submitted_by AS "submittedBy", receipt, flags, correlation_id AS "correlationId", channel
  FROM referral WHERE id = $1`;
