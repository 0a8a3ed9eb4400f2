import { Controller, Get, HttpCode, Param, Post, Query as QueryOf, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WorklistViews } from '#decisions';
import { DomainError } from '#domain';
import { profileOf } from '#nation-packs';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, personAt } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { presentViews } from './views.presenter.ts';
import { keptQuery, readView, type ViewCommand } from './views.form.ts';
import { filtersOf, type Query, queryOf } from './worklist.form.ts';

const ID = /^[0-9a-f-]{36}$/;

/** Filters under names: one's own and the teams', and what the list opens with. */
@Controller('views')
export class ViewsController {
  constructor(
    private readonly views: WorklistViews,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @QueryOf() query: Query): Promise<void> {
    await this.send(request, reply, queryOf(filtersOf(query)), {});
  }

  @Post()
  @HttpCode(200)
  async save(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = fieldsOf(request);
    const words = wordsOf(request);
    const { command, faults } = readView(fields, words);
    const found = command === null ? faults : await this.keep(request, command, words.worklist.views.tooMany);
    await this.send(request, reply.status(422), keptQuery(fields), found, fields);
  }

  @Post('default')
  async choose(@Req() request: FastifyRequest): Promise<never> {
    await this.views.choose(personAt(request), { defaultQuery: keptQuery(fieldsOf(request)) });
    throw new Elsewhere('/views', 'viewChosen');
  }

  @Post(':id/remove')
  async remove(@Req() request: FastifyRequest, @Param('id') id: string): Promise<never> {
    if (ID.test(id)) await this.views.remove(personAt(request), id);
    throw new Elsewhere('/views', 'viewRemoved');
  }

  /** Leads on when it is kept; resolves to what stood in the way. */
  private async keep(request: FastifyRequest, command: ViewCommand, tooMany: string): Promise<Faults> {
    const actor = personAt(request);
    try {
      await this.views.save(actor, command);
    } catch (error: unknown) {
      if (error instanceof DomainError && error.code === 'validation_failed') return { name: tooMany };
      throw error;
    }
    if (command.isDefault) await this.views.choose(actor, { defaultQuery: command.query });
    throw new Elsewhere('/views', 'viewSaved');
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    query: string,
    faults: Faults,
    typed?: object,
  ): Promise<void> {
    const actor = personAt(request);
    const reader = { actor, words: wordsOf(request), language: languageOf(request) };
    const desk = await this.views.of(actor);
    const view = presentViews(desk, query, { ...reader, profile: profileOf(actor.authorityId) });
    this.pages.send(request, reply, 'worklist/views.njk', { view, faults, ...(typed === undefined ? {} : { typed }) });
  }
}
