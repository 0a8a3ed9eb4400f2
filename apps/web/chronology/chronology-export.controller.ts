import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '#domain';
import { ACCESS_PURPOSES } from '#access-policy';
import { type ChronologyDocument, EXPORT_FORMATS, ExportChronology, writeDocx, writePdf } from '#chronology';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { scopeOf } from './chronology-filter.ts';
import { exportForm, REDACTIONS } from './chronology-forms.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MOST_WORDS = 200;
const HAS_LETTERS = /[\p{L}\p{N}]/u;

/** The chronology to hand out: a file to save, or a page to print. */
@Controller('cases/:id/chronology/export')
export class ChronologyExportController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly exportChronology: ExportChronology,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, exportForm(visit));
  }

  @Post()
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const taken = await this.desk.take(visit, exportForm(visit), async (answers) => ({
      format: answers.oneOf('format', EXPORT_FORMATS),
      document: await this.exportChronology.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, ...scopeOf(answers) },
        format: answers.oneOf('format', EXPORT_FORMATS),
        language: answers.oneOf('language', LANGUAGES),
        purpose: answers.oneOf('purpose', ACCESS_PURPOSES),
        redact: redactionOf(answers),
      }),
    }));
    if (taken !== null) await this.sendCopy(visit, taken.result);
  }

  private async sendCopy(
    visit: CaseVisit,
    { format, document }: { format: (typeof EXPORT_FORMATS)[number]; document: ChronologyDocument },
  ): Promise<void> {
    const { reply } = visit.at;
    switch (format) {
      case 'html':
        this.desk.show(visit, 'chronology', 'chronology/printed.njk', { document });
        return;
      case 'pdf':
        sendFile(reply, await writePdf(document), { type: 'application/pdf', name: `${document.caseReference}.pdf` });
        return;
      case 'docx':
        sendFile(reply, await writeDocx(document), { type: DOCX, name: `${document.caseReference}.docx` });
    }
  }
}

function redactionOf(answers: Answers) {
  if (answers.oneOf('redact', REDACTIONS) === 'whole') return null;
  const lines = answers
    .text('words')
    .split('\n')
    .map((line) => line.trim());
  return {
    agencies: answers.isTicked('agencies'),
    words: lines.filter((line) => HAS_LETTERS.test(line)).slice(0, MOST_WORDS),
  };
}

/** To save, not to open in the browser. */
function sendFile(reply: FastifyReply, bytes: Buffer, { type, name }: { type: string; name: string }): void {
  void reply.header('Content-Disposition', `attachment; filename="chronology-${name}"`).type(type).send(bytes);
}
