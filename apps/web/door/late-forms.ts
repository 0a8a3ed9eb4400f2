import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HeldForms, type Session } from '#sign-in';
import { needsOf, showsForm } from '../page-access.ts';
import { Cookies } from './cookies.ts';
import { Elsewhere, pathOf, signInFor } from './elsewhere.ts';
import { fieldsOf, setVisit } from './visit.ts';

/** Hidden field of every form; never held. */
export const TOKEN_FIELD = '_token';

/** A request and its answer. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Session of a request; and whose it was, as long as that is known. */
export interface Found {
  readonly session: Session | null;
  readonly personId: string | null;
}

/** Forms that came after their session was over, or with a token that no longer counts. */
@Injectable()
export class LateForms {
  constructor(
    private readonly heldForms: HeldForms,
    private readonly cookies: Cookies,
  ) {}

  /** Keeps what was typed, if anything was; says where to go on. */
  async hold({ request, reply }: Exchange, found: Found, shownAt: string): Promise<Elsewhere> {
    const { [TOKEN_FIELD]: _token, ...fields } = fieldsOf(request);
    const path = shownAt === 'itself' ? pathOf(request) : shownAt;
    if (shownAt === 'itself' && Object.keys(fields).length > 0) {
      const browserKey = this.cookies.needBrowserKey(request, reply);
      await this.heldForms.hold({ browserKey, personId: found.personId, path, fields });
    }
    const isOpen = found.session !== null || needsOf('GET', path)?.access === 'public';
    return isOpen ? new Elsewhere(path) : signInFor(path);
  }

  /** Puts what was held for this person back into the form, once; a browser that only looks ahead does not get it. */
  async giveBack({ request }: Exchange, session: Session): Promise<void> {
    const browserKey = this.cookies.browserKey(request);
    if (browserKey === null || !showsForm(request.routeOptions.url ?? '')) return;
    if (String(request.headers['sec-purpose'] ?? '').includes('prefetch')) return;
    const held = await this.heldForms.take(browserKey, session.actor, pathOf(request));
    setVisit(request, { session, held });
  }
}
