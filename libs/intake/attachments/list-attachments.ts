import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import { Database } from '#platform';
import { SentReferrals } from '../sent-referrals.ts';
import type { Attachment } from './attachment.ts';
import { AttachmentStore } from './attachment-store.ts';

/**
 * What was sent with a referral and where each file stands, for its sender and for the front door.
 * @throws DomainError `not_found`, also for a referral that is not the reader's to see; `record_disposed`.
 */
@Injectable()
export class ListAttachments {
  constructor(
    private readonly database: Database,
    private readonly sent: SentReferrals,
    private readonly attachments: AttachmentStore,
  ) {}

  execute(actor: Actor, reference: string): Promise<readonly Attachment[]> {
    return this.database.inTransaction(actor, async (tx) => {
      const { referral } = await this.sent.open(tx, { actor, reference, purpose: null });
      return this.attachments.ofReferral(tx, { authorityId: referral.authorityId, referralId: referral.id });
    });
  }
}
