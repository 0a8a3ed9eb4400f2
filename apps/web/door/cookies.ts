import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '#platform';
import { newSecret } from '#sign-in';

/** A key as this service makes them; anything else that a cookie may hold is nobody's. */
const KEY = /^[\w-]{43}$/;

/**
 * Two random values that a browser holds: the key of its session, and one that binds a sign-in under way and held forms
 * to it. Over https both are `__Host-` cookies, which no other host and no page in clear can set.
 */
@Injectable()
export class Cookies {
  private readonly secure: boolean;
  private readonly names: { readonly session: string; readonly browser: string };

  constructor(environment: Environment) {
    this.secure = environment.PUBLIC_URL.startsWith('https:');
    const prefix = this.secure ? '__Host-' : '';
    this.names = { session: `${prefix}front_door`, browser: `${prefix}front_door_browser` };
  }

  sessionKey(request: FastifyRequest): string | null {
    return this.read(request, this.names.session);
  }

  giveSessionKey(reply: FastifyReply, key: string): void {
    this.write(reply, this.names.session, key);
  }

  takeSessionKey(reply: FastifyReply): void {
    const { secure } = this;
    void reply.clearCookie(this.names.session, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }

  browserKey(request: FastifyRequest): string | null {
    return this.read(request, this.names.browser);
  }

  /** The browser's value, made now if it has none. */
  needBrowserKey(request: FastifyRequest, reply: FastifyReply): string {
    const known = this.browserKey(request);
    if (known !== null) return known;
    const key = newSecret();
    this.write(reply, this.names.browser, key);
    return key;
  }

  private read(request: FastifyRequest, name: string): string | null {
    const value = request.cookies[name];
    return value !== undefined && KEY.test(value) ? value : null;
  }

  private write(reply: FastifyReply, name: string, value: string): void {
    void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }
}
