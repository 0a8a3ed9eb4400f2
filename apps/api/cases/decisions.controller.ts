import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#domain';
import { DecideCase, SignOffDecision } from '#decisions';
import { CLOCK } from '#platform';
import { presentDecision } from './case-detail.presenter.ts';
import { ifMatch, sendEtag } from '../service/record.ts';
import { caseRequestOf } from './case-request.ts';
import { presentCase } from './case.presenter.ts';
import {
  type CaseSummaryResponse,
  caseSummaryResponse,
  type DecisionResponse,
  decisionResponse,
} from './case.response.ts';
import { choiceOf } from './choice-of.ts';
import { DecideRequest } from './decide.request.ts';
import { SignOffRequest } from './sign-off.request.ts';

/** Where a person decides, and where a second one signs. */
@ApiTags('Decisions')
@ApiBearerAuth()
@ApiHeader(ifMatch('case'))
@Controller('api/v1/cases/:id')
export class DecisionsController {
  constructor(
    private readonly decideCase: DecideCase,
    private readonly signOffDecision: SignOffDecision,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('decision')
  @ApiOperation({ summary: 'Decide: confirm the proposal, or differ with a reason' })
  @ApiResponse({ status: 201, schema: decisionResponse })
  async decide(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: DecideRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionResponse> {
    const decided = await this.decideCase.execute({
      ...caseRequestOf(request, id),
      choice: choiceOf(body),
      unreadReason: body.unreadReason ?? null,
    });
    sendEtag(reply, decided.found.version);
    return presentDecision(decided.decision, null);
  }

  @Post('sign-off')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign somebody else’s decision, or return it with a reason' })
  @ApiResponse({ status: 200, schema: caseSummaryResponse })
  async signOff(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: SignOffRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseSummaryResponse> {
    const wanted = caseRequestOf(request, id);
    const found = await this.signOffDecision.execute({
      ...wanted,
      outcome: body.outcome,
      reason: body.reason ?? null,
      unreadReason: body.unreadReason ?? null,
    });
    sendEtag(reply, found.version);
    return presentCase(found, wanted.actor, this.clock.now());
  }
}
