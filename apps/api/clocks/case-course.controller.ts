import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcceptHandover, HandOver, RecordMilestone } from '#decisions';
import type { Actor, Case, Clock } from '#domain';
import { CLOCK } from '#platform';
import { caseRequestOf } from '../cases/case-request.ts';
import { presentCase } from '../cases/case.presenter.ts';
import { type CaseSummaryResponse, caseSummaryResponse } from '../cases/case.response.ts';
import { ifMatch, sendEtag } from '../service/record.ts';
import { HandoverRequest, MilestoneRequest } from './clocks.request.ts';

/** What people record of the course of a case: milestones after the decision, handovers out of hours. */
@ApiTags('Clocks')
@ApiBearerAuth()
@ApiHeader(ifMatch('case'))
@Controller('api/v1/cases/:id')
export class CaseCourseController {
  constructor(
    private readonly recordMilestone: RecordMilestone,
    private readonly handOver: HandOver,
    private readonly acceptHandover: AcceptHandover,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('milestones')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record what happened, when, and from where you know; clocks count from then' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async milestone(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { milestone, happenedAt, source }: MilestoneRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = { ...caseRequestOf(request, id), milestone, happenedAt: new Date(happenedAt), source };
    return this.present(await this.recordMilestone.execute(wanted), wanted.actor, reply);
  }

  @Post('handover')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hand the case over to the day team with what was done out of hours' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async handover(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { actions }: HandoverRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = { ...caseRequestOf(request, id), actions };
    return this.present(await this.handOver.execute(wanted), wanted.actor, reply);
  }

  @Post('handover/acceptance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept what the emergency duty team handed over' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async accept(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = caseRequestOf(request, id);
    return this.present(await this.acceptHandover.execute(wanted), wanted.actor, reply);
  }

  private present(found: Case, actor: Actor, reply: FastifyReply): CaseSummaryResponse {
    sendEtag(reply, found.version);
    return presentCase(found, actor, this.clock.now());
  }
}
