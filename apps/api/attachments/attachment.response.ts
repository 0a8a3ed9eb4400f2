import Type, { type Static } from 'typebox';
import { ATTACHMENT_STATES } from '#intake';

export const attachmentResponse = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String({ description: 'Name of the file as it was sent' }),
    mediaType: Type.String({ description: 'What its content is' }),
    sizeBytes: Type.Integer(),
    sha256: Type.String({ description: 'SHA-256 of its bytes, hexadecimal' }),
    receivedAt: Type.String({ format: 'date-time' }),
    state: Type.Enum([...ATTACHMENT_STATES], {
      description: 'Nobody gets the file before it is `clean`; an `infected` or `unreadable` one is never given out',
    }),
    scannedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  },
  { description: 'A file that belongs to a referral' },
);

export const attachmentListResponse = Type.Object({
  attachments: Type.Array(attachmentResponse, { description: 'In the order they came' }),
});

export type AttachmentResponse = Static<typeof attachmentResponse>;
export type AttachmentListResponse = Static<typeof attachmentListResponse>;
