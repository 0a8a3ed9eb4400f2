import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DraftRuleSet, type ExchangeFormat, ReadRuleSets, readRuleSet, writeRuleSet } from '#rule-sets';
import { DomainError } from '#domain';
import { actorOf } from '../auth/bearer.guard.ts';
import { rawBodyOf } from '../service/bodies.ts';
import { versionIdOf } from './rule-set-ids.ts';
import { ExportQuery, ImportQuery, InForceExportQuery } from './rule-set.query.ts';
import { type RuleSetResponse, ruleSetResponse } from './rule-set.response.ts';
import { sendRuleSet } from './send-rule-set.ts';

const MEDIA_TYPES: Readonly<Record<ExchangeFormat, string>> = {
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  dmn: 'application/xml; charset=utf-8',
};
const FILE = { schema: { type: 'string' as const } };
const FILES = { 'application/json': { schema: {} }, 'application/yaml': FILE, 'text/csv': FILE };

/** Rule sets as files: an authority can bring its rules, and leave with them. */
@ApiTags('Rule sets')
@ApiBearerAuth()
@Controller('api/v1/rule-sets')
export class RuleSetFilesController {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly draftRuleSet: DraftRuleSet,
  ) {}

  @Post('imports')
  @ApiBody({ schema: { type: 'object' }, description: 'The file itself, at most 2 MB' })
  @ApiOperation({ summary: 'Begin a draft from a file; with a fault nothing is stored, and every fault has its line' })
  @ApiResponse({ status: 201, schema: ruleSetResponse })
  async import(
    @Req() request: FastifyRequest,
    @Query() { format, label, changeNote }: ImportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetResponse> {
    const { ruleSet, faults } = readRuleSet(rawBodyOf(request).toString('utf8'), format);
    if (ruleSet === null) {
      const errors = faults.map(({ path, line, column, message }) => ({ pointer: path, line, column, message }));
      throw new DomainError('validation_failed', 'The file cannot be used as it stands; nothing was stored.', errors);
    }
    const from = { kind: 'imported', ruleSet } as const;
    const actor = actorOf(request);
    const version = await this.draftRuleSet.execute({
      actor,
      label: label ?? ruleSet.version,
      title: null,
      changeNote,
      from,
    });
    return sendRuleSet(this.ruleSets, version, request, reply);
  }

  @Get('in-force/export')
  @ApiOperation({ summary: 'The rule set in force in an area, as a file' })
  @ApiResponse({ status: 200, content: FILES })
  async exportInForce(
    @Req() request: FastifyRequest,
    @Query() { area, format }: InForceExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const ruleSet = await this.ruleSets.current(actorOf(request), area ?? null);
    return send(reply, format, `${ruleSet.id}-${ruleSet.version}`, await writeRuleSet(ruleSet, format));
  }

  @Get(':id/export')
  @ApiOperation({ summary: 'A rule set as a file: JSON, YAML, CSV or DMN 1.3' })
  @ApiResponse({ status: 200, content: FILES })
  async export(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() { format }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { ruleSet } = await this.ruleSets.one(actorOf(request), versionIdOf(id));
    return send(reply, format, `${ruleSet.id}-${ruleSet.version}`, await writeRuleSet(ruleSet, format));
  }
}

function send(reply: FastifyReply, format: ExchangeFormat, name: string, text: string): string {
  void reply.type(MEDIA_TYPES[format]);
  void reply.header('Content-Disposition', `attachment; filename="${name}.${format}"`);
  return text;
}
