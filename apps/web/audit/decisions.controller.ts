import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#domain';
import { MOST_LINES, SearchDecisions } from '#reporting';
import { ReadRuleSets } from '#rule-sets';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { sendCsv } from '../pages/csv.ts';
import { namesOf } from '../oversight/names.ts';
import { Pages } from '../pages/pages.ts';
import { addressOfSearch, readSearch } from './decisions.form.ts';
import { type Query as Asked, textIn } from '../oversight/query.ts';
import { columnsOf, decisionLines, type Offered, presentFilters, presentLines } from './decisions.presenter.ts';

/** Search over decisions: what was asked for stands in the address, and names nobody. */
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly search: SearchDecisions,
    private readonly ruleSets: ReadRuleSets,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const offered = await this.offeredTo(actor);
    const { question, faults } = readSearch(query, offered.choices.deciders, words);
    const { decisions, next } = await this.search.page(actor, question);
    const isFaulty = Object.keys(faults).length > 0;
    this.pages.send(request, isFaulty ? reply.status(422) : reply, 'audit/decisions.njk', {
      lines: presentLines(decisions, offered.names, words),
      filters: presentFilters(query, offered, languageOf(request), words),
      typed: { from: textIn(query, 'from'), to: textIn(query, 'to'), reference: textIn(query, 'reference') },
      faults,
      nextHref: next === null ? null : addressOfSearch('/decisions', query, { after: next }),
      firstHref: question.after === null ? null : addressOfSearch('/decisions', query, {}),
      csvHref: addressOfSearch('/decisions/csv', query, {}),
      mostLines: MOST_LINES,
    });
  }

  @Get('csv')
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const { choices, names } = await this.offeredTo(actor);
    const { question } = readSearch(query, choices.deciders, words);
    const { decisions } = await this.search.page(actor, { ...question, after: null, limit: MOST_LINES });
    sendCsv(reply, 'decisions', columnsOf(words), decisionLines(decisions, names, words));
  }

  private async offeredTo(actor: Actor): Promise<Offered> {
    return {
      choices: await this.search.choices(actor),
      names: namesOf(actor.authorityId),
      ruleSet: await this.ruleSets.current(actor, null),
    };
  }
}
