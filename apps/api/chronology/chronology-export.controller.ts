import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ChronologyDocument, ExportChronology, writeDocx, writePdf } from '#chronology';
import { actorOf } from '../auth/bearer.guard.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { sendPage } from '../service/media.ts';
import { chronologyPage } from './chronology.page.ts';
import { ChronologyExportRequest } from './chronology.request.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** The chronology to hand out. */
@ApiTags('Chronology')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/chronology/export')
export class ChronologyExportController {
  constructor(private readonly exportChronology: ExportChronology) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'The chronology as PDF, Word or a page to print; whole, or without other people',
    description: 'The same entries as on the screen. A redacted copy is refused while somebody could be recognised.',
  })
  @ApiResponse({
    status: 200,
    content: { 'application/pdf': BINARY, [DOCX]: BINARY, 'text/html': { schema: { type: 'string' } } },
  })
  async export(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: ChronologyExportRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, language, purpose } = body;
    const document = await this.exportChronology.execute({
      ...{ actor: actorOf(request), caseId: caseIdOf(id), format, language, purpose },
      ...{ from: body.from ?? null, to: body.to ?? null, categories: body.categories ?? null },
      ...{ withSiblings: body.siblings, redact: body.redact ?? null },
    });
    await SENDERS[format](reply, document);
  }
}

const SENDERS = {
  html: (reply: FastifyReply, document: ChronologyDocument): void => {
    sendPage(reply, chronologyPage(document), document.language);
  },
  pdf: async (reply: FastifyReply, document: ChronologyDocument): Promise<void> => {
    sendFile(reply, await writePdf(document), { type: 'application/pdf', name: `${document.caseReference}.pdf` });
  },
  docx: async (reply: FastifyReply, document: ChronologyDocument): Promise<void> => {
    sendFile(reply, await writeDocx(document), { type: DOCX, name: `${document.caseReference}.docx` });
  },
} as const;

/** To save, not to open in the browser. */
function sendFile(reply: FastifyReply, bytes: Buffer, { type, name }: { type: string; name: string }): void {
  void reply.headers({ 'Content-Disposition': `attachment; filename="chronology-${name}"` });
  void reply.type(type).send(bytes);
}
