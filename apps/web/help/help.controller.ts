import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownPath } from '../door/elsewhere.ts';
import { sessionOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { secondsUntil } from '../pages/seconds-until.ts';

/** What everybody may read: cookies, accessibility, privacy; and what somebody sees who did nothing for too long. */
@Controller()
export class HelpController {
  constructor(private readonly pages: Pages) {}

  @Get('cookies')
  cookies(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.pages.send(request, reply, 'help/cookies.njk');
  }

  @Get('accessibility')
  accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.pages.send(request, reply, 'help/accessibility.njk');
  }

  @Get('privacy')
  privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.pages.send(request, reply, 'help/privacy.njk');
  }

  @Get('time-out')
  timeOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('to') to: unknown): void {
    this.pages.send(request, reply, 'help/time-out.njk', { to: ownPath(to) });
  }

  /** Asked by the script of a page: being asked keeps the session. */
  @Get('stay-signed-in')
  stay(@Req() request: FastifyRequest): { secondsLeft: number } {
    return { secondsLeft: secondsUntil(sessionOf(request).overAt) };
  }

  /** The same, and it keeps nothing: another tab, or what is saved as it is typed, may have kept the session. */
  @Get('session-left')
  left(@Req() request: FastifyRequest): { secondsLeft: number } {
    return { secondsLeft: secondsUntil(sessionOf(request).overAt) };
  }
}
