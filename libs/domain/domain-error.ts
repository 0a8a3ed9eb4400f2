import type { ErrorCode } from './error-codes.ts';

/** One fault of a request, with the JSON pointer (RFC 6901) of the value it is about. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
  /** Where it stands in a file that was sent, counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

/**
 * A refusal with a stable code. Carries no personal data: its text may reach logs and other people's screens.
 * The HTTP status and title come from the code's entry in the error catalogue.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly faults: readonly Fault[] = [],
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
