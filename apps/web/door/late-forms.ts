import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HeldForms, type Session } from '#sign-in';
import { needsOf, showsForm } from '../page-access.ts';
import { Cookies } from './cookies.ts';
import { Elsewhere, pathOf, signInFor } from './elsewhere.ts';
import { fieldsOf, setVisit } from './visit.ts';

/** Hidden field of every form; never held. */
export const TOKEN_FIELD = '_token';
/** Held along with the fields: where the form was sent to, since a page may show several. */
const ACTION_FIELD = '_action';

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
    const page = shownAt === 'itself' ? (request.routeOptions.url ?? '/') : shownAt;
    const path = filledIn(page, request.params);
    if (Object.keys(fields).length > 0) {
      const browserKey = this.cookies.needBrowserKey(request, reply);
      const held = { ...fields, [ACTION_FIELD]: pathOf(request) };
      await this.heldForms.hold({ browserKey, personId: found.personId, path, fields: held });
    }
    const isOpen = found.session !== null || needsOf('GET', page)?.access === 'public';
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

/** The page's address with what stood in the form's own: `/cases/:id` of a form of that case. */
function filledIn(page: string, params: unknown): string {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  return page.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
