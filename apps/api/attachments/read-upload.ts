import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { type IncomingFile, MAX_ATTACHMENT_BYTES } from '#intake';

const MOST_NAME_CHARACTERS = 255;

/**
 * The one file of a form; its other fields are skipped.
 * @throws DomainError `unsupported_media_type`, `attachment_refused`, `body_too_large`, `malformed_upload`.
 */
export async function readUpload(request: FastifyRequest): Promise<IncomingFile> {
  if (!request.isMultipart()) {
    throw new DomainError('unsupported_media_type', 'Send the file as multipart/form-data.');
  }
  try {
    let found: IncomingFile | null = null;
    // To the end of the form: a second file is a fault, and is not passed over in silence.
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      const bytes = await part.toBuffer();
      found = { name: plainName(part), declaredType: part.mimetype, bytes };
    }
    if (found === null) throw new DomainError('malformed_upload', 'The form holds no file.');
    return found;
  } catch (error: unknown) {
    throw refusalOf(error);
  }
}

/** Without folders, and without what could hide how it ends. */
function plainName({ filename }: MultipartFile): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  const name = last.normalize('NFC').trim();
  const isPlain = name !== '' && name.length <= MOST_NAME_CHARACTERS && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
  if (isPlain) return name;
  throw new DomainError('attachment_refused', 'The name of the file cannot be kept.');
}

function refusalOf(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    const most = String(MAX_ATTACHMENT_BYTES / 1024 / 1024);
    return new DomainError('body_too_large', `The file is larger than ${most} MB.`, [], { cause: error });
  }
  return new DomainError('malformed_upload', 'The form cannot be read.', [], { cause: error });
}
