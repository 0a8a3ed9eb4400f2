import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { Environment } from '#platform';
import { acceptedFactors, AcceptToken } from '#sign-in';
import { accessOf } from '../route-access.ts';
import { Door } from '../service/door.ts';

const actors = new WeakMap<FastifyRequest, Actor>();

/** Who sent this request. Only for routes behind the guard. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (actor === undefined) throw new DomainError('not_signed_in', 'Sign in first.');
  return actor;
}

/** Signs every request in and holds the route table: no entry, no entry. */
@Injectable()
export class BearerGuard implements CanActivate {
  /** Tells a client which sign-in to ask its issuer for (RFC 9470). */
  private readonly stepUp: string;

  constructor(
    private readonly acceptToken: AcceptToken,
    private readonly door: Door,
    environment: Environment,
  ) {
    const acr = acceptedFactors(environment).acr.join(' ');
    this.stepUp = `Bearer error="insufficient_user_authentication", error_description="A second factor is needed", acr_values="${acr}"`;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const access = accessOf(request.method, request.routeOptions.url ?? '');
    if (access === 'public') return true;
    const reply = http.getResponse<FastifyReply>();
    const actor = await this.signIn(request, reply);
    await this.door.admitActor(request, reply, actor);
    if (access === null || !mayEver(actor, access)) {
      throw new DomainError('not_allowed', 'Your role does not allow this.');
    }
    actors.set(request, actor);
    return true;
  }

  private async signIn(request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    try {
      return await this.acceptToken.execute(tokenOf(request));
    } catch (error: unknown) {
      const needsFactor = error instanceof DomainError && error.code === 'second_factor_needed';
      await this.door.admitFailure(request, reply, error);
      if (needsFactor) void reply.header('WWW-Authenticate', this.stepUp);
      throw error;
    }
  }
}

function tokenOf(request: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new DomainError('not_signed_in', 'Send a bearer token.');
  return token;
}
