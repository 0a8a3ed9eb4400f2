import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddChronologyEvent, ReadChronology, WriteAnalysis } from '#chronology';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf, caseRequestOf } from '../cases/case-request.ts';
import { ifMatch, sendEtag } from '../service/record.ts';
import { presentAnalysis, presentChronology } from './chronology.presenter.ts';
import { AnalysisRequest, ChronologyEventRequest, ChronologyRequest } from './chronology.request.ts';
import {
  type AnalysisResponse,
  analysisResponse,
  type ChronologyEventResponse,
  chronologyEventResponse,
  type ChronologyResponse,
  chronologyResponse,
} from './chronology.response.ts';

/** What happened to a child, in the order it happened. */
@ApiTags('Chronology')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/chronology')
export class ChronologyController {
  constructor(
    private readonly readChronology: ReadChronology,
    private readonly addEvent: AddChronologyEvent,
    private readonly writeAnalysis: WriteAnalysis,
  ) {}

  @Get()
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({
    summary: 'What happened to the child and to brothers and sisters, by the day it happened',
    description: 'Across all cases that belong to the child, each entry with the day it was recorded beside it.',
  })
  @ApiResponse({ status: 200, schema: chronologyResponse })
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: ChronologyRequest,
  ): Promise<ChronologyResponse> {
    const page = await this.readChronology.execute({
      ...{ actor: actorOf(request), caseId: caseIdOf(id), purpose: purposeOf(request) },
      ...{ order: query.order, limit: query.limit, cursor: query.cursor ?? null, withSiblings: query.siblings },
      ...{ from: query.from ?? null, to: query.to ?? null, categories: query.categories ?? null },
    });
    return presentChronology(page, query.language);
  }

  @Post()
  @ApiOperation({
    summary: 'Enter a significant event, or correct one',
    description: 'Nothing is changed or removed: what is corrected stays and is shown as corrected.',
  })
  @ApiResponse({ status: 201, schema: chronologyEventResponse })
  async add(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: ChronologyEventRequest,
  ): Promise<ChronologyEventResponse> {
    const event = await this.addEvent.execute({
      ...{ actor: actorOf(request), caseId: caseIdOf(id), date: body.date, approximate: body.approximate },
      ...{ kind: body.kind, text: body.text, agencyId: body.agencyId ?? null, person: body.person ?? null },
      ...{ role: body.role ?? null, children: body.children ?? null, correctionReason: body.correctionReason ?? null },
      corrects: body.corrects?.slice('event:'.length) ?? null,
    });
    return { id: `event:${event.id}`, recordedAt: event.recordedAt.toISOString() };
  }

  @Post('analysis')
  @ApiHeader(ifMatch('analysis'))
  @ApiOperation({ summary: 'Write what you make of the chronology; every version stays' })
  @ApiResponse({ status: 201, schema: analysisResponse })
  async analyse(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { note }: AnalysisRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnalysisResponse> {
    const analysis = await this.writeAnalysis.execute({ ...caseRequestOf(request, id), note });
    sendEtag(reply, analysis.version);
    return presentAnalysis(analysis);
  }
}
