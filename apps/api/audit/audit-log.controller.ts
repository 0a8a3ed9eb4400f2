import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReadLog } from '#audit';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentConsistency, presentHead, presentInclusion, presentKeys } from './audit-log.presenter.ts';
import { ConsistencyQuery, InclusionQuery } from './audit-log.query.ts';
import {
  type ConsistencyResponse,
  consistencyResponse,
  type InclusionResponse,
  inclusionResponse,
  type KeysResponse,
  keysResponse,
  type TreeHeadResponse,
  treeHeadResponse,
} from './audit-log.response.ts';

/** The audit log of an authority: its signed head, and proofs that need no trust in whoever keeps it. */
@ApiTags('Audit log')
@Controller('api/v1/audit')
export class AuditLogController {
  constructor(private readonly log: ReadLog) {}

  @Get('tree-head')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'The latest signed head of the log, and what waits to be sealed' })
  @ApiResponse({ status: 200, schema: treeHeadResponse })
  async head(@Req() request: FastifyRequest): Promise<TreeHeadResponse> {
    return presentHead(await this.log.head(actorOf(request)));
  }

  @Get('events/:event/inclusion')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Proof that an event is in the log' })
  @ApiResponse({ status: 200, schema: inclusionResponse })
  async inclusion(
    @Req() request: FastifyRequest,
    @Param('event') id: string,
    @Query() { treeSize }: InclusionQuery,
  ): Promise<InclusionResponse> {
    return presentInclusion(await this.log.inclusion(actorOf(request), idOf(id, 'event'), treeSize ?? null));
  }

  @Get('consistency')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Proof that the log of one size is the beginning of the log of another' })
  @ApiResponse({ status: 200, schema: consistencyResponse })
  async consistency(
    @Req() request: FastifyRequest,
    @Query() { from, to }: ConsistencyQuery,
  ): Promise<ConsistencyResponse> {
    return presentConsistency(await this.log.consistency(actorOf(request), from, to ?? null));
  }

  @Get('keys')
  @ApiOperation({
    summary: 'Public keys that heads and evidence packs were signed with',
    description: 'Compare their ids with what the authority has given you in another way before you trust them.',
  })
  @ApiResponse({ status: 200, schema: keysResponse })
  async keys(): Promise<KeysResponse> {
    return presentKeys(await this.log.keys());
  }
}
