import { Injectable } from '@nestjs/common';
import { asId, type ReferralId } from '#domain';
import { execute, sql, type Tx } from '#platform';

/** An attachment that this process has in hand. */
export interface WaitingAttachment {
  readonly id: string;
  readonly referralId: ReferralId;
  readonly sha256: string;
}

export interface StoredVerdict {
  readonly state: 'clean' | 'infected' | 'unreadable';
  /** `null` where no scanner had a part in it. */
  readonly scanner: string | null;
}

/** What waits in quarantine, claimed for the time a scan may take. */
@Injectable()
export class ScanQueue {
  /** The attachment that has waited longest; `null` when none is due. */
  async claim(tx: Tx, authorityId: string): Promise<WaitingAttachment | null> {
    const [row] = await sql<{ id: string; referral_id: string; sha256: string }>(tx, CLAIM, [authorityId]);
    return row === undefined ? null : { id: row.id, referralId: asId(row.referral_id), sha256: row.sha256 };
  }

  /** Later again, and each time twice as late, up to a quarter of an hour. */
  async putBack(tx: Tx, id: string): Promise<void> {
    await execute(tx, PUT_BACK, [id]);
  }

  /** `false` when somebody else has settled it. */
  async settle(tx: Tx, id: string, { state, scanner }: StoredVerdict, at: Date): Promise<boolean> {
    return (await execute(tx, SETTLE, [id, state, scanner, at])) === 1;
  }
}

const CLAIM = `UPDATE attachment SET scan_after = now() + interval '2 minutes'
  WHERE id = (SELECT id FROM attachment WHERE authority_id = $1 AND state = 'quarantined' AND scan_after <= now()
    ORDER BY scan_after LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, referral_id, sha256`;
const PUT_BACK = `UPDATE attachment SET scan_attempts = scan_attempts + 1,
    scan_after = now() + least(interval '15 minutes', interval '1 second' * 2 ^ least(scan_attempts, 10))
  WHERE id = $1 AND state = 'quarantined'`;
const SETTLE = `UPDATE attachment SET state = $2, scanner = $3, scanned_at = $4 WHERE id = $1 AND state = 'quarantined'`;
