import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_PURPOSES } from '#access-policy';
import { RecordPrint } from '#case-access';
import { ReadAttachment } from '#intake';
import { Elsewhere } from '../door/elsewhere.ts';
import { personAt } from '../door/visit.ts';
import { caseIdOf, recordIdOf } from '../records/record-ids.ts';
import { CaseScreen } from './case-screen.ts';

/** One case to read: on the screen, on paper, and the files that came with it. */
@Controller('cases/:id')
export class CaseController {
  constructor(
    private readonly screen: CaseScreen,
    private readonly recordPrint: RecordPrint,
    private readonly readAttachment: ReadAttachment,
  ) {}

  /** `for`: what the person says they look for; kept with the look. */
  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query('for') given: unknown,
  ): Promise<void> {
    const purpose = ACCESS_PURPOSES.find((known) => known === given) ?? null;
    await this.screen.show({ request, reply }, id, 'case/case.njk', purpose);
  }

  @Post('prints')
  async print(@Req() request: FastifyRequest, @Param('id') id: string): Promise<never> {
    const caseId = caseIdOf(id);
    await this.recordPrint.execute(personAt(request), caseId, null);
    throw new Elsewhere(`/cases/${caseId}/print`);
  }

  @Get('print')
  async showPrint(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    await this.screen.show({ request, reply }, id, 'case/print.njk');
  }

  /** To save and never to show: under no type that a browser would open in our name. */
  @Get('attachments/:attachment')
  async attachment(@Req() request: FastifyRequest, @Param('attachment') attachmentId: string): Promise<StreamableFile> {
    const { attachment, content } = await this.readAttachment.execute(personAt(request), recordIdOf(attachmentId));
    const name = encodeURIComponent(attachment.name).replaceAll("'", '%27');
    return new StreamableFile(content, {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${name}`,
      length: content.length,
    });
  }
}
