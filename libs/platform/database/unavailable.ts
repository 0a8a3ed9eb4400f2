import { DomainError } from '#domain';

/**
 * Node and PostgreSQL codes that mean "not now", not "wrong": refused, reset, out of reach; shutting down, a standby, too
 * many connections, no room on the disk, a lock that others hold, a deadlock that another won.
 */
const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08003',
  '08006',
  '25006',
  '25P03',
  '40P01',
  '53100',
  '53200',
  '53300',
  '53400',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
]);
const PASSING_TEXTS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection|Query runner already released/;

/**
 * `unavailable`, where the connection failed between COMMIT and its answer: nobody here knows whether it was stored.
 * Whoever can tell its own work again by an id does it once more, see `untilKnown`.
 */
export class OutcomeUnknownError extends DomainError {
  constructor(cause: unknown) {
    super('unavailable', 'It is not known yet whether this was stored. Sent again it is stored once.', [], { cause });
  }
}

/** Turns a fault of the connection into the refusal a sender can act on; every other error passes through unchanged. */
export function toUnavailable(error: unknown): unknown {
  if (!isPassing(error)) return error;
  return new DomainError('unavailable', 'The database cannot be reached at the moment.', [], { cause: error });
}

/** As `toUnavailable`, for what failed at COMMIT: a refusal by PostgreSQL is an answer, the end of the connection is none. */
export function toOutcome(error: unknown): unknown {
  return isPassing(error) && !isAnswer(error) ? new OutcomeUnknownError(error) : toUnavailable(error);
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && PASSING_CODES.has(code)) || PASSING_TEXTS.test(error.message);
}

/** PostgreSQL said no and kept the connection, or the connection had been lost before and COMMIT was not sent at all. */
function isAnswer(error: unknown): boolean {
  const { code, message } = error as Error & { code?: unknown };
  if (/^(Query runner already released|Client has encountered)/.test(message)) return true;
  return typeof code === 'string' && /^(25006|40|53|55|57014)/.test(code);
}
