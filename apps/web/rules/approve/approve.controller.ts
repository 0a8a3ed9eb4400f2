import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApproveRuleSet, FindApprovalObstacles, LEAST_JUSTIFICATION, ReadLowerReaders } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../../door/elsewhere.ts';
import { fieldsOf, textOf, visitOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { refusalOf, revisionOf } from '../frame/refusal.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';
import { type ApprovalView, presentApproval, presentReaders } from './approve.presenter.ts';

const MOST_JUSTIFICATION = 10_000;

/** The second person's approval, with everything that stands in its way named beforehand. */
@Controller('rules/:id/approve')
export class ApproveController {
  constructor(
    private readonly versions: VersionPages,
    private readonly findObstacles: FindApprovalObstacles,
    private readonly readReaders: ReadLowerReaders,
    private readonly approveRuleSet: ApproveRuleSet,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const open = await this.versions.open(request, id);
    await this.send([request, reply], open, visitOf(request).held ?? {});
  }

  @Post()
  @HttpCode(200)
  async approve(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const open = await this.versions.open(request, id);
    const fields = fieldsOf(request);
    const text = textOf(fields, 'justification').trim();
    const { needsJustification } = await this.view(open);
    const faults = faultsOf(text, needsJustification, open.words);
    if (Object.keys(faults).length > 0) return this.send([request, reply], open, fields, faults);
    const revision = revisionOf(textOf(fields, 'revision'));
    const { actor, standing } = open;
    try {
      const justification = text === '' ? null : text;
      await this.approveRuleSet.execute({ actor, id: standing.version.id, revision, justification });
    } catch (error: unknown) {
      return this.send([request, reply], await this.versions.open(request, id), fields, refusalOf(error, open.words));
    }
    throw new Elsewhere(`/rules/${id}/activate`, 'ruleSetApproved');
  }

  private async view({ actor, standing, words }: OpenVersion): Promise<ApprovalView> {
    const { version, backtest } = standing;
    const obstacles = await this.findObstacles.execute(actor, version.id);
    const at = { path: `/rules/${version.id}`, backtestId: backtest?.id ?? null };
    const shown = presentApproval(obstacles, at, words);
    if (backtest === null) return { ...shown, readers: [] };
    const { total, readers } = await this.readReaders.execute(actor, backtest.id);
    return { ...shown, readers: presentReaders(total, readers, words) };
  }

  private async send(
    at: readonly [FastifyRequest, FastifyReply],
    open: OpenVersion,
    typed: FormFields,
    faults: Faults = {},
  ): Promise<void> {
    withFaults(at[1], faults);
    this.versions.send(at, 'rules/approve.njk', open, 'approve', { view: await this.view(open), typed, faults });
  }
}

function faultsOf(text: string, isNeeded: boolean, { rules }: Words): Faults {
  const { short, long } = rules.force.approve;
  if (text.length > MOST_JUSTIFICATION) return { justification: long };
  return isNeeded && text.length < LEAST_JUSTIFICATION ? { justification: short } : {};
}
