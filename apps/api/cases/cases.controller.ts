import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#domain';
import { ExplainCase, ListCases, ReadAudit, ReadCase } from '#decisions';
import { CLOCK } from '#platform';
import { actorOf } from '../auth/bearer.guard.ts';
import { presentAudit } from './audit.presenter.ts';
import { presentCaseDetail, presentCaseExplanation } from './case-detail.presenter.ts';
import { sendEtag } from '../service/record.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from './case-request.ts';
import { presentWorklist } from './case.presenter.ts';
import {
  type AuditResponse,
  auditResponse,
  type CaseDetailResponse,
  caseDetailResponse,
  type CaseExplanationResponse,
  caseExplanationResponse,
  type WorklistResponse,
  worklistResponse,
} from './case.response.ts';
import { LanguageQuery } from '../service/language.query.ts';
import { WorklistRequest } from './worklist.request.ts';

/** The front door's reading room: the worklist, a case, its trail. */
@ApiTags('Cases')
@ApiBearerAuth()
@ApiHeader(ACCESS_PURPOSE_HEADER)
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly listCases: ListCases,
    private readonly readCase: ReadCase,
    private readonly explainCase: ExplainCase,
    private readonly readAudit: ReadAudit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Open cases: overdue, then urgency, then first 1001 days, then longest waiting' })
  @ApiResponse({ status: 200, schema: worklistResponse })
  async list(@Req() request: FastifyRequest, @Query() query: WorklistRequest): Promise<WorklistResponse> {
    const actor = actorOf(request);
    const page = await this.listCases.execute({
      actor,
      purpose: purposeOf(request),
      limit: query.limit,
      cursor: query.cursor ?? null,
      reference: query.reference ?? null,
      queue: query.queue ?? null,
      urgency: query.urgency ?? null,
      state: query.state ?? null,
      area: query.area ?? null,
      claimed: query.claimed ?? null,
      needsInformation: query.needsInformation ?? null,
    });
    return presentWorklist(page, actor);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One case: referral, proposal and explanation, clocks, decisions, what you can do' })
  @ApiResponse({ status: 200, schema: caseDetailResponse as object })
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDetailResponse> {
    const actor = actorOf(request);
    const detail = await this.readCase.execute(actor, caseIdOf(id), purposeOf(request));
    sendEtag(reply, detail.found.version);
    return presentCaseDetail(detail, actor, this.clock.now());
  }

  @Get(':id/explanation')
  @ApiOperation({ summary: 'Why the rules propose what they do, and what would have changed it; in English or Welsh' })
  @ApiResponse({ status: 200, schema: caseExplanationResponse })
  async explain(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() { language }: LanguageQuery,
  ): Promise<CaseExplanationResponse> {
    const purpose = purposeOf(request);
    const found = await this.explainCase.execute(actorOf(request), caseIdOf(id), language, purpose);
    return presentCaseExplanation(found, language);
  }

  @Get(':id/audit')
  @ApiOperation({ summary: 'Everything that happened to a case' })
  @ApiResponse({ status: 200, schema: auditResponse as object })
  async audit(@Req() request: FastifyRequest, @Param('id') id: string): Promise<AuditResponse> {
    return presentAudit(await this.readAudit.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }
}
