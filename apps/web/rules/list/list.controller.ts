import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { ReadRuleSets } from '#rule-sets';
import { wordsOf } from '../../door/language.ts';
import { personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { areasOf } from '../areas.ts';
import { presentList, stageAsked } from './list.presenter.ts';

/** Which rules are in force where, and every version of the authority's own. */
@Controller('rules')
export class ListController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('stage') stage: unknown,
  ): Promise<void> {
    const actor = personAt(request);
    const areas = areasOf(actor.authorityId);
    const list = presentList(await this.ruleSets.all(actor), areas, stageAsked(stage), wordsOf(request));
    this.pages.send(request, reply, 'rules/list.njk', { list, mayEdit: mayEver(actor, 'rule_set.edit') });
  }
}
