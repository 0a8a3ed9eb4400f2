import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddPerson, ReadFamily } from '#family';
import { RELATIONSHIP_KINDS } from '#people';
import { RecordDesk } from '../records/record-desk.ts';
import { ANSWERS, addPersonForm } from './family-forms.ts';
import { familyPage } from './family-page.presenter.ts';

/** The family of one child: who they are, where they live, what nobody has said. */
@Controller('cases/:id/family')
export class FamilyController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readFamily: ReadFamily,
    private readonly addPerson: AddPerson,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const view = await this.readFamily.execute(visit.actor, visit.found.id, null);
    this.desk.show(visit, 'family', 'family/family.njk', familyPage(view, visit.actor, visit.words));
  }

  @Get('add')
  async showAdd(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, addPersonForm(visit));
  }

  @Post('add')
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const done = { to: `${visit.base}/family`, notice: 'personAdded' } as const;
    await this.desk.act(
      visit,
      addPersonForm(visit),
      (answers) =>
        this.addPerson.execute({
          ...{ actor: visit.actor, caseId: visit.found.id, reason: answers.text('reason') },
          names: { given: answers.textOrNull('givenName'), family: answers.textOrNull('familyName'), other: [] },
          dateOfBirth: answers.textOrNull('dateOfBirth'),
          kind: answers.oneOf('kind', RELATIONSHIP_KINDS),
          parentalResponsibility: answers.oneOf('responsibility', ANSWERS),
          livesInHousehold: answers.oneOf('household', ANSWERS),
        }),
      done,
    );
  }
}
