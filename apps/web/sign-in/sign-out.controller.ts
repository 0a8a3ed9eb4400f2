import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { AcceptIssuerLogout, SignOut } from '#sign-in';
import { Cookies } from '../door/cookies.ts';
import { Elsewhere } from '../door/elsewhere.ts';
import { sessionOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';

/** Out again: here, everywhere, or because the issuer says so. */
@Controller()
export class SignOutController {
  constructor(
    private readonly signOut: SignOut,
    private readonly acceptIssuerLogout: AcceptIssuerLogout,
    private readonly cookies: Cookies,
    private readonly pages: Pages,
  ) {}

  @Post('sign-out')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<never> {
    return this.leave(request, reply, false);
  }

  @Post('account/sign-out-everywhere')
  async endEverywhere(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<never> {
    return this.leave(request, reply, true);
  }

  @Get('signed-out')
  signedOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.pages.send(request, reply, 'sign-in/signed-out.njk');
  }

  @Post('sign-in/issuer-logout')
  @HttpCode(200)
  async endByIssuer(@Body() body: unknown): Promise<void> {
    const { logout_token: token } = (body ?? {}) as { logout_token?: unknown };
    if (typeof token !== 'string') throw new DomainError('not_signed_in', 'There is no logout token.');
    await this.acceptIssuerLogout.execute(token);
  }

  private async leave(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<never> {
    const address = await this.signOut.execute(sessionOf(request), { everywhere });
    this.cookies.takeSessionKey(reply);
    // Pages are not to be kept anyway (no-store); a browser that kept some all the same lets go of them.
    void reply.header('Clear-Site-Data', '"cache", "storage"');
    throw new Elsewhere(address?.href ?? '/signed-out');
  }
}
