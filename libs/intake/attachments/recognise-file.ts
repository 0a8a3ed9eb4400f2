import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '#domain';
import { MAX_ATTACHMENT_BYTES, type IncomingFile } from './attachment.ts';
import { archiveFault } from './check-archive.ts';
import { agrees, type FileKind, kindOf } from './file-kinds.ts';
import { endsAsZip } from './zip-directory.ts';

const ZIP = /^PK\u0003\u0004/;
/** Readers of PDF look for its beginning this far into a file. */
const PDF_SEARCH_BYTES = 1_024;
const PAGE = /<(script|html|svg|iframe|object|embed|!doctype\s+html)\b|<\?php|<\w+\s[^<>]*\bon[a-z]+\s*=/i;

/**
 * Says what a file is by its content, and only when its name and declared type say the same.
 * @throws DomainError `attachment_refused`, with the reason; `body_too_large`.
 */
export async function recogniseFile(file: IncomingFile): Promise<FileKind> {
  if (file.bytes.length > MAX_ATTACHMENT_BYTES) {
    throw new DomainError('body_too_large', 'The file is larger than 10 MB.');
  }
  if (file.bytes.length === 0) throw refused('The file is empty.');
  const kind = await kindByContent(file.bytes);
  if (kind === null) throw refused('Files of this kind are not taken.');
  if (!agrees(kind, file.name, file.declaredType)) {
    throw refused(`The content is ${kind.mediaType}; the name or the declared type says otherwise.`);
  }
  return kind;
}

async function kindByContent(bytes: Buffer): Promise<FileKind | null> {
  const isZip = ZIP.test(bytes.toString('latin1', 0, 4));
  const fault = isZip ? archiveFault(bytes) : doubleFault(bytes);
  if (fault !== null) throw refused(fault);
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return kindOf(found.mime === 'image/heif' ? 'image/heic' : found.mime);
  return isPlainText(bytes) ? kindOf('text/plain') : null;
}

/** A file that is two things at once is one of them for the scanner and the other for its reader. */
function doubleFault(bytes: Buffer): string | null {
  const twoAtOnce = 'The file is of two kinds at once.';
  if (endsAsZip(bytes)) return twoAtOnce;
  const pdf = bytes.subarray(0, PDF_SEARCH_BYTES).indexOf('%PDF-');
  if (pdf > 0) return twoAtOnce;
  const text = bytes.toString('latin1');
  if (pdf === -1 && PAGE.test(text)) return 'The file holds a web page or a script.';
  return pdf === 0 && PAGE.test(text.slice(0, PDF_SEARCH_BYTES)) ? twoAtOnce : null;
}

/** UTF-8 without control characters but those that lay text out. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch {
    return false;
  }
}

function refused(detail: string): DomainError {
  return new DomainError('attachment_refused', detail);
}
