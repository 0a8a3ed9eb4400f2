import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ReadRuleSets, RuleReader, writeRuleSet } from '#rule-sets';
import type { RuleSet } from '#rules';
import { languageOf, wordsOf } from '../../door/language.ts';
import { personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { areaName, areasOf, UNKNOWN_AREA } from '../areas.ts';
import { VersionPages } from '../frame/version-pages.ts';
import { ALL_PARTS, arranged, arrangementAsked, ARRANGEMENTS, shownOf } from './arrange.ts';
import { FORMATS, formatAsked, MEDIA_TYPES } from './formats.ts';
import { mayCopy, presentAbout } from './read.presenter.ts';

/** A rule set to read as a threshold document, and to take away as a file. */
@Controller('rules')
export class ReadController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly versions: VersionPages,
    private readonly pages: Pages,
  ) {}

  @Get('in-force/:area')
  async showInForce(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('area') area: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const ruleSet = await this.current(request, area);
    const name = areaName(areasOf(personAt(request).authorityId), area === UNKNOWN_AREA ? '*' : area, wordsOf(request));
    const data = { ruleSet: { title: ruleSet.title, label: ruleSet.version }, area: { id: area, name } };
    const document = this.document(request, ruleSet, query);
    this.pages.send(request, reply, 'rules/in-force.njk', { ...data, ...document });
  }

  @Get('in-force/:area/export/:format')
  async exportInForce(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('area') area: string,
    @Param('format') format: string,
  ): Promise<void> {
    await sendFile(reply, await this.current(request, area), format);
  }

  @Get(':id')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const about = presentAbout(open.standing, open.areas, open.words);
    const data = { about, mayCopy: mayCopy(open.actor), ...this.document(request, open.ruleSet, query) };
    this.versions.send([request, reply], 'rules/read.njk', open, 'read', data);
  }

  @Get(':id/export/:format')
  async export(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('format') format: string,
  ): Promise<void> {
    const { ruleSet } = await this.versions.open(request, id);
    await sendFile(reply, ruleSet, format);
  }

  private current(request: FastifyRequest, area: string): Promise<RuleSet> {
    const actor = personAt(request);
    if (area === UNKNOWN_AREA) return this.ruleSets.current(actor, null);
    if (areasOf(actor.authorityId).some(({ id }) => id === area)) return this.ruleSets.current(actor, area);
    throw new DomainError('not_found', 'The authority has no such area.');
  }

  private document(request: FastifyRequest, ruleSet: RuleSet, query: Readonly<Record<string, unknown>>): object {
    const by = arrangementAsked(query['by']);
    const words = wordsOf(request);
    const reader = new RuleReader(ruleSet, languageOf(request));
    const groups = arranged(
      ruleSet.rules.map((rule) => reader.read(rule)),
      by,
      words,
    );
    const areas = Object.fromEntries(areasOf(personAt(request).authorityId).map(({ id, name }) => [id, name]));
    const { arrangements } = words.rules.read;
    const choices = ARRANGEMENTS.map((value) => ({ value, text: arrangements[value], selected: value === by }));
    // A prompt has the names of its rules alone, so that all of them fit on one page.
    const shown = by === 'prompt' ? groups : shownOf(groups, query['part']);
    return { groups, shown, choices, by, areas, formats: FORMATS, allParts: ALL_PARTS };
  }
}

async function sendFile(reply: FastifyReply, ruleSet: RuleSet, asked: string): Promise<void> {
  const format = formatAsked(asked);
  const text = await writeRuleSet(ruleSet, format);
  void reply.type(MEDIA_TYPES[format]);
  void reply.header('Content-Disposition', `attachment; filename="${ruleSet.id}-${ruleSet.version}.${format}"`);
  void reply.send(text);
}
