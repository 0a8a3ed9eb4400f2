import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { ActivateRuleSet, ReadRuleSets } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../../door/elsewhere.ts';
import { fieldsOf, textOf, visitOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import { areaName } from '../areas.ts';
import { refusalOf, revisionOf } from '../frame/refusal.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';
import { readPlacement, textsOf } from './activation.form.ts';
import { presentActivations } from './activation.presenter.ts';
import { Today } from './today.ts';

/** Puts an approved version in force, area by area, and shows where it was. */
@Controller('rules/:id/activate')
export class ActivateController {
  constructor(
    private readonly versions: VersionPages,
    private readonly ruleSets: ReadRuleSets,
    private readonly activateRuleSet: ActivateRuleSet,
    private readonly today: Today,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const [year = '', month = '', day = ''] = this.today.day().split('-');
    const fresh = { 'from-day': String(Number(day)), 'from-month': String(Number(month)), 'from-year': year };
    await this.send([request, reply], await this.versions.open(request, id), visitOf(request).held ?? fresh);
  }

  @Post()
  @HttpCode(200)
  async activate(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const open = await this.versions.open(request, id);
    const { words, actor, areas, standing } = open;
    const fields = fieldsOf(request);
    const read = readPlacement(fields, { areas, today: this.today.day() }, words);
    if ('faults' in read) return this.send([request, reply], open, fields, read.faults);
    const revision = revisionOf(textOf(fields, 'revision'));
    try {
      await this.activateRuleSet.execute({ actor, id: standing.version.id, revision, ...read.value });
    } catch (error: unknown) {
      return this.send([request, reply], await this.versions.open(request, id), fields, refusalOf(error, words));
    }
    throw new Elsewhere(`/rules/${id}/activate`, 'ruleSetActivated');
  }

  private async send(
    at: readonly [FastifyRequest, FastifyReply],
    open: OpenVersion,
    typed: FormFields,
    faults: Faults = {},
  ): Promise<void> {
    const { actor, standing, areas, words } = open;
    const { inForce } = await this.ruleSets.all(actor);
    const today = this.today.day();
    const chosen = textsOf(typed, 'areas');
    const data = {
      activations: presentActivations(
        standing,
        { areas, today, mayRollBack: mayEver(actor, 'rule_set.activate') },
        words,
      ),
      inForce: inForce.map(({ area, label }) => ({ area: areaName(areas, area, words), label })),
      choices: [{ id: '*', name: words.rules.force.activate.everywhere }, ...areas].map(({ id, name }) => ({
        ...{ value: id, text: name, checked: chosen.includes(id) },
      })),
      isApproved: standing.approval !== null && standing.version.abandonedAt === null,
    };
    withFaults(at[1], faults);
    this.versions.send(at, 'rules/activate.njk', open, 'activate', { ...data, today, typed, faults });
  }
}
