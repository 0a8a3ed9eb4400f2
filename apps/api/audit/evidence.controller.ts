import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ExportCaseEvidence, ExportLogEvidence } from '#decisions';
import { actorOf } from '../auth/bearer.guard.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { EvidenceQuery } from './audit-log.query.ts';

const MEDIA_TYPE = 'application/x-ndjson';
const PACK = {
  status: 200,
  description: 'JSON lines: header with the signed head, entries, signed trailer',
  content: { [MEDIA_TYPE]: { schema: { type: 'string' as const } } },
};

/** Evidence packs, for whoever checks them with `verifier/verify-evidence.mjs` and keys of their own. */
@ApiTags('Audit log')
@ApiBearerAuth()
@Controller('api/v1')
export class EvidenceController {
  constructor(
    private readonly exportCase: ExportCaseEvidence,
    private readonly exportLog: ExportLogEvidence,
  ) {}

  @Get('cases/:id/evidence')
  @ApiOperation({ summary: 'Everything recorded about a case, with proofs' })
  @ApiResponse(PACK)
  async ofCase(@Req() request: FastifyRequest, @Param('id') id: string): Promise<StreamableFile> {
    return sent(await this.exportCase.execute(actorOf(request), caseIdOf(id)), 'case');
  }

  @Get('audit/evidence')
  @ApiOperation({ summary: 'The log of a month, or all of it, with proofs' })
  @ApiResponse(PACK)
  async ofLog(@Req() request: FastifyRequest, @Query() { month, since }: EvidenceQuery): Promise<StreamableFile> {
    const asked = { actor: actorOf(request), month: month ?? null, since: since ?? null };
    return sent(await this.exportLog.execute(asked), month ?? 'all');
  }
}

function sent(lines: Iterable<string> | AsyncIterable<string>, name: string): StreamableFile {
  const disposition = `attachment; filename="evidence-${name}.ndjson"`;
  return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: MEDIA_TYPE, disposition });
}
