import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportSubjectAccess } from '#retention';
import { fieldsOf, textOf } from '../door/visit.ts';
import { RecordDesk } from '../records/record-desk.ts';
import { requestOf, subjectAccessForm } from './subject-access.form.ts';
import { subjectAccessPage } from './subject-access.presenter.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** What is held about one child, for whoever has a right to it: a preview to read, then the same to hand out. */
@Controller('cases/:id/subject-access')
export class SubjectAccessController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly exportSubjectAccess: ExportSubjectAccess,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, subjectAccessForm(visit));
  }

  @Post()
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const typed = fieldsOf(request);
    if (textOf(typed, 'change') !== '') {
      this.desk.ask(visit, { ...subjectAccessForm(visit), defaults: typed });
      return;
    }
    const preview = textOf(typed, 'preview');
    const about = {
      ...{ actor: visit.actor, caseId: visit.found.id },
      previewSha256: SHA256.test(preview) ? preview : null,
    };
    const taken = await this.desk.take(visit, subjectAccessForm(visit), (answers) =>
      this.exportSubjectAccess.execute({ ...about, ...requestOf(answers) }),
    );
    if (taken === null) return;
    const page = subjectAccessPage(taken.result, typed, visit.words);
    this.desk.show(visit, 'subjectAccess', 'subject-access/document.njk', page);
  }
}
