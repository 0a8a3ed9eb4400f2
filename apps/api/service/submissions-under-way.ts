import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { mayBeUrgent } from '#intake';

const ROUTE = '/api/v1/referrals';
/** Referrals that a process is at, from their last byte to the answer. */
export const MOST = 64;
/** Of one sender, where there are that many. */
export const MOST_OF_ONE = 24;
/** Where senders have no more than that, and of what says "now". */
const MOST_OF_ALL = 4 * MOST;

/**
 * Turns submissions away while more are under way than can be answered soon (docs/adr/0049). Before sign-in and checks: who is
 * turned away must cost little, or nobody is served. First those who have many under way, so that one sender's flood turns nobody
 * else away; what says "now" is let through for longer.
 */
export function limitSubmissions(fastify: FastifyInstance): void {
  const underWay = new UnderWay();
  // Not before the body is there: whoever sends slowly must not keep others out.
  fastify.addHook('preValidation', (request, reply, done) => {
    if (!isSubmission(request)) {
      done();
      return;
    }
    // Not yet known to be who it says: a token that is none is refused soon, and makes room.
    const sender = request.headers.authorization ?? '';
    if (underWay.isFull(sender, request.body)) {
      done(new DomainError('unavailable', 'More is under way than can be answered in time.'));
      return;
    }
    underWay.begin(sender);
    // Answered, or the sender has gone.
    reply.raw.once('close', () => {
      underWay.end(sender);
    });
    done();
  });
}

class UnderWay {
  private all = 0;
  private readonly bySender = new Map<string, number>();

  isFull(sender: string, body: unknown): boolean {
    if (this.all < MOST) return false;
    if (this.all >= MOST_OF_ALL) return true;
    // The body is looked at only where it decides something.
    return this.of(sender) >= MOST_OF_ONE && !mayBeUrgent(body);
  }

  begin(sender: string): void {
    this.all += 1;
    this.bySender.set(sender, this.of(sender) + 1);
  }

  end(sender: string): void {
    const left = this.of(sender) - 1;
    this.all -= 1;
    if (left === 0) this.bySender.delete(sender);
    else this.bySender.set(sender, left);
  }

  private of(sender: string): number {
    return this.bySender.get(sender) ?? 0;
  }
}

function isSubmission({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'POST' && routeOptions.url === ROUTE;
}
