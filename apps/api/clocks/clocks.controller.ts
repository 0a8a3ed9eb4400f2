import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExplainBreach, ListClocks, PauseClock, ResumeClock } from '#decisions';
import type { Actor, Case, Clock } from '#domain';
import { CLOCK } from '#platform';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf, caseRequestOf } from '../cases/case-request.ts';
import { presentCase } from '../cases/case.presenter.ts';
import { type CaseSummaryResponse, caseSummaryResponse } from '../cases/case.response.ts';
import { idOf, ifMatch, sendEtag } from '../service/record.ts';
import { presentClocks } from './clocks.presenter.ts';
import { BreachReasonRequest, PauseClockRequest } from './clocks.request.ts';
import { type ClocksResponse, clocksResponse } from './clocks.response.ts';

/** Every clock of a case, and what people do about one. */
@ApiTags('Clocks')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/clocks')
export class ClocksController {
  constructor(
    private readonly listClocks: ListClocks,
    private readonly pauseClock: PauseClock,
    private readonly resumeClock: ResumeClock,
    private readonly explainBreach: ExplainBreach,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'Every clock of the case: start, due, pauses, escalation, met or late by how much' })
  @ApiResponse({ status: 200, schema: clocksResponse })
  async list(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClocksResponse> {
    const timing = await this.listClocks.execute(actorOf(request), caseIdOf(id), purposeOf(request));
    sendEtag(reply, timing.found.version);
    return presentClocks(timing, this.clock.now());
  }

  @Post(':clock/pause')
  @HttpCode(200)
  @ApiHeader(ifMatch('case'))
  @ApiOperation({ summary: 'Let a clock stand still, for a reason for which the law lets it' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async pause(
    @Req() request: FastifyRequest,
    @Param() { id, clock }: { id: string; clock: string },
    @Body() body: PauseClockRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = { ...caseRequestOf(request, id), clockId: idOf<string>(clock, 'clock') };
    const found = await this.pauseClock.execute({ ...wanted, reasonCode: body.reason, note: body.note ?? null });
    return this.present(found, wanted.actor, reply);
  }

  @Post(':clock/resume')
  @HttpCode(200)
  @ApiHeader(ifMatch('case'))
  @ApiOperation({ summary: 'Let a paused clock go on with what was left' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async resume(
    @Req() request: FastifyRequest,
    @Param() { id, clock }: { id: string; clock: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = { ...caseRequestOf(request, id), clockId: idOf<string>(clock, 'clock') };
    return this.present(await this.resumeClock.execute(wanted), wanted.actor, reply);
  }

  @Post(':clock/breach-reason')
  @HttpCode(200)
  @ApiHeader(ifMatch('case'))
  @ApiOperation({ summary: 'Say why a clock ran out' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async explain(
    @Req() request: FastifyRequest,
    @Param() { id, clock }: { id: string; clock: string },
    @Body() body: BreachReasonRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = { ...caseRequestOf(request, id), clockId: idOf<string>(clock, 'clock') };
    const found = await this.explainBreach.execute({ ...wanted, code: body.reason, note: body.note ?? null });
    return this.present(found, wanted.actor, reply);
  }

  private present(found: Case, actor: Actor, reply: FastifyReply): CaseSummaryResponse {
    sendEtag(reply, found.version);
    return presentCase(found, actor, this.clock.now());
  }
}
