import type { Attachment } from '#intake';
import type { AttachmentResponse } from './attachment.response.ts';

export function presentAttachment(attachment: Attachment): AttachmentResponse {
  const { id, name, mediaType, sizeBytes, sha256, state, receivedAt, scannedAt } = attachment;
  const moments = { receivedAt: receivedAt.toISOString(), scannedAt: scannedAt?.toISOString() ?? null };
  return { id, name, mediaType, sizeBytes, sha256, state, ...moments };
}
