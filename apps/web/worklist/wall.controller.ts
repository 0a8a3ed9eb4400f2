import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CountWorklist } from '#decisions';
import { profileOf } from '#nation-packs';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { presentWall } from './wall.presenter.ts';

/** The front door in numbers, for a screen on the wall. */
@Controller('wall')
export class WallController {
  constructor(
    private readonly countWorklist: CountWorklist,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = personAt(request);
    const counted = await this.countWorklist.execute(actor);
    const reader = { words: wordsOf(request), language: languageOf(request), profile: profileOf(actor.authorityId) };
    this.pages.send(request, reply, 'worklist/wall.njk', { wall: presentWall(counted, reader) });
  }
}
