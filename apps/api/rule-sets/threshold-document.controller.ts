import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublishThresholds } from '#rule-sets';
import { DocumentQuery } from './rule-set.query.ts';

const TEXT = { schema: { type: 'string' as const } };

/** The published account of the rules, for families, partners and everybody else. */
@ApiTags('Rule sets')
@Controller('api/v1/authorities/:authority/threshold-document')
export class ThresholdDocumentController {
  constructor(private readonly publishThresholds: PublishThresholds) {}

  @Get()
  @ApiOperation({ summary: 'The threshold document of the rules in force, in English or Welsh' })
  @ApiResponse({ status: 200, content: { 'text/html': TEXT, 'text/markdown': TEXT } })
  async publish(
    @Param('authority') authority: string,
    @Query() { area, format, language }: DocumentQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const wanted = { authorityId: authority, area: area ?? null, format, language };
    const text = await this.publishThresholds.execute(wanted);
    void reply.type(format === 'html' ? 'text/html; charset=utf-8' : 'text/markdown; charset=utf-8');
    void reply.header('Content-Language', language);
    void reply.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    return text;
  }
}
