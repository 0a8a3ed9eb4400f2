import type { Attachment } from '#intake';
import type { Tag } from './headline.presenter.ts';
import type { Telling } from './telling.ts';

const BYTES_PER_KILOBYTE = 1024;

export interface AttachmentLine {
  readonly name: string;
  readonly size: string;
  readonly state: Tag;
  /** Where to save it from; `null` until the scanner has found it clean. */
  readonly href: string | null;
}

const TONES = { quarantined: 'yellow', clean: 'green', infected: 'red', unreadable: 'red' } as const;

export function presentAttachments(
  caseId: string,
  attachments: readonly Attachment[],
  { words }: Telling,
): AttachmentLine[] {
  return attachments.map(({ id, name, sizeBytes, state }) => ({
    name,
    size: words.casePage.attachments.size(Math.max(1, Math.round(sizeBytes / BYTES_PER_KILOBYTE))),
    state: { text: words.codes.attachmentStates[state], tone: TONES[state] },
    href: state === 'clean' ? `/cases/${caseId}/attachments/${id}` : null,
  }));
}
