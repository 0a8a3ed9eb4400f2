import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListPassedInformation, MarkInformationRead, ReadHistory, ReadMissedOpportunities } from '#decisions';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { idOf } from '../service/record.ts';
import { presentHistory, presentMissed, presentPassed } from './history.presenter.ts';
import {
  type HistoryResponse,
  historyResponse,
  type InformationPassedResponse,
  informationPassedResponse,
  type MissedOpportunitiesResponse,
  missedOpportunitiesResponse,
} from './history.response.ts';

/** What came before a case, and what came since to the worker who knows the child. */
@ApiTags('History')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class HistoryController {
  constructor(
    private readonly readHistory: ReadHistory,
    private readonly readMissed: ReadMissedOpportunities,
    private readonly listPassed: ListPassedInformation,
    private readonly markRead: MarkInformationRead,
  ) {}

  @Get('history')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({
    summary: 'Earlier and later contacts about the child and family, decisions and why; cases you may see',
  })
  @ApiResponse({ status: 200, schema: historyResponse })
  async history(@Req() request: FastifyRequest, @Param('id') id: string): Promise<HistoryResponse> {
    return presentHistory(await this.readHistory.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Get('missed-opportunities')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'Earlier contacts that had come to nothing, as noted with each statutory decision' })
  @ApiResponse({ status: 200, schema: missedOpportunitiesResponse })
  async missed(@Req() request: FastifyRequest, @Param('id') id: string): Promise<MissedOpportunitiesResponse> {
    return presentMissed(await this.readMissed.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Get('information-passed')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'New contacts about the child that were passed on to whoever works on this case' })
  @ApiResponse({ status: 200, schema: informationPassedResponse })
  async passed(@Req() request: FastifyRequest, @Param('id') id: string): Promise<InformationPassedResponse> {
    return presentPassed(await this.listPassed.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Post('information-passed/:passed/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say that you have read it; its clock stops' })
  @ApiResponse({ status: 204, description: 'Read' })
  async read(@Req() request: FastifyRequest, @Param('id') id: string, @Param('passed') passed: string): Promise<void> {
    await this.markRead.execute(actorOf(request), caseIdOf(id), idOf(passed, 'contact'));
  }
}
