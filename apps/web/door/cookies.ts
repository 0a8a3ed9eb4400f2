import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#domain';
import { Environment } from '#platform';
import { newSecret } from '#sign-in';
import { LANGUAGE_COOKIE } from './language.ts';

/** A key as this service makes them; anything else that a cookie may hold is nobody's. */
const KEY = /^[\w-]{43}$/;
const A_YEAR = 365 * 24 * 60 * 60;
const NOTICE_COOKIE = 'front_door_notice';
const NOTICE = /^[A-Za-z]{1,60}$/;

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
    void reply.clearCookie(this.names.session, this.attributes());
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

  keepLanguage(reply: FastifyReply, language: Language): void {
    void reply.setCookie(LANGUAGE_COOKIE, language, { ...this.attributes(), maxAge: A_YEAR });
  }

  /** What the next page says was done: the name of a text, never the text. */
  leaveNotice(reply: FastifyReply, notice: string): void {
    void reply.setCookie(NOTICE_COOKIE, notice, { ...this.attributes(), maxAge: 60 });
  }

  /** Once. */
  takeNotice({ cookies }: Partial<Pick<FastifyRequest, 'cookies'>>, reply: FastifyReply): string | null {
    const notice = cookies?.[NOTICE_COOKIE];
    if (notice === undefined) return null;
    void reply.clearCookie(NOTICE_COOKIE, this.attributes());
    return NOTICE.test(notice) ? notice : null;
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }

  private read(request: FastifyRequest, name: string): string | null {
    const value = request.cookies[name];
    return value !== undefined && KEY.test(value) ? value : null;
  }

  private write(reply: FastifyReply, name: string, value: string): void {
    void reply.setCookie(name, value, this.attributes());
  }
}
