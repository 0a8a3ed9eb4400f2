import type { FastifyRequest } from 'fastify';
import { type Actor, DomainError } from '#domain';
import type { FormFields, Session } from '#sign-in';

/** Who is at the page, and what they had typed when their session was over. */
export interface Visit {
  readonly session: Session | null;
  readonly held: FormFields | null;
}

const visits = new WeakMap<FastifyRequest, Visit>();

export function setVisit(request: FastifyRequest, visit: Visit): void {
  visits.set(request, visit);
}

/** Of a request that never came as far as the guard, nobody's. */
export function visitOf(request: FastifyRequest): Visit {
  return visits.get(request) ?? { session: null, held: null };
}

/** Only for pages that need a sign-in. */
export function sessionOf(request: FastifyRequest): Session {
  const { session } = visitOf(request);
  if (session === null) throw new DomainError('not_signed_in', 'Sign in first.');
  return session;
}

export function personAt(request: FastifyRequest): Actor {
  return sessionOf(request).actor;
}

/** What came with a form; nothing for a body of another kind. */
export function fieldsOf(request: FastifyRequest): FormFields {
  const { body } = request;
  return typeof body === 'object' && body !== null ? (body as FormFields) : {};
}

/** One field's text; empty when it was left out or sent more than once. */
export function textOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
