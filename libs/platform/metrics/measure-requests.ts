import type { FastifyInstance } from 'fastify';
import type { Environment } from '../config/environment.ts';
import { measure } from './measure.ts';

/** Has every request timed under the pattern of its route, where metrics are wanted. Comes before the routes. */
export function measureRequests(fastify: FastifyInstance, { METRICS_PORT }: Environment): void {
  if (METRICS_PORT === undefined) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = `${String(Math.floor(reply.statusCode / 100))}xx`;
    // The names of methods that no route has are the sender's.
    const method = route === 'unknown' ? 'unknown' : request.method;
    measure('front_door_http_request_seconds', { method, route, status }, reply.elapsedTime / 1000);
    done();
  });
}
