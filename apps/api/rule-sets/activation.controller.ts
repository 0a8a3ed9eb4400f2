import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireIfMatch } from '#platform';
import { ActivateRuleSet, ApproveRuleSet, ReadRuleSets, RollBack } from '#rule-sets';
import { actorOf } from '../auth/bearer.guard.ts';
import { ifMatch } from '../service/record.ts';
import { activationIdOf, versionIdOf } from './rule-set-ids.ts';
import { ActivationRequestBody, ApprovalRequestBody, ReasonRequestBody } from './rule-set.request.ts';
import { type RuleSetResponse, ruleSetResponse } from './rule-set.response.ts';
import { sendRuleSet } from './send-rule-set.ts';

/** The second person's approval, putting in force area by area, and rolling back. */
@ApiTags('Rule sets')
@ApiBearerAuth()
@Controller('api/v1')
export class ActivationController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly approveRuleSet: ApproveRuleSet,
    private readonly activateRuleSet: ActivateRuleSet,
    private readonly rollBack: RollBack,
  ) {}

  @Post('rule-sets/:id/approval')
  @HttpCode(200)
  @ApiHeader(ifMatch('rule set'))
  @ApiOperation({ summary: 'Approve it: not by one who changed it, after reading who would go lower' })
  @ApiResponse({ status: 200, schema: ruleSetResponse })
  async approve(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: ApprovalRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const revision = requireIfMatch(request.headers['if-match']);
    const justification = body.justification ?? null;
    const wanted = { actor: actorOf(request), id: versionIdOf(id), revision, justification };
    return sendRuleSet(this.ruleSets, await this.approveRuleSet.execute(wanted), request, reply);
  }

  @Post('rule-sets/:id/activations')
  @ApiHeader(ifMatch('rule set'))
  @ApiOperation({ summary: 'Put an approved rule set in force in areas from a day' })
  @ApiResponse({ status: 201, schema: ruleSetResponse })
  async activate(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { areas, from }: ActivationRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const revision = requireIfMatch(request.headers['if-match']);
    const wanted = { actor: actorOf(request), id: versionIdOf(id), revision, areas, fromDate: from };
    return sendRuleSet(this.ruleSets, await this.activateRuleSet.execute(wanted), request, reply);
  }

  @Post('rule-set-activations/:activation/withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Roll back in one step: what was in force before is in force again' })
  @ApiResponse({ status: 200, schema: ruleSetResponse })
  async withdraw(
    @Req() request: FastifyRequest,
    @Param('activation') activation: string,
    @Body() { reason }: ReasonRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const version = await this.rollBack.execute(actorOf(request), activationIdOf(activation), reason);
    return sendRuleSet(this.ruleSets, version, request, reply);
  }
}
