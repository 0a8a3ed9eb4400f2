import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Environment, requiredSetting } from '#platform';

/** Sets the headers that every answer carries. */
export type AddHeaders = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Nothing from elsewhere, no inline script, no inline style, in nobody's frame. A form may lead on to the issuer: browsers hold
 * `form-action` against the redirects after it as well. `same-origin` and not `no-referrer`: with the latter browsers
 * send forms with `Origin: null`. A plain table, since an address that Fastify cannot read meets no plugin.
 */
export function securityHeaders(environment: Environment): AddHeaders {
  const issuer = new URL(requiredSetting(environment, 'OIDC_ISSUER')).origin;
  const isHttps = environment.PUBLIC_URL.startsWith('https:');
  const headers = {
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self' ${issuer}; frame-ancestors 'none'; base-uri 'none'`,
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cache-Control': 'no-store',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
  return (request, reply) => {
    void reply.headers({ ...headers, 'X-Correlation-ID': request.id });
  };
}
