import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { type BacktestReport, DIMENSIONS, ReadRuleSets, type RuleSetJob } from '#rule-sets';
import { sendCsv } from '../../pages/csv.ts';
import { type OpenVersion, VersionPages } from '../frame/version-pages.ts';
import { presentJob } from '../jobs/job.presenter.ts';
import { jobIdOf } from '../rules-ids.ts';
import { MOST_MOVES, presentGroups, presentReport, type ReportGiven } from './report.presenter.ts';
import { presentShared, sharedRows } from './shared.presenter.ts';
import { presentWork } from './work.presenter.ts';

/** One trial on history: how far it has come, its report, and what of it may be handed on. */
@Controller('rules/:id/backtests/:job')
export class ReportController {
  constructor(
    private readonly versions: VersionPages,
    private readonly ruleSets: ReadRuleSets,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('job') jobId: string,
    @Query('by') by: unknown,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const job = await this.jobOf(open, jobId);
    const dimension = DIMENSIONS.find((one) => one === by) ?? 'area';
    const { dimensions } = open.words.rules.history;
    const data = {
      ...{
        job: presentJob(job, open.actor, open),
        isOlder: job.hash !== open.standing.version.hash,
        askedAt: job.requestedAt,
      },
      ...(job.result === null ? {} : this.report(job.result as BacktestReport, dimension, givenBy(open))),
      choices: DIMENSIONS.map((value) => ({ value, text: dimensions[value], selected: value === dimension })),
      mostMoves: MOST_MOVES,
    };
    this.versions.send([request, reply], 'rules/report.njk', open, 'backtests', data);
  }

  @Get('share')
  async share(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('job') jobId: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const job = await this.jobOf(open, jobId);
    const shared = await this.ruleSets.sharedReport(open.actor, job.id);
    const data = { table: presentShared(shared, givenBy(open)), threshold: shared.threshold, jobId: job.id };
    this.versions.send([request, reply], 'rules/share.njk', open, 'backtests', data);
  }

  @Get('share/table')
  async table(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('job') jobId: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const job = await this.jobOf(open, jobId);
    const { head, rows } = sharedRows(await this.ruleSets.sharedReport(open.actor, job.id), givenBy(open));
    sendCsv(reply, `trial-${open.standing.version.label}`, head, rows);
  }

  private report(report: BacktestReport, dimension: (typeof DIMENSIONS)[number], given: ReportGiven): object {
    const groups = presentGroups(report, dimension, given);
    return { report: presentReport(report, given), groups, work: presentWork(report, given) };
  }

  private async jobOf({ actor, standing }: OpenVersion, given: string): Promise<RuleSetJob> {
    const job = await this.ruleSets.job(actor, jobIdOf(given));
    if (job.kind === 'backtest' && job.versionId === standing.version.id) return job;
    throw new DomainError('not_found', 'There is no such trial of this version.');
  }
}

function givenBy({ actor, language, words }: OpenVersion): ReportGiven {
  return { authorityId: actor.authorityId, language, words };
}
