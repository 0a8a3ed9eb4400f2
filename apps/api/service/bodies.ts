import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { parseJsonBody } from '#platform';

const rawBodies = new WeakMap<FastifyRequest, Buffer>();

/** The body exactly as it came over the wire. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  const bytes = rawBodies.get(request);
  if (bytes === undefined) throw new DomainError('malformed_json', 'Send a JSON body.');
  return bytes;
}

/** Where rule files are taken in; they may be larger than a referral, and need not be JSON. */
export const IMPORT_ROUTE = '/api/v1/rule-sets/imports';
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

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
