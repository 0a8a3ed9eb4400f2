import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { visitOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';

/** The first page: who is there, or the way to sign in. */
@Controller()
export class StartController {
  constructor(private readonly pages: Pages) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { session } = visitOf(request);
    const may = {
      readReports: session !== null && mayEver(session.actor, 'audit.read'),
      breakGlass: session !== null && mayEver(session.actor, 'record.break_glass'),
    };
    this.pages.send(request, reply, 'start/start.njk', { may });
  }
}
