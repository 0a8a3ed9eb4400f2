import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { MAX_ATTACHMENT_BYTES } from '#intake';
import { parseJsonBody } from '#platform';

const rawBodies = new WeakMap<FastifyRequest, Buffer>();

/** The body exactly as it came over the wire. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  const bytes = rawBodies.get(request);
  if (bytes === undefined) throw new DomainError('malformed_json', 'Send a JSON body.');
  return bytes;
}

/** Where rule files are taken in; they may be larger than a referral, and need not be JSON. */
const IMPORT_ROUTE = '/api/v1/rule-sets/imports';
const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** Where attachments are taken in: the one address that takes a form with a file. */
export const ATTACHMENT_ROUTE = '/api/v1/referrals/:reference/attachments';
/** What a form may hold beside the file: its boundaries, and fields, which are skipped. */
const FORM_BYTES = 64 * 1024;

/** Bodies longer than a referral, by route, in bytes. */
export const BODY_LIMITS: Readonly<Record<string, number>> = {
  [IMPORT_ROUTE]: MAX_FILE_BYTES,
  [ATTACHMENT_ROUTE]: MAX_ATTACHMENT_BYTES + FORM_BYTES,
};

/**
 * One parser for JSON, the guarded one, which keeps the bytes; YAML and CSV for rule files alone; every other media type
 * is refused by Fastify.
 */
export function acceptBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    // A DELETE or an empty POST may carry the content type of its client and no body.
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    rawBodies.set(request, body);
    if (request.routeOptions.url === IMPORT_ROUTE) {
      done(null, {});
      return;
    }
    try {
      done(null, parseJsonBody(body));
    } catch (error: unknown) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser(
    ['application/yaml', 'text/csv'],
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      if (request.routeOptions.url === IMPORT_ROUTE) {
        rawBodies.set(request, body);
        done(null, {});
        return;
      }
      done(new DomainError('unsupported_media_type', 'The body must be application/json.'));
    },
  );
}

/** Takes forms with one file; the file is read where it is wanted and nowhere else. */
export async function acceptFiles(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, {
    limits: {
      fileSize: MAX_ATTACHMENT_BYTES,
      files: 1,
      fields: 5,
      parts: 6,
      fieldNameSize: 100,
      fieldSize: 1_000,
      headerPairs: 20,
    },
  });
}

/** A refusal of a form where none is taken; `null` when there is nothing to refuse. */
export function refuseOtherMultipart(request: FastifyRequest): DomainError | null {
  const isForm = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
  if (!isForm || request.routeOptions.url === ATTACHMENT_ROUTE) return null;
  return new DomainError('unsupported_media_type', 'The body must be application/json.');
}
