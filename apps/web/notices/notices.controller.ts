import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Notices } from '#notifications';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf } from '../door/language.ts';
import { fieldsOf, personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { presentNotices } from './notices.presenter.ts';

const PER_PAGE = 50;
const ID = /^[0-9a-f-]{36}$/;

/** What the service has to tell a person. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('after') after: unknown,
  ): Promise<void> {
    const actor = personAt(request);
    const place = typeof after === 'string' && after !== '' ? after : null;
    const page = await this.notices.list(actor, { limit: PER_PAGE, after: place });
    const list = presentNotices(page, actor.authorityId, languageOf(request));
    this.pages.send(request, reply, 'notices/notices.njk', { list, isLater: place !== null });
  }

  /** One, or all that stood on a page. */
  @Post('read')
  async read(@Req() request: FastifyRequest): Promise<never> {
    const ids = [fieldsOf(request)['notice'] ?? []].flat().filter((id) => ID.test(id));
    await this.notices.readAll(personAt(request), ids.slice(0, PER_PAGE));
    throw new Elsewhere('/notices', 'noticesRead');
  }
}
