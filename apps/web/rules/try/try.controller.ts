import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TryRules } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { fieldsOf, textOf, visitOf } from '../../door/visit.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';
import { presentQuestions } from './questions.presenter.ts';
import { presentResult, type TrialResult } from './result.presenter.ts';
import { readFacts } from './try.form.ts';

type At = readonly [FastifyRequest, FastifyReply];

/** A made-up case tried on a version, beside what is in force. Nothing is stored, and nothing goes into an address. */
@Controller('rules/:id/try')
export class TryController {
  constructor(
    private readonly versions: VersionPages,
    private readonly tryRules: TryRules,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    this.send([request, reply], await this.versions.open(request, id), visitOf(request).held ?? {});
  }

  @Post()
  @HttpCode(200)
  async try(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const open = await this.versions.open(request, id);
    const fields = fieldsOf(request);
    const { facts, faults } = readFacts(fields, open.ruleSet.catalogue, open.words);
    if (Object.keys(faults).length > 0) {
      withFaults(reply, faults);
      this.send([request, reply], open, fields, { faults });
      return;
    }
    const area = open.areas.find((one) => one.id === textOf(fields, 'area'))?.id ?? null;
    const { actor, language, standing } = open;
    const wanted = { actor, facts, area, onDate: null, language };
    const trial = await this.tryRules.execute({ ...wanted, id: standing.version.id });
    const inForce = await this.tryRules.execute({ ...wanted, id: null });
    const result = presentResult(trial, inForce, actor.authorityId, open.words);
    this.send([request, reply], open, fields, { result });
  }

  private send(
    at: At,
    open: OpenVersion,
    typed: FormFields,
    more: { result?: TrialResult; faults?: object } = {},
  ): void {
    const groups = presentQuestions(open.ruleSet, { typed, language: open.language, words: open.words });
    this.versions.send(at, 'rules/try.njk', open, 'try', { groups, areas: open.areas, typed, ...more });
  }
}
