import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReadLowerList, ReadRuleSets, RequestJob, SteerJob } from '#rule-sets';
import { actorOf } from '../auth/bearer.guard.ts';
import { jobIdOf, versionIdOf } from './rule-set-ids.ts';
import { presentJob, presentLower } from './rule-set.presenter.ts';
import { LowerQuery } from './rule-set.query.ts';
import {
  jobListResponse,
  type JobResponse,
  jobResponse,
  type LowerListResponse,
  looseResponse,
  lowerListResponse,
} from './rule-set.response.ts';

/** Verifications and backtests: asked for, watched, cancelled, resumed, read. */
@ApiTags('Rule sets')
@ApiBearerAuth()
@Controller('api/v1')
export class RuleSetJobsController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly requestJob: RequestJob,
    private readonly steerJob: SteerJob,
    private readonly readLowerList: ReadLowerList,
  ) {}

  @Get('rule-sets/:id/jobs')
  @ApiOperation({ summary: 'Verifications and backtests of a rule set, newest first' })
  @ApiResponse({ status: 200, schema: jobListResponse as object })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<{ jobs: JobResponse[] }> {
    return { jobs: (await this.ruleSets.jobs(actorOf(request), versionIdOf(id))).map(presentJob) };
  }

  @Post('rule-sets/:id/verifications')
  @HttpCode(202)
  @ApiOperation({ summary: 'Have it proved safe, or refuted with examples' })
  @ApiResponse({ status: 202, schema: jobResponse as object })
  async verify(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JobResponse> {
    return presentJob(await this.requestJob.execute(actorOf(request), versionIdOf(id), 'verify'));
  }

  @Post('rule-sets/:id/backtests')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try it on all of history' })
  @ApiResponse({ status: 202, schema: jobResponse as object })
  async backtest(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JobResponse> {
    return presentJob(await this.requestJob.execute(actorOf(request), versionIdOf(id), 'backtest'));
  }

  @Get('rule-set-jobs/:job')
  @ApiOperation({ summary: 'Progress, and findings or report once done' })
  @ApiResponse({ status: 200, schema: jobResponse as object })
  async read(@Req() request: FastifyRequest, @Param('job') job: string): Promise<JobResponse> {
    return presentJob(await this.ruleSets.job(actorOf(request), jobIdOf(job)));
  }

  @Post('rule-set-jobs/:job/cancellation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop it at its next step' })
  @ApiResponse({ status: 200, schema: jobResponse as object })
  async cancel(@Req() request: FastifyRequest, @Param('job') job: string): Promise<JobResponse> {
    return presentJob(await this.steerJob.execute(actorOf(request), jobIdOf(job), 'cancel'));
  }

  @Post('rule-set-jobs/:job/resumption')
  @HttpCode(202)
  @ApiOperation({ summary: 'Let it go on where it stopped' })
  @ApiResponse({ status: 202, schema: jobResponse as object })
  async resume(@Req() request: FastifyRequest, @Param('job') job: string): Promise<JobResponse> {
    return presentJob(await this.steerJob.execute(actorOf(request), jobIdOf(job), 'resume'));
  }

  @Get('rule-set-jobs/:job/shared-report')
  @ApiOperation({ summary: 'The report of a backtest to hand on: small numbers are withheld, and no child is named' })
  @ApiResponse({ status: 200, schema: looseResponse('Counts by pathway and group.') as object })
  async share(@Req() request: FastifyRequest, @Param('job') job: string): Promise<object> {
    return this.ruleSets.sharedReport(actorOf(request), jobIdOf(job));
  }

  @Get('rule-set-jobs/:job/lower')
  @ApiOperation({ summary: 'Every child who would have gone lower, highest first; reading is noted' })
  @ApiResponse({ status: 200, schema: lowerListResponse })
  async lower(
    @Req() request: FastifyRequest,
    @Param('job') job: string,
    @Query() { limit, after }: LowerQuery,
  ): Promise<LowerListResponse> {
    return presentLower(await this.readLowerList.execute(actorOf(request), jobIdOf(job), limit, after ?? null));
  }
}
