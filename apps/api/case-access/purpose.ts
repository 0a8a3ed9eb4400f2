import type { FastifyRequest } from 'fastify';
import { ACCESS_PURPOSES, type AccessPurpose } from '#access-policy';
import { DomainError } from '#domain';

const NAME = 'access-purpose';

/** For the OpenAPI document: the header in which somebody says what they look for. */
export const ACCESS_PURPOSE_HEADER = {
  name: 'Access-Purpose',
  required: false,
  description: 'What you look at the record for; kept with the access event',
  schema: { type: 'string' as const, enum: [...ACCESS_PURPOSES] },
};

/** @throws DomainError `validation_failed` for a purpose that is none of ours. */
export function purposeOf(request: FastifyRequest): AccessPurpose | null {
  const given = request.headers[NAME];
  if (given === undefined) return null;
  const purpose = ACCESS_PURPOSES.find((known) => known === given);
  if (purpose !== undefined) return purpose;
  throw new DomainError('validation_failed', 'The Access-Purpose is not one that is kept.', [
    { pointer: '', message: `Access-Purpose must be one of ${ACCESS_PURPOSES.join(', ')}.` },
  ]);
}
