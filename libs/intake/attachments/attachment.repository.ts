import { Injectable } from '@nestjs/common';
import { asId, type ReferralId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import type { Attachment, AttachmentState } from './attachment.ts';

/** An attachment as it is stored: its name sealed. */
export interface StoredAttachment extends Omit<Attachment, 'name'> {
  readonly sealedName: string;
}

export interface NewAttachment {
  readonly id: string;
  readonly authorityId: string;
  readonly referralId: ReferralId;
  readonly sealedName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly uploadedBy: string;
}

interface Row {
  readonly id: string;
  readonly referral_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly received_at: Date;
  readonly state: AttachmentState;
  readonly scanned_at: Date | null;
}

/** Attachments and their sealed bytes. Row-level security shows only those of referrals that the reader may see. */
@Injectable()
export class AttachmentRepository {
  /** Makes uploads to one referral wait for each other until the transaction ends. */
  async holdReferral(tx: Tx, referralId: ReferralId): Promise<void> {
    await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('attachment ' || $1, 0))`, [referralId]);
  }

  async insert(tx: Tx, attachment: NewAttachment, content: Buffer): Promise<void> {
    const { id, authorityId } = attachment;
    await execute(tx, INSERT, [
      id,
      authorityId,
      attachment.referralId,
      attachment.sealedName,
      attachment.mediaType,
      attachment.sizeBytes,
      attachment.sha256,
      attachment.receivedAt,
      attachment.uploadedBy,
    ]);
    await execute(tx, INSERT_CONTENT, [id, authorityId, content]);
  }

  /** In the order they came. */
  async ofReferral(tx: Tx, authorityId: string, referralId: ReferralId): Promise<StoredAttachment[]> {
    const where = 'WHERE authority_id = $1 AND referral_id = $2 ORDER BY received_at, id';
    return (await sql<Row>(tx, `${SELECT} ${where}`, [authorityId, referralId])).map(storedOf);
  }

  async find(tx: Tx, authorityId: string, id: string): Promise<StoredAttachment | null> {
    const [row] = await sql<Row>(tx, `${SELECT} WHERE authority_id = $1 AND id = $2`, [authorityId, id]);
    return row === undefined ? null : storedOf(row);
  }

  /** The sealed bytes; `null` once they are gone. */
  async contentOf(tx: Tx, authorityId: string, id: string): Promise<Buffer | null> {
    const text = 'SELECT content FROM attachment_content WHERE authority_id = $1 AND attachment_id = $2';
    const [row] = await sql<{ content: Buffer }>(tx, text, [authorityId, id]);
    return row?.content ?? null;
  }
}

function storedOf(row: Row): StoredAttachment {
  return {
    id: row.id,
    referralId: asId(row.referral_id),
    sealedName: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    receivedAt: row.received_at,
    state: row.state,
    scannedAt: row.scanned_at,
  };
}

const SELECT = `SELECT id, referral_id, name, media_type, size_bytes, sha256, received_at, state, scanned_at FROM attachment`;
const INSERT = `INSERT INTO attachment
    (id, authority_id, referral_id, name, media_type, size_bytes, sha256, received_at, uploaded_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const INSERT_CONTENT = `INSERT INTO attachment_content (attachment_id, authority_id, content) VALUES ($1, $2, $3)`;
