import { DomainError, type ErrorCode } from '#domain';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';

/** Where the error summary leads when no single field is at fault. */
const WHOLE_FORM = 'form';

/**
 * What a page says when a change was refused for what the rule set has become meanwhile.
 * @throws the error itself, when it is of another kind.
 */
export function refusalOf(error: unknown, { rules: { refusals } }: Words): Faults {
  const texts: Partial<Record<ErrorCode, string>> = {
    record_changed: refusals.changed,
    rule_set_not_ready: refusals.notReady,
    second_person_needed: refusals.secondPerson,
  };
  const text = error instanceof DomainError ? texts[error.code] : undefined;
  if (text === undefined) throw error;
  return { [WHOLE_FORM]: text };
}

/** The revision that a form was made from; 0, which no version has, for anything else. */
export function revisionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
