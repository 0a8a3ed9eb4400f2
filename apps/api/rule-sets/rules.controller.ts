import { Body, Controller, Delete, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { requireIfMatch } from '#platform';
import type { Rule } from '#rules';
import { ChangeDraft, type DraftChange, ReadRuleSets, TryRules } from '#rule-sets';
import { actorOf } from '../auth/bearer.guard.ts';
import { ifMatch } from '../service/record.ts';
import { versionIdOf } from './rule-set-ids.ts';
import { looseResponse, type RuleSetResponse, ruleSetResponse } from './rule-set.response.ts';
import { factsOf, TrialRequestBody } from './trial.request.ts';
import { sendRuleSet } from './send-rule-set.ts';

/** The rules of a draft, one at a time, and the try-a-case panel. */
@ApiTags('Rule sets')
@ApiBearerAuth()
@Controller('api/v1/rule-sets/:id')
export class RulesController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly changeDraft: ChangeDraft,
    private readonly tryRules: TryRules,
  ) {}

  @Put('rules/:ruleId')
  @ApiHeader(ifMatch('rule set'))
  @ApiBody({ schema: { type: 'object', description: 'A whole rule (see /api/v1/schemas/rule-set)' } })
  @ApiOperation({ summary: 'Add or replace a rule of a draft; every fault comes back at once' })
  @ApiResponse({ status: 200, schema: ruleSetResponse })
  async put(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('ruleId') ruleId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const given = (body as { id?: unknown } | null | undefined)?.id;
    if (given !== ruleId) {
      const fault = { pointer: '/id', message: 'It must be the id in the address.' };
      throw new DomainError('validation_failed', 'The rule cannot be used as it stands; nothing was stored.', [fault]);
    }
    // Checked as a whole with the rest of the set before anything is stored.
    return this.change(request, id, { kind: 'put_rule', rule: body as Rule }, reply);
  }

  @Delete('rules/:ruleId')
  @ApiHeader(ifMatch('rule set'))
  @ApiOperation({ summary: 'Take a rule out of a draft' })
  @ApiResponse({ status: 200, schema: ruleSetResponse })
  async remove(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('ruleId') ruleId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    return this.change(request, id, { kind: 'remove_rule', ruleId }, reply);
  }

  @Post('trials')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try a made-up case: proposal, explanation, what would change it; nothing is stored' })
  @ApiResponse({ status: 200, schema: looseResponse('Proposal, explanation and counterfactuals.') as object })
  async trial(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: TrialRequestBody,
  ): Promise<object> {
    const actor = actorOf(request);
    const { ruleSet } = await this.ruleSets.one(actor, versionIdOf(id));
    const { language } = body;
    const onDate = body.onDate ?? null;
    const area = body.area ?? null;
    const facts = factsOf(body.facts, ruleSet);
    return this.tryRules.execute({ actor, id: versionIdOf(id), facts, onDate, area, language });
  }

  private async change(
    request: FastifyRequest,
    id: string,
    change: DraftChange,
    reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const actor = actorOf(request);
    const revision = requireIfMatch(request.headers['if-match']);
    const version = await this.changeDraft.execute({ actor, id: versionIdOf(id), revision, change });
    return sendRuleSet(this.ruleSets, version, request, reply);
  }
}
