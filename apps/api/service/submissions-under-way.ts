import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { mayBeUrgent } from '#intake';

const ROUTE = '/api/v1/referrals';
/** Referrals that a process is at, from their last byte to the answer. */
export const MOST = 64;
/** While more come than can be answered: who is let in then waits for few. */
export const MOST_IN_A_CROWD = 16;
/** Whoever has less than an even share, and what says "now", is let in for longer. */
const MOST_OF_ALL = 4 * MOST;
/** How long there is a crowd after somebody was turned away. */
export const CROWD_MS = 1_000;
/** Made once: who is turned away must cost little. */
const TOO_MANY = new DomainError('unavailable', 'More is under way than can be answered in time.');

/**
 * Turns submissions away while more are under way than can be answered soon (docs/adr/0049). Before sign-in and checks: who is
 * turned away must cost little, or nobody is served. First those who have their share under way, so that one sender's flood
 * turns nobody else away; what says "now" is let through for longer. A burst finds room; where more keep coming than can be
 * answered, few are let in at a time, so that these are answered soon.
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
      done(TOO_MANY);
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
  private crowdUntil = Number.NEGATIVE_INFINITY;

  /** Whether this one is to be turned away; while some are, there is a crowd. */
  isFull(sender: string, body: unknown): boolean {
    const isFull = this.isFullFor(sender, body);
    if (isFull) this.crowdUntil = performance.now() + CROWD_MS;
    return isFull;
  }

  private isFullFor(sender: string, body: unknown): boolean {
    const most = performance.now() < this.crowdUntil ? MOST_IN_A_CROWD : MOST;
    if (this.all < most) return false;
    if (this.all >= MOST_OF_ALL) return true;
    const ofOne = this.of(sender);
    const senders = this.bySender.size + (ofOne === 0 ? 1 : 0);
    // The body is looked at only where it decides something.
    return ofOne >= most / senders && !mayBeUrgent(body);
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
