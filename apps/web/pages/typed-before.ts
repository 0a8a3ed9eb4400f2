import type { FastifyRequest } from 'fastify';
import { fieldsOf } from '../door/visit.ts';

/** Hidden field of every form. */
const TOKEN_FIELD = '_token';
/** Shorter texts are typed again sooner than they are found. */
const WORTH_COPYING = 20;
/** What may go well a moment later: too many at once, a fault of ours, the database away. */
const PASSING: readonly number[] = [429, 500, 503];

/** What came with a form that something went wrong with: all of it is on the page that says so, so that none is lost. */
export interface TypedBefore {
  /** Where to send it again; null where that would be of no use. */
  readonly action: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What people wrote, to copy. */
  readonly texts: readonly string[];
}

/** Null for a page that nobody typed into; what a system sends is no form, since it carries no token. */
export function typedBefore(request: FastifyRequest, status: number): TypedBefore | null {
  const sent = fieldsOf(request);
  if (request.method !== 'POST' || !(TOKEN_FIELD in sent)) return null;
  const fields = Object.entries(sent).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
  const texts = fields.filter(({ name, value }) => !name.startsWith('_') && value.length >= WORTH_COPYING);
  return { action: PASSING.includes(status) ? request.url : null, fields, texts: texts.map(({ value }) => value) };
}
