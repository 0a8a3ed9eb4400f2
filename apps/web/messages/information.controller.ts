import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListPassedInformation, MarkInformationRead } from '#decisions';
import { Elsewhere } from '../door/elsewhere.ts';
import { personAt } from '../door/visit.ts';
import { RecordDesk } from '../records/record-desk.ts';
import { caseIdOf, recordIdOf } from '../records/record-ids.ts';
import { informationPage } from './information.presenter.ts';

/** New contacts about a child, for the worker who knows the child. */
@Controller('cases/:id/information-passed')
export class InformationController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly listPassed: ListPassedInformation,
    private readonly markRead: MarkInformationRead,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const contacts = await this.listPassed.execute(visit.actor, visit.found.id, null);
    this.desk.show(visit, 'information', 'messages/information.njk', informationPage(contacts, visit));
  }

  @Post(':passed/read')
  async read(@Req() request: FastifyRequest, @Param() { id, passed }: { id: string; passed: string }): Promise<never> {
    await this.markRead.execute(personAt(request), caseIdOf(id), recordIdOf(passed));
    throw new Elsewhere(`/cases/${id}/information-passed`, 'informationRead');
  }
}
