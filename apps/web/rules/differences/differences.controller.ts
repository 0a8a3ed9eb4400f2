import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CompareRuleSets, ReadRuleSets, type RuleSetVersion, type RuleSetVersionId } from '#rule-sets';
import { VersionPages } from '../frame/version-pages.ts';
import { presentDifferences } from './differences.presenter.ts';

/** Which kinds of referral a version would send elsewhere than another one does. */
@Controller('rules/:id/differences')
export class DifferencesController {
  constructor(
    private readonly versions: VersionPages,
    private readonly ruleSets: ReadRuleSets,
    private readonly compareRuleSets: CompareRuleSets,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query('against') asked: unknown,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const { actor, words, language, standing } = open;
    const others = (await this.ruleSets.all(actor)).versions
      .map(({ version }) => version)
      .filter((version) => version.id !== standing.version.id);
    const against = others.find((version) => version.id === asked)?.id ?? null;
    const { diff } = await this.compareRuleSets.execute(actor, standing.version.id, against);
    const before =
      against === null ? await this.ruleSets.current(actor, null) : (await this.ruleSets.one(actor, against)).ruleSet;
    const view = presentDifferences(diff, { before, after: open.ruleSet, language, words });
    const choices = choicesOf(others, against, words.rules.proof.differences.inForce);
    this.versions.send([request, reply], 'rules/differences.njk', open, 'differences', { view, choices });
  }
}

function choicesOf(
  others: readonly RuleSetVersion[],
  chosen: RuleSetVersionId | null,
  inForce: string,
): { value: string; text: string; selected: boolean }[] {
  return [
    { value: '', text: inForce, selected: chosen === null },
    ...others.map(({ id, label }) => ({ value: id, text: label, selected: id === chosen })),
  ];
}
