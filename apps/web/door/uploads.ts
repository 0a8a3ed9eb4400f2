import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { MAX_ATTACHMENT_BYTES } from '#intake';
import type { FormFields } from '#sign-in';
import { needsOf } from '../page-access.ts';

/** A file as it came with a form; `too_large` where it was longer than a form may bring. */
export type UploadedFile =
  { readonly name: string; readonly declaredType: string; readonly bytes: Buffer } | 'too_large' | 'name_not_usable';

const MOST_NAME_CHARACTERS = 255;
const files = new WeakMap<FastifyRequest, UploadedFile>();

/** Takes forms with one file, where the table of pages says so and nowhere else; they are read when the session is known. */
export async function acceptUploads(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, {
    limits: {
      fileSize: MAX_ATTACHMENT_BYTES,
      files: 1,
      fields: 10,
      parts: 11,
      fieldNameSize: 100,
      fieldSize: 10_000,
      headerPairs: 20,
    },
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isUpload = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
    const takesFile = needsOf(request.method, request.routeOptions.url ?? '')?.upload === true;
    if (isUpload && !takesFile) done(new DomainError('unsupported_media_type', 'This form brings no file.'));
    else done();
  });
}

/**
 * Reads a form with a file, if it is one: its fields become the body, as of any other form; the file waits for `fileOf`.
 * @throws DomainError `malformed_upload`.
 */
export async function readUpload(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return;
  const fields = Object.create(null) as Record<string, string>;
  request.body = fields satisfies FormFields;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else if (part.filename === '') await part.toBuffer();
      else files.set(request, await fileOfPart(part));
    }
  } catch (error: unknown) {
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') files.set(request, 'too_large');
    else throw new DomainError('malformed_upload', 'The form cannot be read.', [], { cause: error });
  }
}

/** The file that came with the form; `null` where none was chosen. */
export function fileOf(request: FastifyRequest): UploadedFile | null {
  return files.get(request) ?? null;
}

async function fileOfPart(part: multipart.MultipartFile): Promise<UploadedFile> {
  const bytes = await part.toBuffer();
  const name = (part.filename.split(/[/\\]/).at(-1) ?? '').normalize('NFC').trim();
  // Nothing in a name may hide how it ends.
  const isPlain = name !== '' && name.length <= MOST_NAME_CHARACTERS && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
  return isPlain ? { name, declaredType: part.mimetype, bytes } : 'name_not_usable';
}
