import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { AuditTrail } from '#audit';
import { type Actor, type Clock, DomainError } from '#domain';
import { wakeWorkers } from '#outbox';
import { CLOCK, Database, sha256, type Tx } from '#platform';
import { ReferralRepository, type StoredReferral } from '../store/referral.repository.ts';
import { type Attachment, type IncomingFile, MAX_ATTACHMENTS } from './attachment.ts';
import { AttachmentStore } from './attachment-store.ts';
import { recogniseFile } from './recognise-file.ts';

export interface Added {
  readonly attachment: Attachment;
  /** The same bytes had been sent before: nothing was stored twice. */
  readonly replayed: boolean;
}

/** A file that is known to be what it says it is. */
interface Recognised {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * Takes a file in that belongs to a referral. It is sealed and stays in quarantine until the scanner has looked at it.
 * @throws DomainError `not_found`, `attachment_refused`, `body_too_large`, `too_many_attachments`, `record_disposed`.
 */
@Injectable()
export class AddAttachment {
  constructor(
    private readonly database: Database,
    private readonly referrals: ReferralRepository,
    private readonly attachments: AttachmentStore,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `read` is asked for the file only when the referral is the actor's to add to. */
  async execute(actor: Actor, reference: string, read: () => Promise<IncomingFile>): Promise<Added> {
    await this.database.inTransaction(actor, (tx) => this.referralFor(tx, actor, reference));
    const file = await read();
    const { mediaType } = await recogniseFile(file);
    return this.database.inTransaction(actor, async (tx) => {
      const referral = await this.referralFor(tx, actor, reference);
      const { authorityId, id: referralId } = referral;
      const present = await this.attachments.hold(tx, { authorityId, referralId });
      const hash = sha256(file.bytes);
      const earlier = present.find((each) => each.sha256 === hash);
      if (earlier !== undefined) return { attachment: earlier, replayed: true };
      if (present.length >= MAX_ATTACHMENTS) {
        throw new DomainError('too_many_attachments', `A referral holds at most ${String(MAX_ATTACHMENTS)} files.`);
      }
      return { attachment: await this.store(tx, actor, referral, { ...file, mediaType }), replayed: false };
    });
  }

  private async store(tx: Tx, actor: Actor, referral: StoredReferral, file: Recognised): Promise<Attachment> {
    const { name, mediaType, bytes } = file;
    const { id: referralId, authorityId } = referral;
    const receivedAt = this.clock.now();
    const received = {
      id: randomUUID(),
      referralId,
      mediaType,
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      receivedAt,
    };
    await this.attachments.add(tx, { ...received, name, authorityId, uploadedBy: actor.id }, bytes);
    const details = { attachmentId: received.id, mediaType, sizeBytes: bytes.length, sha256: received.sha256 };
    await this.audit.append(tx, [
      { action: 'attachment.received', actor, occurredAt: receivedAt, referralId, details },
    ]);
    await wakeWorkers(tx, 'housekeeping');
    return { ...received, name, state: 'quarantined', scannedAt: null };
  }

  private async referralFor(tx: Tx, actor: Actor, reference: string): Promise<StoredReferral> {
    const referral = await this.referrals.findByReference(tx, actor.authorityId, reference);
    if (referral !== null && mayDo(actor, 'attachment.add', referral) === 'allowed') return referral;
    throw new DomainError('not_found', 'There is no referral with this reference for you.');
  }
}
