import type { FastifyInstance } from 'fastify';
import { DomainError } from '#domain';
import type { FormFields } from '#sign-in';

export const MAX_FORM_BYTES = 64 * 1024;
/** A page with its longest texts, in a script whose letters take nine bytes on the way. */
export const MAX_LONG_FORM_BYTES = 1024 * 1024;
const MOST_FIELDS = 200;

/** Forms are the one kind of body that the pages read: flat, and no more than 200 fields. */
export function acceptForms(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_request, body: string, done) => {
      const fields = parse(body);
      if (fields instanceof DomainError) done(fields);
      else done(null, fields);
    },
  );
}

function parse(body: string): FormFields | DomainError {
  if (body.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) {
    return new DomainError('body_too_large', 'The form has too many fields.');
  }
  const fields = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(body)) {
    if (name.includes('\0') || value.includes('\0')) {
      return new DomainError('text_not_storable', 'The form holds characters that cannot be kept.');
    }
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}
