import { type DomainError, ERROR_CATALOGUE, type ErrorCode, type Fault } from '#domain';
import { correlationId } from '../logging/correlation.ts';

/** Problem document of RFC 9457, with a stable code and a JSON pointer for every fault. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly instance: string;
  readonly correlationId: string;
  readonly errors: readonly Fault[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export function problemOf(error: DomainError, instance: string): Problem {
  const entry = ERROR_CATALOGUE[error.code];
  return {
    type: `urn:front-door:problem:${error.code}`,
    title: entry.title,
    status: entry.status,
    detail: error.message,
    code: error.code,
    remedy: entry.remedy,
    instance,
    correlationId: correlationId(),
    errors: error.faults,
  };
}

/** Codes after which the sender should repeat the same request, with the wait in seconds. */
export function retryAfterSeconds(code: ErrorCode): number | null {
  return code === 'unavailable' ? 5 : null;
}

/** A field name is the sender's text too: one that is not a plain word could be anything, even a name. */
export function shownField(name: string): string {
  return /^[A-Za-z0-9_-]{1,60}$/.test(name) ? name : '(unreadable field name)';
}
