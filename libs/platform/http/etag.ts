import { DomainError } from '#domain';

/** Strong ETag of a record: the count of its changes. */
export function etagOf(version: number): string {
  return `"${String(version)}"`;
}

/**
 * The version that the client says it read.
 * @throws DomainError `precondition_required` when there is no usable If-Match.
 */
export function requireIfMatch(header: string | undefined): number {
  const version = /^"(\d{1,9})"$/.exec(header ?? '')?.[1];
  if (version === undefined) {
    throw new DomainError('precondition_required', 'Send If-Match with the ETag of the record as you last read it.');
  }
  return Number(version);
}
