import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListSignOffs } from '#decisions';
import type { Clock } from '#domain';
import { profileOf } from '#nation-packs';
import { CLOCK } from '#platform';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { presentSignOffs } from './sign-off.presenter.ts';

/** Each one costs a look at the family; nobody reads more at a time. */
const A_PAGE = 20;

/** The decisions that wait for a second person. */
@Controller('sign-off')
export class SignOffController {
  constructor(
    private readonly listSignOffs: ListSignOffs,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `after`: where the page before ended. */
  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('after') after: unknown,
  ): Promise<void> {
    const actor = personAt(request);
    const cursor = typeof after === 'string' && after !== '' ? after : null;
    const queue = await this.listSignOffs.execute({ actor, cursor, limit: A_PAGE, purpose: 'review' });
    const authority = profileOf(actor.authorityId);
    const telling = { words: wordsOf(request), language: languageOf(request), now: this.clock.now(), actor, authority };
    const isFirst = cursor === null;
    this.pages.send(request, reply, 'sign-off/sign-off.njk', { queue: presentSignOffs(queue, telling), isFirst });
  }
}
