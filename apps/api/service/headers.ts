import { createHash } from 'node:crypto';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Environment } from '#platform';

const DOCS = '/api/docs';
/** Nothing that the API answers is a page: a browser that is shown it runs, loads and frames nothing. */
const NOTHING = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`;

/** Headers of every answer there is. Those that depend on the settings come from `helmet`, below. */
export function addHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'X-Correlation-ID': request.id,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    ...(isDocs(request.routeOptions.url) ? {} : { 'Content-Security-Policy': NOTHING }),
  });
}

/** Has helmet add the other headers to every route; to be called before any route is made. */
export async function serveHeaders(fastify: FastifyInstance, environment: Environment): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    if (isDocs(route.url)) route.helmet = docsHeaders(route, environment);
  });
  fastify.addHook('onSend', allowOwnStyles);
  await fastify.register(helmet, {
    contentSecurityPolicy: false,
    // Over plain HTTP it would be ignored, and on a developer's machine it would outlast the demonstration.
    strictTransportSecurity: environment.PUBLIC_URL.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}

/** The reading page of the documentation runs scripts, its own and no inline ones, and signs in at the issuer. */
function docsHeaders({ url }: RouteOptions, environment: Environment): Omit<FastifyHelmetOptions, 'global'> {
  const issuer = environment.OIDC_ISSUER === undefined ? [] : [new URL(environment.OIDC_ISSUER).origin];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'none'`],
        scriptSrc: [`'self'`],
        styleSrc: [`'self'`],
        imgSrc: [`'self'`, 'data:'],
        connectSrc: [`'self'`, ...issuer],
        baseUri: [`'none'`],
        formAction: [`'none'`],
        frameAncestors: [`'none'`],
      },
    },
    // The window in which somebody signs in hands its answer to the page that opened it.
    crossOriginOpenerPolicy: { policy: url.includes('oauth2-redirect') ? 'unsafe-none' : 'same-origin-allow-popups' },
  };
}

/** The page has inline styles that are not ours to move: each is allowed by its hash, and no other. */
function allowOwnStyles(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: SendDone): void {
  const policy = reply.getHeader('content-security-policy');
  const isPage = isDocs(request.routeOptions.url) && /^text\/html/.test(String(reply.getHeader('content-type')));
  if (isPage && typeof policy === 'string' && typeof payload === 'string') {
    const sheets = hashesOf(payload, /<style>([\s\S]*?)<\/style>/g);
    const attributes = hashesOf(payload, /\sstyle="([^"]*)"/g);
    const allowed = [`'self'`, ...sheets, ...(attributes.length === 0 ? [] : [`'unsafe-hashes'`, ...attributes])];
    void reply.header('Content-Security-Policy', policy.replace(/style-src [^;]*/, `style-src ${allowed.join(' ')}`));
  }
  done(null, payload);
}

type SendDone = (error: Error | null, payload: unknown) => void;

function hashesOf(page: string, pattern: RegExp): string[] {
  return [...page.matchAll(pattern)].map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  });
}

function isDocs(url: string | undefined): boolean {
  return url?.startsWith(DOCS) ?? false;
}
