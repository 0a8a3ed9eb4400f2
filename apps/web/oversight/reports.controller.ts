import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import type { Clock } from '#domain';
import { CLOCK } from '#platform';
import { LEAST_SHOWN, ReadBreaches, ReadOverrides } from '#reporting';
import { ReadRuleSets } from '#rule-sets';
import { type Query as Asked } from './query.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { breachColumns, breachLines, presentBreaches } from './breaches.presenter.ts';
import { sendCsv } from '../pages/csv.ts';
import { namesOf } from './names.ts';
import { type Naming, overrideColumns, overrideLines, presentOverrides } from './overrides.presenter.ts';
import { addressWith, readSpan, type SpanForm } from './span.form.ts';

/** Overrides and breaches in a time, each with its table and as a file. */
@Controller('oversight')
export class ReportsController {
  constructor(
    private readonly readOverrides: ReadOverrides,
    private readonly readBreaches: ReadBreaches,
    private readonly ruleSets: ReadRuleSets,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('overrides')
  async overrides(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const form = this.spanOf(request, query);
    const report = await this.readOverrides.execute(personAt(request), form.span);
    const view = presentOverrides(report, form.span, await this.namingFor(request));
    this.send(request, reply, 'overrides', form, view);
  }

  @Get('overrides/csv')
  async overridesFile(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() query: Asked,
  ): Promise<void> {
    const { span } = this.spanOf(request, query);
    const report = await this.readOverrides.execute(personAt(request), span);
    const naming = await this.namingFor(request);
    sendCsv(reply, 'overrides', overrideColumns(naming.words), overrideLines(report, naming));
  }

  @Get('breaches')
  async breaches(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const form = this.spanOf(request, query);
    const report = await this.readBreaches.execute(personAt(request), form.span);
    this.send(request, reply, 'breaches', form, presentBreaches(report, await this.namingFor(request)));
  }

  @Get('breaches/csv')
  async breachesFile(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const { span } = this.spanOf(request, query);
    const report = await this.readBreaches.execute(personAt(request), span);
    const naming = await this.namingFor(request);
    sendCsv(reply, 'time-limits', breachColumns(naming.words), breachLines(report, naming));
  }

  private spanOf(request: FastifyRequest, query: Asked): SpanForm {
    return readSpan(query, this.clock.now(), wordsOf(request));
  }

  private async namingFor(request: FastifyRequest): Promise<Naming> {
    const actor = personAt(request);
    const ruleSet = await this.ruleSets.current(actor, null);
    return { words: wordsOf(request), language: languageOf(request), names: namesOf(actor.authorityId), ruleSet };
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    page: 'overrides' | 'breaches',
    form: SpanForm,
    view: object,
  ): void {
    const { span, typed, faults } = form;
    const path = `/oversight/${page}`;
    const csvHref = addressWith(`${path}/csv`, span);
    const status = Object.keys(faults).length > 0 ? reply.status(422) : reply;
    const mayForecast = mayEver(personAt(request), 'forecast.read');
    const data = { view, span, typed, faults, path, csvHref, mayForecast, least: LEAST_SHOWN };
    this.pages.send(request, status, `oversight/${page}.njk`, data);
  }
}
