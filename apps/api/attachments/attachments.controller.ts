import { Controller, Get, HttpStatus, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddAttachment, ListAttachments, ReadAttachment } from '#intake';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentAttachment } from './attachment.presenter.ts';
import {
  type AttachmentListResponse,
  attachmentListResponse,
  type AttachmentResponse,
  attachmentResponse,
} from './attachment.response.ts';
import { readUpload } from './read-upload.ts';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary', description: 'One file, at most 10 MB' } },
};

/** Papers that belong to a referral: sent with it or after it, given out only when the scanner has found them clean. */
@ApiTags('Attachments')
@ApiBearerAuth()
@Controller('api/v1')
export class AttachmentsController {
  constructor(
    private readonly addAttachment: AddAttachment,
    private readonly listAttachments: ListAttachments,
    private readonly readAttachment: ReadAttachment,
  ) {}

  @Post('referrals/:reference/attachments')
  @ApiOperation({
    summary: 'Send a file that belongs to a referral',
    description:
      'PDF, PNG, JPEG, HEIC, Word (docx), OpenDocument (odt) or plain text, at most 10 MB, one file a request, 20 a referral. The same bytes twice are stored once.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiResponse({ status: 201, description: 'Stored, and waiting for the scanner', schema: attachmentResponse })
  @ApiResponse({ status: 200, description: 'It was stored before', schema: attachmentResponse })
  async add(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachmentResponse> {
    const read = () => readUpload(request);
    const { attachment, replayed } = await this.addAttachment.execute(actorOf(request), reference, read);
    void reply.status(replayed ? HttpStatus.OK : HttpStatus.CREATED);
    return presentAttachment(attachment);
  }

  @Get('referrals/:reference/attachments')
  @ApiOperation({ summary: 'The files of a referral and where each stands' })
  @ApiResponse({ status: 200, schema: attachmentListResponse })
  async list(@Req() request: FastifyRequest, @Param('reference') reference: string): Promise<AttachmentListResponse> {
    const found = await this.listAttachments.execute(actorOf(request), reference);
    return { attachments: found.map(presentAttachment) };
  }

  @Get('attachments/:attachment')
  @ApiOperation({ summary: 'A file that the scanner has found clean, to save and not to show' })
  @ApiResponse({
    status: 200,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async read(@Req() request: FastifyRequest, @Param('attachment') id: string): Promise<StreamableFile> {
    const { attachment, content } = await this.readAttachment.execute(actorOf(request), idOf(id, 'attachment'));
    // Never under its own type: no browser is to open it in our name.
    return new StreamableFile(content, {
      type: 'application/octet-stream',
      disposition: dispositionOf(attachment.name),
      length: content.length,
    });
  }
}

/** The name in both forms of RFC 6266: a plain one for every reader, and as it is for those that understand. */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
