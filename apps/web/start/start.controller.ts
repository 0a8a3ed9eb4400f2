import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsOf } from '../door/language.ts';
import { visitOf } from '../door/visit.ts';
import { placesOf } from '../pages/navigation.ts';
import { Pages } from '../pages/pages.ts';

/** The first page: who is there, or the way to sign in. */
@Controller()
export class StartController {
  constructor(private readonly pages: Pages) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { session } = visitOf(request);
    const places = session === null ? [] : placesOf(session.actor, wordsOf(request));
    this.pages.send(request, reply, 'start/start.njk', { places });
  }
}
