import type { ReferralId } from '#domain';

/** An attachment may be so long. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;

/** Where an attachment stands. Only the scanner takes it out of quarantine, and its verdict is final. */
export const ATTACHMENT_STATES = ['quarantined', 'clean', 'infected', 'unreadable'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** A file that belongs to a referral, without its bytes. */
export interface Attachment {
  readonly id: string;
  readonly referralId: ReferralId;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly state: AttachmentState;
  readonly scannedAt: Date | null;
}

/** A file as it came in. */
export interface IncomingFile {
  readonly name: string;
  readonly declaredType: string;
  readonly bytes: Buffer;
}
