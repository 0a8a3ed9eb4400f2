import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NamePeople, ReadRestriction, type Restriction } from '#case-access';
import { ListColleagues } from '#decisions';
import type { Exchange } from '../door/late-forms.ts';
import { fieldsOf, textOf } from '../door/visit.ts';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { nameForm, takeOffForm } from './restriction-forms.ts';

/** Who is named on a restricted referral: one more, or one fewer. */
@Controller('cases/:id/restriction')
export class NamedController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readRestriction: ReadRestriction,
    private readonly namePeople: NamePeople,
    private readonly listColleagues: ListColleagues,
  ) {}

  @Get('name')
  async showName(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, restriction } = await this.restricted({ request, reply }, id);
    this.desk.ask(visit, nameForm(visit, restriction, await this.listColleagues.execute(visit.actor)));
  }

  @Post('name')
  async name(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, restriction } = await this.restricted({ request, reply }, id);
    const page = nameForm(visit, restriction, await this.listColleagues.execute(visit.actor));
    const add = (answers: Answers) => this.namePeople.add(namingOf(visit, answers));
    await this.desk.act(visit, page, add, { to: `${visit.base}/restriction`, notice: 'personNamed' });
  }

  @Get('take-off')
  async showTakeOff(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const { visit, restriction } = await this.restricted({ request, reply }, id);
    this.desk.ask(visit, takeOffForm(visit, restriction));
  }

  /** Whoever takes themselves off does not see the record any more. */
  @Post('take-off')
  async takeOff(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, restriction } = await this.restricted({ request, reply }, id);
    const remove = (answers: Answers) => this.namePeople.remove(namingOf(visit, answers));
    const to = textOf(fieldsOf(request), 'person') === visit.actor.id ? '/worklist' : `${visit.base}/restriction`;
    await this.desk.act(visit, takeOffForm(visit, restriction), remove, { to, notice: 'personTakenOff' });
  }

  private async restricted(at: Exchange, id: string): Promise<{ visit: CaseVisit; restriction: Restriction }> {
    const visit = await this.desk.open(at, id);
    return { visit, restriction: await this.readRestriction.execute(visit.actor, visit.referralReference) };
  }
}

function namingOf({ actor, referralReference }: CaseVisit, answers: Answers) {
  return { actor, reference: referralReference, personId: answers.text('person'), reason: answers.text('reason') };
}
