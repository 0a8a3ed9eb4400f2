import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireIfMatch } from '#platform';
import { AbandonDraft, ChangeDraft, CompareRuleSets, DraftRuleSet, ReadRuleSets } from '#rule-sets';
import { actorOf } from '../auth/bearer.guard.ts';
import { ifMatch, sendEtag } from '../service/record.ts';
import { versionIdOf } from './rule-set-ids.ts';
import { presentOverview, presentRuleSet } from './rule-set.presenter.ts';
import { CompareQuery } from './rule-set.query.ts';
import { DescribeRequestBody, DraftRequestBody, ReasonRequestBody } from './rule-set.request.ts';
import {
  looseResponse,
  type RuleSetDetailResponse,
  ruleSetDetailResponse,
  type RuleSetListResponse,
  ruleSetListResponse,
  type RuleSetResponse,
  ruleSetResponse,
} from './rule-set.response.ts';
import { sendRuleSet } from './send-rule-set.ts';

/** The authority's rule sets: what is in force, drafts, what a draft would change. */
@ApiTags('Rule sets')
@ApiBearerAuth()
@Controller('api/v1/rule-sets')
export class RuleSetsController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly draftRuleSet: DraftRuleSet,
    private readonly changeDraft: ChangeDraft,
    private readonly abandonDraft: AbandonDraft,
    private readonly compareRuleSets: CompareRuleSets,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All rule sets of the authority, newest first, and which is in force where' })
  @ApiResponse({ status: 200, schema: ruleSetListResponse })
  async list(@Req() request: FastifyRequest): Promise<RuleSetListResponse> {
    return presentOverview(await this.ruleSets.all(actorOf(request)));
  }

  @Post()
  @ApiOperation({ summary: 'Begin a draft as a copy of what is in force, or of another version' })
  @ApiResponse({ status: 201, schema: ruleSetResponse })
  async draft(
    @Req() request: FastifyRequest,
    @Body() body: DraftRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const { label, changeNote, copyOf } = body;
    const from =
      copyOf === undefined
        ? ({ kind: 'in_force', area: body.area ?? null } as const)
        : ({ kind: 'version', id: versionIdOf(copyOf) } as const);
    const actor = actorOf(request);
    const version = await this.draftRuleSet.execute({ actor, label, title: body.title ?? null, changeNote, from });
    return sendRuleSet(this.ruleSets, version, request, reply);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One rule set: how far it has come, and its whole content' })
  @ApiResponse({ status: 200, schema: ruleSetDetailResponse as object })
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetDetailResponse> {
    const { standing, ruleSet } = await this.ruleSets.one(actorOf(request), versionIdOf(id));
    sendEtag(reply, standing.version.revision);
    return { ...presentRuleSet(standing), content: ruleSet };
  }

  @Patch(':id')
  @ApiHeader(ifMatch('rule set'))
  @ApiOperation({ summary: 'Change a draft’s label, title or note' })
  @ApiResponse({ status: 200, schema: ruleSetResponse })
  async describe(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: DescribeRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const { label, title, changeNote } = body;
    const change = {
      kind: 'describe',
      label: label ?? null,
      title: title ?? null,
      changeNote: changeNote ?? null,
    } as const;
    const revision = requireIfMatch(request.headers['if-match']);
    const version = await this.changeDraft.execute({ actor: actorOf(request), id: versionIdOf(id), revision, change });
    return sendRuleSet(this.ruleSets, version, request, reply);
  }

  @Delete(':id')
  @ApiHeader(ifMatch('rule set'))
  @ApiOperation({ summary: 'Abandon a draft; it stays readable' })
  @ApiResponse({ status: 200, schema: ruleSetResponse })
  async abandon(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const revision = requireIfMatch(request.headers['if-match']);
    const version = await this.abandonDraft.execute(actorOf(request), versionIdOf(id), revision, reason);
    return sendRuleSet(this.ruleSets, version, request, reply);
  }

  @Get(':id/differences')
  @ApiOperation({ summary: 'Which kinds of referral it would send elsewhere, each with an example' })
  @ApiResponse({ status: 200, schema: looseResponse('Hashes of both, and the kinds, lower ones first.') as object })
  async compare(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: CompareQuery,
  ): Promise<object> {
    const before = query.against === undefined ? null : versionIdOf(query.against);
    return this.compareRuleSets.execute(actorOf(request), versionIdOf(id), before);
  }
}
