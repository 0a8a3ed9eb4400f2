import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Case, Clock } from '#domain';
import { ClaimCase, MoveCase, ReleaseCase } from '#decisions';
import { CLOCK } from '#platform';
import { ifMatch, sendEtag } from '../service/record.ts';
import { caseRequestOf } from './case-request.ts';
import { presentCase } from './case.presenter.ts';
import { type CaseSummaryResponse, caseSummaryResponse } from './case.response.ts';
import { MoveRequest } from './move.request.ts';

/** Taking a case in hand, letting it go, and moving it along. */
@ApiTags('Cases')
@ApiBearerAuth()
@ApiHeader(ifMatch('case'))
@Controller('api/v1/cases/:id')
export class CaseActionsController {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly releaseCase: ReleaseCase,
    private readonly moveCase: MoveCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('claim')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the case into your hands' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async claim(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = caseRequestOf(request, id);
    return this.present(await this.claimCase.execute(wanted), wanted.actor, reply);
  }

  @Delete('claim')
  @ApiOperation({ summary: 'Let the case go back to the queue' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async release(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = caseRequestOf(request, id);
    return this.present(await this.releaseCase.execute(wanted), wanted.actor, reply);
  }

  @Post('moves')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move the case along its life cycle, with a reason' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async move(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: MoveRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = caseRequestOf(request, id);
    return this.present(
      await this.moveCase.execute({ ...wanted, move: body.move, reason: body.reason }),
      wanted.actor,
      reply,
    );
  }

  private present(found: Case, actor: Actor, reply: FastifyReply): CaseSummaryResponse {
    sendEtag(reply, found.version);
    return presentCase(found, actor, this.clock.now());
  }
}
