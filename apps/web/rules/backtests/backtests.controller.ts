import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadRuleSets, RequestJob } from '#rule-sets';
import { Elsewhere } from '../../door/elsewhere.ts';
import { personAt } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import { refusalOf } from '../frame/refusal.ts';
import { VersionPages, withFaults } from '../frame/version-pages.ts';
import { presentJob } from '../jobs/job.presenter.ts';
import { versionIdOf } from '../rules-ids.ts';

/** The trials of a version on history, and asking for another. */
@Controller('rules/:id/backtests')
export class BacktestsController {
  constructor(
    private readonly versions: VersionPages,
    private readonly ruleSets: ReadRuleSets,
    private readonly requestJob: RequestJob,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    await this.send([request, reply], id);
  }

  @Post()
  @HttpCode(200)
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { words } = await this.versions.open(request, id);
    let address: string;
    try {
      const job = await this.requestJob.execute(personAt(request), versionIdOf(id), 'backtest');
      address = `/rules/${id}/backtests/${job.id}`;
    } catch (error: unknown) {
      const faults = refusalOf(error, words);
      withFaults(reply, faults);
      return this.send([request, reply], id, faults);
    }
    throw new Elsewhere(address, 'ruleSetJobAsked');
  }

  private async send(at: readonly [FastifyRequest, FastifyReply], id: string, faults: Faults = {}): Promise<void> {
    const open = await this.versions.open(at[0], id);
    const { actor, standing, words } = open;
    const { version, verification } = standing;
    const found = (await this.ruleSets.jobs(actor, version.id)).filter(({ kind }) => kind === 'backtest');
    const jobs = found.map((job) => ({
      ...presentJob(job, actor, open),
      href: `/rules/${version.id}/backtests/${job.id}`,
      isOlder: job.hash !== version.hash,
      outcome: job.outcome === null ? null : words.rules.outcomes[job.outcome],
    }));
    const isProved = verification?.outcome === 'safe';
    this.versions.send(at, 'rules/backtests.njk', open, 'backtests', { jobs, isProved, faults });
  }
}
