import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ReadRuleSets, type RuleSetJob, SteerJob } from '#rule-sets';
import { Elsewhere } from '../../door/elsewhere.ts';
import { languageOf, wordsOf } from '../../door/language.ts';
import { personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { jobIdOf } from '../rules-ids.ts';
import { presentJob } from './job.presenter.ts';

/** How far a verification or backtest has come; stopping it, or letting it go on. */
@Controller('rules/:id/jobs/:job')
export class JobsController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly steerJob: SteerJob,
    private readonly pages: Pages,
  ) {}

  /** The part of a page that changes while it works: a script asks for it again and again. */
  @Get('progress')
  async progress(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('job') id: string): Promise<void> {
    const actor = personAt(request);
    const reader = { language: languageOf(request), words: wordsOf(request) };
    const job = presentJob(await this.ruleSets.job(actor, jobIdOf(id)), actor, reader);
    this.pages.send(request, reply, 'rules/job-progress.njk', { job });
  }

  @Post('stop')
  async stop(@Req() request: FastifyRequest, @Param('job') job: string): Promise<never> {
    throw await this.steer(request, job, 'cancel');
  }

  @Post('resume')
  async resume(@Req() request: FastifyRequest, @Param('job') job: string): Promise<never> {
    throw await this.steer(request, job, 'resume');
  }

  /** One that has ended meanwhile cannot be steered: its page shows what became of it. */
  private async steer(request: FastifyRequest, id: string, wish: 'cancel' | 'resume'): Promise<Elsewhere> {
    const actor = personAt(request);
    const job = await this.ruleSets.job(actor, jobIdOf(id));
    try {
      await this.steerJob.execute(actor, job.id, wish);
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'rule_set_not_ready') throw error;
      return new Elsewhere(pageOf(job));
    }
    return new Elsewhere(pageOf(job), wish === 'cancel' ? 'ruleSetJobStopped' : 'ruleSetJobResumed');
  }
}

/** The page that shows a job. */
function pageOf({ kind, versionId, id }: RuleSetJob): string {
  return kind === 'verify' ? `/rules/${versionId}/verify` : `/rules/${versionId}/backtests/${id}`;
}
