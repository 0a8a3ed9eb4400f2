import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { type Actor, DomainError } from '#domain';
import { authorityIds } from '#nation-packs';
import { accessOf } from '../route-access.ts';
import { actorOfClaims } from './actor-of-claims.ts';
import { TokenVerifier } from './token-verifier.ts';

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
  constructor(private readonly verifier: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = accessOf(request.method, request.routeOptions.url ?? '');
    if (access === 'public') return true;
    const actor = actorOfClaims(await this.verifier.verify(tokenOf(request)));
    if (!authorityIds().includes(actor.authorityId)) {
      throw new DomainError('not_allowed', 'Your authority is not served here.');
    }
    if (access === null || !mayEver(actor, access)) {
      throw new DomainError('not_allowed', 'Your role does not allow this.');
    }
    actors.set(request, actor);
    return true;
  }
}

function tokenOf(request: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new DomainError('not_signed_in', 'Send a bearer token.');
  return token;
}
