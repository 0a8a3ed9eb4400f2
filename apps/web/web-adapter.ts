import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  acceptCorrelationId,
  endConnectionsAtClose,
  type Environment,
  measureRequests,
  traceRequests,
  withCorrelation,
} from '#platform';
import { acceptForms, MAX_FORM_BYTES, MAX_LONG_FORM_BYTES } from './door/form-bodies.ts';
import { securityHeaders } from './door/security-headers.ts';
import { needsOf } from './page-access.ts';
import { acceptUploads } from './door/uploads.ts';

/** Answers a request whose address cannot be read: it never comes as far as a page. */
export type AnswerUnreadable = (request: FastifyRequest, reply: FastifyReply) => void;

/** Fastify as the pages need it. */
export async function webAdapter(environment: Environment, unreadable: AnswerUnreadable): Promise<FastifyAdapter> {
  const addHeaders = securityHeaders(environment);
  const adapter = new FastifyAdapter({
    trustProxy: environment.TRUSTED_PROXIES?.split(',') ?? false,
    bodyLimit: MAX_FORM_BYTES,
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // A page that gives something back once must not give it to a HEAD.
    exposeHeadRoutes: false,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      addHeaders(request, reply);
      unreadable(request, reply);
    },
    genReqId: (request: IncomingMessage) => acceptCorrelationId(request.headers['x-correlation-id']),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  await fastify.register(cookie);
  endConnectionsAtClose(fastify);
  measureRequests(fastify, environment);
  traceRequests(fastify, environment);
  fastify.addHook('onRequest', (request, reply, done) => {
    addHeaders(request, reply);
    done();
  });
  // After the body is read: its events belong to the socket and would leave the request's context.
  fastify.addHook('preValidation', (request, _reply, done) => {
    withCorrelation(request.id, done);
  });
  acceptForms(fastify);
  fastify.addHook('onRoute', (route) => {
    if (needsOf('POST', route.url)?.isLong === true) route.bodyLimit = MAX_LONG_FORM_BYTES;
  });
  await acceptUploads(fastify);
  return adapter;
}
