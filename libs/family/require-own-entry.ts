import { DomainError } from '#domain';

/**
 * Refuses to correct what is not there, is about somebody else, or was corrected already: of two who correct one entry
 * the second has not read what the first wrote.
 * @throws DomainError `not_found` or `record_changed`.
 */
export function requireOwnEntry(
  entries: readonly { readonly id: string; readonly mentionId: string; readonly stands: boolean }[],
  mentionId: string,
  replaces: string | null,
): void {
  if (replaces === null) return;
  const entry = entries.find((each) => each.id === replaces && each.mentionId === mentionId);
  if (entry === undefined) throw new DomainError('not_found', 'There is no such entry about this person.');
  if (!entry.stands) throw new DomainError('record_changed', 'Somebody has corrected this entry since you read it.');
}
