import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadUploads } from '#intake';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { idOf } from './bulk.controller.ts';
import { faultsCsv, receiptsCsv, templateCsv } from './bulk-csv.ts';

/** Tables to open in a spreadsheet. */
@Controller('uploads')
export class BulkDownloadsController {
  constructor(private readonly readUploads: ReadUploads) {}

  @Get('template')
  template(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendCsv(reply, wordsOf(request).bulk.templateFile, templateCsv(languageOf(request)));
  }

  @Get(':upload/faults')
  async faults(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('upload') id: string): Promise<void> {
    const words = wordsOf(request);
    const rows = await this.readUploads.cellsOf(personAt(request), idOf(id), ['faulty', 'refused']);
    sendCsv(reply, words.bulk.faultsFile, faultsCsv(rows, words, languageOf(request)));
  }

  @Get(':upload/receipts')
  async receipts(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('upload') id: string,
  ): Promise<void> {
    const words = wordsOf(request);
    const actor = personAt(request);
    const { rows } = await this.readUploads.read(actor, idOf(id));
    const kept = await this.readUploads.cellsOf(actor, id, ['stored']);
    sendCsv(reply, words.bulk.receiptsFile, receiptsCsv(rows, kept, words, languageOf(request)));
  }
}

function sendCsv(reply: FastifyReply, name: string, text: string): void {
  void reply.type('text/csv; charset=utf-8').header('Content-Disposition', `attachment; filename="${name}"`).send(text);
}
