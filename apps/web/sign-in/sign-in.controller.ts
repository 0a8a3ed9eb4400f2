import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { BeginSignIn, FinishSignIn } from '#sign-in';
import { Cookies } from '../door/cookies.ts';
import { Elsewhere, ownPath } from '../door/elsewhere.ts';
import { visitOf } from '../door/visit.ts';
import { browserKind } from '../pages/browser-kind.ts';

/** To the issuer and back. */
@Controller()
export class SignInController {
  constructor(
    private readonly beginSignIn: BeginSignIn,
    private readonly finishSignIn: FinishSignIn,
    private readonly cookies: Cookies,
  ) {}

  @Get('sign-in')
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('to') to: unknown,
  ): Promise<never> {
    const returnTo = ownPath(to);
    if (visitOf(request).session !== null) throw new Elsewhere(returnTo);
    const browserKey = this.cookies.needBrowserKey(request, reply);
    // A session that ended for want of use must not come back by itself from the issuer's memory.
    const anew = this.cookies.sessionKey(request) !== null;
    throw new Elsewhere((await this.beginSignIn.execute({ browserKey, returnTo, anew })).href);
  }

  @Get('sign-in/callback')
  async finish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('state') state: unknown,
  ): Promise<never> {
    const browserKey = this.cookies.browserKey(request);
    if (browserKey === null || typeof state !== 'string') {
      throw new DomainError('sign_in_failed', 'No sign-in is under way in this browser.');
    }
    const { key, returnTo } = await this.finishSignIn.execute({
      query: new URL(request.url, 'http://unused').search,
      state,
      browserKey,
      browser: browserKind(request.headers['user-agent']),
      oldKey: this.cookies.sessionKey(request),
    });
    this.cookies.giveSessionKey(reply, key);
    throw new Elsewhere(returnTo);
  }
}
