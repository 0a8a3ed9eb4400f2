import { Controller, Get, Query as QueryOf, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionOf } from '../door/visit.ts';
import { ChangeStreams } from './change-streams.ts';
import { filtersOf, type Query } from './worklist.form.ts';

/** Server-sent events: that the list has changed. A screen that gets none is refreshed by hand. */
@Controller('worklist/changes')
export class ChangesController {
  constructor(private readonly streams: ChangeStreams) {}

  @Get()
  listen(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @QueryOf() query: Query): void {
    const isOpened = this.streams.open(sessionOf(request), reply, filtersOf(query).team);
    // 204 has the browser not ask again.
    if (!isOpened) void reply.status(204).send();
  }
}
