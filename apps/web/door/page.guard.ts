import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { DomainError } from '#domain';
import { admit, countedAddress, Environment, type LimitName, Limits, sha256 } from '#platform';
import { type FormFields, ResumeSession, type Session } from '#sign-in';
import { needsOf, type PageNeeds } from '../page-access.ts';
import { Cookies } from './cookies.ts';
import { addressOf, signInFor } from './elsewhere.ts';
import { type Exchange, type Found, LateForms, TOKEN_FIELD } from './late-forms.ts';
import { requireSameOrigin } from './same-origin.ts';
import { readUpload } from './uploads.ts';
import { fieldsOf, setVisit, textOf } from './visit.ts';

/**
 * Stands before every page and form: knows the session, holds the table of pages, refuses forms from elsewhere, and
 * holds what was typed into a form that came too late. Later forms get all of it by being in the table.
 */
@Injectable()
export class PageGuard implements CanActivate {
  constructor(
    private readonly resumeSession: ResumeSession,
    private readonly lateForms: LateForms,
    private readonly cookies: Cookies,
    private readonly environment: Environment,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const at = { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
    const needs = needsOf(at.request.method, at.request.routeOptions.url ?? '');
    if (needs === null) throw new DomainError('not_found', 'There is nothing at this address.');
    await this.admit(at, needs.limit ?? 'address');
    if (needs.access === 'issuer') return true;
    const isForm = at.request.method !== 'GET';
    if (isForm) requireSameOrigin(at.request, this.environment.PUBLIC_URL);
    const found = await this.sessionOf(at, needs.isBackground !== true);
    setVisit(at.request, { session: found.session, held: null });
    if (needs.upload === true && found.session !== null) await readUpload(at.request);
    if (needs.access !== 'public') await (isForm ? this.openForm(at, found, needs) : this.openPage(at, found, needs));
    return true;
  }

  /** Whoever watches over the process is never turned away. */
  private async admit({ request, reply }: Exchange, limit: LimitName): Promise<void> {
    if (request.routeOptions.url?.startsWith('/health/') === true) return;
    admit(reply, await this.limits.take(limit, countedAddress(request.ip)));
  }

  private async sessionOf({ request, reply }: Exchange, isUsed: boolean): Promise<Found> {
    const key = this.cookies.sessionKey(request);
    if (key === null) return { session: null, personId: null };
    const resumed = await this.resumeSession.execute(key, isUsed);
    if (resumed.state === 'over') return { session: null, personId: resumed.personId };
    if (resumed.newKey !== null) this.cookies.giveSessionKey(reply, resumed.newKey);
    return { session: resumed.session, personId: resumed.session.actor.id };
  }

  private async openForm(at: Exchange, found: Found, { access, shownAt }: PageNeeds): Promise<void> {
    const { session } = found;
    if (session === null || !isFormOf(session, fieldsOf(at.request))) {
      throw await this.lateForms.hold(at, found, shownAt ?? '/');
    }
    requireRole(session, access);
  }

  private async openPage(at: Exchange, { session }: Found, { access }: PageNeeds): Promise<void> {
    if (session === null) throw signInFor(addressOf(at.request));
    requireRole(session, access);
    await this.lateForms.giveBack(at, session);
  }
}

function requireRole({ actor }: Session, access: PageNeeds['access']): void {
  if (access === 'public' || access === 'signed_in' || access === 'issuer') return;
  if (!mayEver(actor, access)) throw new DomainError('not_allowed', 'Your role does not allow this.');
}

/** Compared as hashes, of equal length whatever was sent. */
function isFormOf(session: Session, fields: FormFields): boolean {
  const given = Buffer.from(sha256(textOf(fields, TOKEN_FIELD)));
  return timingSafeEqual(given, Buffer.from(sha256(session.formToken)));
}
