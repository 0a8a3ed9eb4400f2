import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { relationFor } from '#access-policy';
import { type Actor, type Case, type Clock, DomainError, type ErrorCode } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import { CaseRepository } from '../store/case.repository.ts';
import type { Attachment, AttachmentState } from './attachment.ts';
import { AttachmentStore } from './attachment-store.ts';

export interface AttachmentWithContent {
  readonly attachment: Attachment;
  readonly content: Buffer;
}

/**
 * A clean attachment with its bytes, for those who may read a case of its referral. Every reading is an access event.
 * @throws DomainError `not_found`, `not_scanned_yet`, `attachment_infected`, `attachment_unreadable`, `record_disposed`.
 */
@Injectable()
export class ReadAttachment {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly attachments: AttachmentStore,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor, id: string): Promise<AttachmentWithContent> {
    return this.database.inTransaction(actor, async (tx) => {
      const { stored, found } = await this.attachmentFor(tx, actor, id);
      const refusal = REFUSALS[stored.state];
      if (refusal !== null) throw new DomainError(refusal[0], refusal[1]);
      const { authorityId, referralId, id: caseId } = found;
      const content = await this.attachments.contentOf(tx, { authorityId, referralId }, id);
      if (content === null) throw new DomainError('record_disposed', 'The content of this attachment is gone.');
      const details = { attachmentId: id, relation: relationFor(actor, 'case.read', found) };
      const occurredAt = this.clock.now();
      await this.audit.append(tx, [{ action: 'attachment.read', actor, occurredAt, referralId, caseId, details }]);
      return { attachment: stored, content };
    });
  }

  /** Cases that are restricted do not show here, and then neither does what came with them. */
  private async attachmentFor(tx: Tx, actor: Actor, id: string): Promise<{ stored: Attachment; found: Case }> {
    const stored = await this.attachments.find(tx, actor.authorityId, id);
    const cases = stored === null ? [] : await this.cases.ofReferral(tx, stored.referralId);
    const found = cases.find((each) => relationFor(actor, 'case.read', each) !== null);
    if (stored !== null && found !== undefined) return { stored, found };
    throw new DomainError('not_found', 'There is no attachment with this id for you.');
  }
}

const REFUSALS: Readonly<Record<AttachmentState, readonly [ErrorCode, string] | null>> = {
  quarantined: ['not_scanned_yet', 'The attachment waits for the scanner.'],
  clean: null,
  infected: ['attachment_infected', 'The scanner found something harmful in this attachment.'],
  unreadable: ['attachment_unreadable', 'The scanner could not read this attachment.'],
};
