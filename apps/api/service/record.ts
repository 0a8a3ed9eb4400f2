import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import { etagOf } from '#platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws DomainError `not_found` for an id that no record can have. */
export function idOf<T extends string>(id: string, what: string): T {
  if (UUID.test(id)) return id.toLowerCase() as T;
  throw new DomainError('not_found', `There is no ${what} with this id for you.`);
}

/** Sends the version of a record, to come back as If-Match with the next change. */
export function sendEtag(reply: FastifyReply, version: number): void {
  void reply.header('ETag', etagOf(version));
}

/** For the OpenAPI document: the header that every change of a record needs. */
export function ifMatch(record: string): { name: string; required: boolean; description: string } {
  return { name: 'If-Match', required: true, description: `ETag of the ${record} as you last read it` };
}
