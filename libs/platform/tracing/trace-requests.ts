import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Environment } from '../config/environment.ts';
import { type RequestSpan, requestSpan } from './traced.ts';

/** Makes every request a span, under the pattern of its route, where traces are wanted. Comes before the routes. */
export function traceRequests(fastify: FastifyInstance, { OTEL_EXPORTER_OTLP_ENDPOINT }: Environment): void {
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return;
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const span = requestSpan(request.method);
    if (span !== null) spans.set(request, span);
    done();
  });
  // After the body is read: its events belong to the socket and would leave the request's context.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else span.within(done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    spans.get(request)?.end({ route, status: reply.statusCode, correlation_id: request.id });
    done();
  });
}
