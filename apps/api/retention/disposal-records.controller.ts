import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReferralId } from '#domain';
import { KeepRecord, ReadDisposalList } from '#retention';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { disposalIdOf } from './disposals.controller.ts';
import { presentRecord, recordsAsCsv } from './retention.presenter.ts';
import { KeepingRequest, RecordsExportQuery, RecordsQuery } from './retention.request.ts';
import {
  type DisposalRecordResponse,
  disposalRecordResponse,
  type DisposalRecordsResponse,
  disposalRecordsResponse,
} from './retention.response.ts';

/** The records of one disposal. */
@ApiTags('Retention')
@ApiBearerAuth()
@Controller('api/v1/disposals/:disposal/records')
export class DisposalRecordsController {
  constructor(
    private readonly readList: ReadDisposalList,
    private readonly keepRecord: KeepRecord,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The records that are due, with the rule that says so; reading is noted' })
  @ApiResponse({ status: 200, schema: disposalRecordsResponse })
  async list(
    @Req() request: FastifyRequest,
    @Param('disposal') disposal: string,
    @Query() query: RecordsQuery,
  ): Promise<DisposalRecordsResponse> {
    const question = { ...questionOf(disposal, query), limit: query.limit, after: query.after ?? null };
    const { items, next } = await this.readList.page(actorOf(request), question);
    return { records: items.map(presentRecord), next };
  }

  @Get('export')
  @ApiOperation({ summary: 'The same as CSV; reading is noted' })
  @ApiResponse({ status: 200, content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @Req() request: FastifyRequest,
    @Param('disposal') disposal: string,
    @Query() query: RecordsExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const items = await this.readList.whole(actorOf(request), questionOf(disposal, query));
    void reply.type('text/csv; charset=utf-8').header('Content-Disposition', 'attachment; filename="disposal.csv"');
    return recordsAsCsv(items);
  }

  @Post(':referral/keeping')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a record out of the list, with a reason; the next list names it again' })
  @ApiResponse({ status: 200, schema: disposalRecordResponse })
  async keep(
    @Req() request: FastifyRequest,
    @Param('disposal') disposal: string,
    @Param('referral') referral: string,
    @Body() { reason }: KeepingRequest,
  ): Promise<DisposalRecordResponse> {
    const referralId = idOf<ReferralId>(referral, 'record in this list');
    const wanted = { actor: actorOf(request), disposalId: disposalIdOf(disposal), referralId, reason };
    return presentRecord(await this.keepRecord.execute(wanted));
  }
}

function questionOf(disposal: string, { state, sort, order }: RecordsExportQuery) {
  return {
    disposalId: disposalIdOf(disposal),
    state: state ?? null,
    orderBy: sort,
    descending: order === 'descending',
  };
}
