import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { DraftRuleSet, type RuleSetOverview, ReadRuleSets } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../../door/elsewhere.ts';
import { wordsOf } from '../../door/language.ts';
import { fieldsOf, personAt, textOf, visitOf } from '../../door/visit.ts';
import { type Faults, Pages } from '../../pages/pages.ts';
import { areaName, areasOf } from '../areas.ts';
import { readDescription, type Source, sourceOf, sourcesOf } from './draft.form.ts';

/** Begins a draft as a copy of what is in force, or of another version. */
@Controller('rules/new')
export class StartDraftController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly draftRuleSet: DraftRuleSet,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('copy') copy: unknown): Promise<void> {
    const sources = await this.sources(request);
    const asked = typeof copy === 'string' ? `version:${copy}` : '';
    const from = sources.some(({ value }) => value === asked) ? asked : 'area:*';
    this.send(request, reply, sources, visitOf(request).held ?? { from });
  }

  @Post()
  @HttpCode(200)
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const words = wordsOf(request);
    const fields = fieldsOf(request);
    const sources = await this.sources(request);
    const from = sourceOf(textOf(fields, 'from'), sources);
    const read = readDescription(fields, words);
    const noSource = from === null ? { from: words.rules.start.faults.from } : {};
    if (from === null || 'faults' in read) {
      this.send(request, reply, sources, fields, { ...noSource, ...('faults' in read ? read.faults : {}) });
      return;
    }
    let id: string;
    try {
      ({ id } = await this.draftRuleSet.execute({ actor: personAt(request), ...read.value, from }));
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'rule_set_label_taken') throw error;
      this.send(request, reply, sources, fields, { label: words.rules.start.faults.labelTaken });
      return;
    }
    throw new Elsewhere(`/rules/${id}`, 'ruleSetDrafted');
  }

  private async sources(request: FastifyRequest): Promise<Source[]> {
    const actor = personAt(request);
    const areas = areasOf(actor.authorityId);
    const overview: RuleSetOverview = await this.ruleSets.all(actor);
    const words = wordsOf(request);
    return sourcesOf(overview, (area) => areaName(areas, area, words), words);
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    sources: readonly Source[],
    typed: FormFields,
    faults: Faults = {},
  ): void {
    const status = Object.keys(faults).length > 0 ? 422 : 200;
    this.pages.send(request, reply.status(status), 'rules/start.njk', { sources, typed, faults });
  }
}
