import { Injectable } from '@nestjs/common';
import { authorityIds } from '#nation-packs';
import { Database, EventLog, execute } from '#platform';

/**
 * Takes away what was typed into drafts that nobody sent in time; that they were removed shows to their owners for a
 * month. Receipts of sent drafts and what is known of senders go, too, when nobody has needed them for long.
 */
@Injectable()
export class RemoveExpiredDrafts {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      const count = await this.database.inTransaction({ authorityId }, async (tx) => {
        await execute(tx, FORGET_ENDED, [authorityId]);
        await execute(tx, FORGET_SENDERS, [authorityId]);
        return execute(tx, EXPIRE, [authorityId]);
      });
      if (count > 0) this.log.info('drafts.expired', { count });
    }
  }
}

const EXPIRE = `UPDATE referral_draft SET ended = 'expired', ended_at = now(), content = NULL
  WHERE authority_id = $1 AND ended IS NULL AND expires_at < now()`;

const FORGET_ENDED = `DELETE FROM referral_draft
  WHERE authority_id = $1 AND ended IS NOT NULL AND ended_at < now() - interval '30 days'`;

const FORGET_SENDERS = `DELETE FROM sender_details WHERE authority_id = $1 AND saved_at < now() - interval '1 year'`;
