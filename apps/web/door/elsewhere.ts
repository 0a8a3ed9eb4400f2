import type { FastifyRequest } from 'fastify';

/** The answer is on another page: sends the browser there, as a GET. */
export class Elsewhere extends Error {
  override readonly name = 'Elsewhere';

  /** `notice`: which text of `words.notices` the page there shows once. */
  constructor(
    readonly address: string,
    readonly notice: string | null = null,
  ) {
    super('The answer is on another page.');
  }
}

/** Where to sign in so as to come back to `path`. */
export function signInFor(path: string): Elsewhere {
  return new Elsewhere(`/sign-in?to=${encodeURIComponent(path)}`);
}

const OWN_PATH = /^\/(?!\/)[\w./-]{0,500}(\?[\w.=&%+~:*-]{0,1000})?$/;

/** A page of ours to come back to: anything else could lead people away after they signed in. */
export function ownPath(given: unknown): string {
  return typeof given === 'string' && OWN_PATH.test(given) ? given : '/';
}

/** The address to come back to, with what a page's filters put behind the question mark. */
export function addressOf(request: FastifyRequest): string {
  return OWN_PATH.test(request.url) ? request.url : pathOf(request);
}

/** The address that was asked for, without what stands behind a question mark. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/';
}
