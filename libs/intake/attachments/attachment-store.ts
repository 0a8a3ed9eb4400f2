import { Injectable } from '@nestjs/common';
import type { ReferralId } from '#domain';
import type { Tx } from '#platform';
import { type RecordKey, Vault } from '#vault';
import type { Attachment } from './attachment.ts';
import { AttachmentRepository, type NewAttachment, type StoredAttachment } from './attachment.repository.ts';

/** Whose attachments: the referral's key seals them. */
export interface AttachmentOwner {
  readonly authorityId: string;
  readonly referralId: ReferralId;
}

const NAME = 'attachment.name';
const CONTENT = 'attachment_content.content';

/** Attachments as they are read, over what is stored sealed. Referrals from before there were keys have theirs in clear. */
@Injectable()
export class AttachmentStore {
  constructor(
    private readonly rows: AttachmentRepository,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError `record_disposed` when the key of the referral was destroyed. */
  async add(tx: Tx, { name, ...attachment }: Unsealed, bytes: Buffer): Promise<void> {
    const { id } = attachment;
    const key = await this.vault.keyOf(tx, attachment);
    const sealedName = key === null ? name : key.seal(NAME, id, name);
    const content = key === null ? bytes : key.sealBytes(CONTENT, id, bytes);
    await this.rows.insert(tx, { ...attachment, sealedName }, content);
  }

  /** Makes others who change the same referral's attachments wait; the attachments there are, in the order they came. */
  async hold(tx: Tx, owner: AttachmentOwner): Promise<Attachment[]> {
    await this.rows.holdReferral(tx, owner.referralId);
    return this.ofReferral(tx, owner);
  }

  async ofReferral(tx: Tx, owner: AttachmentOwner): Promise<Attachment[]> {
    const key = await this.vault.keyOf(tx, owner);
    const stored = await this.rows.ofReferral(tx, owner.authorityId, owner.referralId);
    return stored.map((each) => opened(key, each));
  }

  async find(tx: Tx, authorityId: string, id: string): Promise<Attachment | null> {
    const stored = await this.rows.find(tx, authorityId, id);
    if (stored === null) return null;
    return opened(await this.vault.keyOf(tx, { authorityId, referralId: stored.referralId }), stored);
  }

  /** The bytes; `null` once they are gone. @throws BrokenSealError when they were altered. */
  async contentOf(tx: Tx, owner: AttachmentOwner, id: string): Promise<Buffer | null> {
    const stored = await this.rows.contentOf(tx, owner.authorityId, id);
    const key = await this.vault.keyOf(tx, owner);
    return stored === null || key === null ? stored : key.openBytes(CONTENT, id, stored);
  }
}

export type Unsealed = Omit<NewAttachment, 'sealedName'> & { readonly name: string };

function opened(key: RecordKey | null, { sealedName, ...rest }: StoredAttachment): Attachment {
  return { ...rest, name: key === null ? sealedName : key.open(NAME, rest.id, sealedName) };
}
