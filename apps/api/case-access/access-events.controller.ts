import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListAccessEvents, RecordPrint } from '#case-access';
import { actorOf } from '../auth/bearer.guard.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { presentAccessEvents } from './case-access.presenter.ts';
import { AccessEventsRequest, CaseAccessEventsRequest } from './case-access.request.ts';
import { type AccessEventsResponse, accessEventsResponse } from './case-access.response.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from './purpose.ts';

/** Who looked at what. */
@ApiTags('Access')
@ApiBearerAuth()
@Controller('api/v1')
export class AccessEventsController {
  constructor(
    private readonly events: ListAccessEvents,
    private readonly recordPrint: RecordPrint,
  ) {}

  @Get('cases/:id/access-events')
  @ApiOperation({ summary: 'Who looked at a case: for managers, auditors and its holder' })
  @ApiResponse({ status: 200, schema: accessEventsResponse })
  async ofCase(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: CaseAccessEventsRequest,
  ): Promise<AccessEventsResponse> {
    const asked = { limit: query.limit, after: query.after ?? null, withLists: query.lists ?? false };
    return presentAccessEvents(await this.events.ofCase(actorOf(request), caseIdOf(id), asked));
  }

  @Get('me/access-events')
  @ApiOperation({ summary: 'What you looked at' })
  @ApiResponse({ status: 200, schema: accessEventsResponse })
  async own(@Req() request: FastifyRequest, @Query() query: AccessEventsRequest): Promise<AccessEventsResponse> {
    const asked = { limit: query.limit, after: query.after ?? null };
    return presentAccessEvents(await this.events.own(actorOf(request), asked));
  }

  @Post('cases/:id/prints')
  @HttpCode(204)
  @ApiOperation({ summary: 'Record that you print the case' })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 204, description: 'Recorded' })
  async print(@Req() request: FastifyRequest, @Param('id') id: string): Promise<void> {
    await this.recordPrint.execute(actorOf(request), caseIdOf(id), purposeOf(request));
  }
}
