import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { mayBeUrgent } from '#intake';

const ROUTE = '/api/v1/referrals';
/** Referrals that a process is at, from their last byte to the answer; of those that say "now", four times as many. */
export const MOST = 64;
const MOST_URGENT = 4 * MOST;

/**
 * Turns submissions away while more are under way than can be answered soon (docs/adr/0049). Before sign-in and checks: who is
 * turned away must cost little, or nobody is served. What says "now" is let through for longer.
 */
export function limitSubmissions(fastify: FastifyInstance): void {
  const underWay = new Set<FastifyRequest>();
  // Not before the body is there: whoever sends slowly must not keep others out.
  fastify.addHook('preValidation', (request, reply, done) => {
    if (!isSubmission(request)) {
      done();
      return;
    }
    // Looked at only where it decides something.
    if (underWay.size >= MOST && (underWay.size >= MOST_URGENT || !mayBeUrgent(request.body))) {
      done(new DomainError('unavailable', 'More is under way than can be answered in time.'));
      return;
    }
    underWay.add(request);
    // Answered, or the sender has gone.
    reply.raw.once('close', () => underWay.delete(request));
    done();
  });
}

function isSubmission({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'POST' && routeOptions.url === ROUTE;
}
