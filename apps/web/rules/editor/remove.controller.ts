import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ChangeDraft, RuleReader } from '#rule-sets';
import { Elsewhere } from '../../door/elsewhere.ts';
import { fieldsOf, textOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import { refusalOf, revisionOf } from '../frame/refusal.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';

/** Takes a rule out of a draft, after showing what it says. */
@Controller('rules/:id/edit/:rule/remove')
export class RemoveController {
  constructor(
    private readonly versions: VersionPages,
    private readonly changeDraft: ChangeDraft,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('rule') ruleId: string,
  ): Promise<void> {
    this.send([request, reply], await this.versions.open(request, id), ruleId);
  }

  @Post()
  @HttpCode(200)
  async remove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('rule') ruleId: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const { actor, standing, words } = open;
    const revision = revisionOf(textOf(fieldsOf(request), 'revision'));
    let faults: Faults = {};
    try {
      const change = { kind: 'remove_rule', ruleId } as const;
      await this.changeDraft.execute({ actor, id: standing.version.id, revision, change });
    } catch (error: unknown) {
      faults = refusalOf(error, words);
    }
    if (Object.keys(faults).length === 0) throw new Elsewhere(`/rules/${standing.version.id}/edit`, 'ruleRemoved');
    this.send([request, reply], open, ruleId, faults);
  }

  private send(
    at: readonly [FastifyRequest, FastifyReply],
    open: OpenVersion,
    ruleId: string,
    faults: Faults = {},
  ): void {
    const { ruleSet, language } = open;
    const found = ruleSet.rules.find(({ id }) => id === ruleId);
    if (found === undefined) throw new DomainError('not_found', 'The draft has no such rule.');
    const rule = new RuleReader(ruleSet, language).read(found);
    const areas = Object.fromEntries(open.areas.map(({ id, name }) => [id, name]));
    withFaults(at[1], faults);
    this.versions.send(at, 'rules/remove.njk', open, 'edit', { rule, areas, faults });
  }
}
