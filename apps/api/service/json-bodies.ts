import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { MAX_BODY_BYTES, parseJsonBody } from '#platform';

const rawBodies = new WeakMap<FastifyRequest, Buffer>();

/** The body exactly as it came over the wire. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  const bytes = rawBodies.get(request);
  if (bytes === undefined) throw new DomainError('malformed_json', 'Send a JSON body.');
  return bytes;
}

/** One parser for JSON, the guarded one, which keeps the bytes; every other media type is refused by Fastify. */
export function acceptJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, body: Buffer, done) => {
      // A DELETE or an empty POST may carry the content type of its client and no body.
      if (body.length === 0) {
        done(null, undefined);
        return;
      }
      try {
        const parsed = parseJsonBody(body);
        rawBodies.set(request, body);
        done(null, parsed);
      } catch (error: unknown) {
        done(error as Error);
      }
    },
  );
}
