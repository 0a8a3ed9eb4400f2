import { DomainError } from '#domain';

/** Node and PostgreSQL codes that mean "not now", not "wrong": refused, reset, shutting down, too many connections. */
const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08003',
  '08006',
  '25P03',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);
const PASSING_TEXTS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection/;

/** Turns a fault of the connection into the refusal a sender can act on; every other error passes through unchanged. */
export function toUnavailable(error: unknown): unknown {
  if (!isPassing(error)) return error;
  return new DomainError('unavailable', 'The database cannot be reached at the moment.', [], { cause: error });
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && PASSING_CODES.has(code)) || PASSING_TEXTS.test(error.message);
}
