import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ReadUploads, SendRows, SendUpload, TakeUpload } from '#intake';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fileOf } from '../door/uploads.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { describedColumns, fileFault, listedUpload, uploadPage } from './bulk.presenter.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files of notices: checked row by row, sent, and watched while they are stored. */
@Controller('uploads')
export class BulkController {
  constructor(
    private readonly takeUpload: TakeUpload,
    private readonly readUploads: ReadUploads,
    private readonly sendUpload: SendUpload,
    private readonly sendRows: SendRows,
    private readonly pages: Pages,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.sendList(request, reply, null);
  }

  @Post()
  @HttpCode(200)
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const words = wordsOf(request);
    const file = fileOf(request);
    if (file === null) return this.sendList(request, reply, words.bulk.faults.noFile);
    if (file === 'too_large') return this.sendList(request, reply, words.bulk.faults.tooLarge);
    if (file === 'name_not_usable') return this.sendList(request, reply, words.bulk.faults.badName);
    const taken = await this.takeUpload.execute(personAt(request), file);
    if ('uploadId' in taken) throw new Elsewhere(`/uploads/${taken.uploadId}`, 'uploadChecked');
    return this.sendList(request, reply, fileFault(taken.fault, words, languageOf(request)));
  }

  @Get(':upload')
  async showOne(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('upload') id: string,
  ): Promise<void> {
    await this.sendOne(request, reply, id, 'bulk/upload.njk');
  }

  /** The part of the page that changes while rows are stored: a script asks for it again and again. */
  @Get(':upload/progress')
  async progress(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('upload') id: string,
  ): Promise<void> {
    await this.sendOne(request, reply, id, 'bulk/progress.njk');
  }

  @Post(':upload/send')
  async send(@Req() request: FastifyRequest, @Param('upload') id: string): Promise<never> {
    await this.sendUpload.execute(personAt(request), idOf(id));
    throw new Elsewhere(`/uploads/${id}`, 'uploadSending');
  }

  private async sendOne(request: FastifyRequest, reply: FastifyReply, id: string, view: string): Promise<void> {
    const actor = personAt(request);
    const found = await this.readUploads.read(actor, idOf(id));
    const upload = uploadPage(found, wordsOf(request), languageOf(request));
    // Whatever a process that stopped had left goes on as soon as somebody looks.
    if (upload.stage === 'sending') this.sendRows.begin(actor, id);
    this.pages.send(request, reply, view, { upload });
  }

  private async sendList(request: FastifyRequest, reply: FastifyReply, fault: string | null): Promise<void> {
    const [words, language] = [wordsOf(request), languageOf(request)];
    const uploads = await this.readUploads.list(personAt(request));
    this.pages.send(request, fault === null ? reply : reply.status(422), 'bulk/uploads.njk', {
      uploads: uploads.map((each) => listedUpload(each, words)),
      columns: describedColumns(words, language),
      ...(fault === null ? {} : { faults: { file: fault } }),
    });
  }
}

/** @throws DomainError `not_found`. */
export function idOf(given: string): string {
  if (UUID.test(given)) return given;
  throw new DomainError('not_found', 'There is no upload like this for you.');
}
