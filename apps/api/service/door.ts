import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, DomainError } from '#domain';
import { admit, countedAddress, type LimitName, Limits } from '#platform';
import { ATTACHMENT_ROUTE } from './bodies.ts';

/** What else is counted, by route, for the whole agency: its flood is its own. */
const AGENCY_LIMITS: Readonly<Record<string, LimitName>> = {
  'POST /api/v1/referrals': 'submissions',
  [`POST ${ATTACHMENT_ROUTE}`]: 'uploads',
};

/** Counts who comes in. Every method throws DomainError `too_many_requests` for whoever has come too often. */
@Injectable()
export class Door {
  constructor(private readonly limits: Limits) {}

  /** Before anything is read or looked up. Whoever watches over the process is never turned away. */
  async admitAddress(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.routeOptions.url?.startsWith('/health/') === true) return;
    admit(reply, await this.limits.take('address', countedAddress(request.ip)));
  }

  async admitActor(request: FastifyRequest, reply: FastifyReply, actor: Actor): Promise<void> {
    const { authorityId, id, agencyId } = actor;
    const ofAgency = AGENCY_LIMITS[`${request.method} ${request.routeOptions.url ?? ''}`];
    const standings = await Promise.all([
      this.limits.take('person', `${authorityId} ${id}`),
      ...(ofAgency === undefined ? [] : [this.limits.take(ofAgency, `${authorityId} ${agencyId ?? id}`)]),
    ]);
    for (const standing of standings) admit(reply, standing);
  }

  /**
   * Counts a failed sign-in; other errors pass uncounted. Only failures are turned away: colleagues behind the same
   * address who can sign in still get through.
   */
  async admitFailure(request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<void> {
    if (!(error instanceof DomainError) || error.code !== 'not_signed_in') return;
    admit(reply, await this.limits.take('sign_ins', countedAddress(request.ip)));
  }
}
